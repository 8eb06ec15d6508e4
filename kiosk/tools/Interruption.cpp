#include "kiosk/tools/Interruption.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace kiosk::tools {

namespace {

volatile std::sig_atomic_t interrupted = 0;

/// Readable once interrupted: a signal that comes just before a wait begins must end it too.
std::array<int, 2> wakeUp{-1, -1};

extern "C" void noteInterruption(int) {
    auto const before = errno;
    interrupted = 1;
    [[maybe_unused]] auto const written = ::write(wakeUp[1], "!", 1);
    errno = before;
}

} // namespace

void heedInterruptions() {
    if (::pipe2(wakeUp.data(), O_CLOEXEC | O_NONBLOCK) != 0) return; // then a signal ends the program at once
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

Result<void> waitToRead(int descriptor) {
    std::array<pollfd, 2> waiting{{{descriptor, POLLIN, 0}, {wakeUp[0], POLLIN, 0}}};
    int ready = -1;
    do ready = ::poll(waiting.data(), waiting.size(), -1);
    while (ready < 0 && errno == EINTR && interrupted == 0);
    return notInterrupted();
}

} // namespace kiosk::tools
