#pragma once

#include <QSocketNotifier>
#include <memory>

namespace kiosk::app {

/// Ends the event loop on SIGTERM or SIGINT, so that the store closes as it should. `block()` comes first, before any
/// thread is started: the signals then wait. GUI thread.
class EndSignals {
public:
    static void block();
    EndSignals();
    ~EndSignals();
    EndSignals(EndSignals const&) = delete;
    EndSignals& operator=(EndSignals const&) = delete;

private:
    int m_descriptor;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace kiosk::app
