#pragma once

#include <QTimer>
#include <string>

namespace kiosk::device {

/// Tells systemd that the program is ready, and then that this thread's event loop still goes round, three times in
/// each WatchdogSec= of the unit and once more at the end (sd_notify(3)); else systemd ends the program and starts it
/// again. Does nothing where nobody asks for it.
class Watchdog : public QObject {
    Q_OBJECT
public:
    Watchdog();
    ~Watchdog() override;
    Watchdog(Watchdog const&) = delete;

    [[nodiscard]] bool isWanted() const { return m_timer.isActive(); }

private:
    void tell(std::string_view words) const;

    std::string m_socket;
    QTimer m_timer;
};

} // namespace kiosk::device
