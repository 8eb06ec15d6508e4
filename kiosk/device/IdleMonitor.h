#pragma once

#include <QObject>
#include <QTimer>
#include <chrono>
#include <functional>

namespace kiosk::device {

/// Notices that nobody is there any more: after `warnAfter` without a touch or key it warns, `wipeAfter` later it
/// expires. Watches only between start() and stop(). GUI thread only.
///
/// Install it as an event filter of the application. While it warns, a touch does not count by itself: the screen that
/// shows the warning calls stay() when the touch is released, so that the tap cannot fall through to what lies below.
/// A key counts at once and is swallowed. Time is a steady clock, so that setting the wall clock wipes nobody.
class IdleMonitor : public QObject {
    Q_OBJECT
public:
    using Steady = std::chrono::steady_clock;
    using Now = std::function<Steady::time_point()>;
    struct Limits {
        std::chrono::seconds warnAfter{60};
        std::chrono::seconds wipeAfter{20}; ///< counted from the warning
    };

    explicit IdleMonitor(Now now = &Steady::now, QObject* parent = nullptr);

    /// Counts from now on. Limits shorter than 10 s (warn) or 20 s (wipe: WCAG 2.2.1) are raised to that.
    void start(Limits const& limits);
    void stop();
    /// The person is there: counts from now on again and ends a warning.
    void stay();

    /// The person has gone: warns at once, and counts from there.
    void hurry();

    [[nodiscard]] bool isWarning() const { return m_warning; }
    /// Whole seconds until it expires, rounded up; 0 while it does not warn.
    [[nodiscard]] int secondsLeft() const { return m_secondsLeft; }

    /// Looks at the clock. Called by a timer four times a second; tests call it after moving their time.
    void check();

    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void warningChanged();
    void secondsLeftChanged();
    void expired();

private:
    void setWarning(bool warning);
    void setSecondsLeft(int seconds);
    void expire();

    Now m_now;
    QTimer m_ticks;
    Limits m_limits;
    Steady::time_point m_lastSign;
    bool m_warning = false;
    int m_secondsLeft = 0;
};

} // namespace kiosk::device
