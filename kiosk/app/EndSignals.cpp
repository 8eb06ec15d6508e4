#include "kiosk/app/EndSignals.h"

#include <QCoreApplication>
#include <csignal>
#include <sys/signalfd.h>
#include <unistd.h>

namespace kiosk::app {

namespace {

sigset_t endingSignals() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    return set;
}

} // namespace

void EndSignals::block() {
    auto const set = endingSignals();
    ::pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

EndSignals::EndSignals() {
    auto const set = endingSignals();
    m_descriptor = ::signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
    m_notifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, [this] {
        m_notifier->setEnabled(false);
        QCoreApplication::exit(0);
    });
}

EndSignals::~EndSignals() {
    m_notifier.reset();
    ::close(m_descriptor);
}

} // namespace kiosk::app
