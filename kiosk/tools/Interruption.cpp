#include "kiosk/tools/Interruption.h"

#include <csignal>

namespace kiosk::tools {

namespace {

volatile std::sig_atomic_t interrupted = 0;

extern "C" void noteInterruption(int) {
    interrupted = 1;
}

} // namespace

void heedInterruptions() {
    struct sigaction action {};
    action.sa_handler = noteInterruption;
    action.sa_flags = static_cast<int>(SA_RESETHAND); // without SA_RESTART: a read from the terminal ends too
    for (int const number : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction before {};
        ::sigaction(number, nullptr, &before);
        if (before.sa_handler != SIG_IGN) ::sigaction(number, &action, nullptr); // nohup stays in force
    }
}

Result<void> notInterrupted() {
    if (interrupted == 0) return {};
    return fail(ErrorKind::Internal, "interrupted; what was begun is undone");
}

} // namespace kiosk::tools
