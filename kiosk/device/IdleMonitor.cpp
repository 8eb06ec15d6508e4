#include "kiosk/device/IdleMonitor.h"

#include <QEvent>
#include <algorithm>

namespace kiosk::device {

namespace {

using std::chrono::seconds;

constexpr auto leastWarnAfter = seconds(10);
constexpr auto leastWipeAfter = seconds(20);
constexpr auto tick = std::chrono::milliseconds(250);

/// Qt sends the first, then the second, for one press.
bool isKey(QEvent const& event) {
    return event.type() == QEvent::ShortcutOverride || event.type() == QEvent::KeyPress;
}

bool isTouch(QEvent const& event) {
    switch (event.type()) {
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseMove:
    case QEvent::Wheel: return true;
    default: return false;
    }
}

} // namespace

IdleMonitor::IdleMonitor(Now now, QObject* parent) : QObject(parent), m_now(std::move(now)) {
    m_ticks.setInterval(tick);
    connect(&m_ticks, &QTimer::timeout, this, &IdleMonitor::check);
}

void IdleMonitor::start(Limits const& limits) {
    m_limits = {std::max(limits.warnAfter, leastWarnAfter), std::max(limits.wipeAfter, leastWipeAfter)};
    m_ticks.start();
    stay();
}

void IdleMonitor::stop() {
    m_ticks.stop();
    stay();
}

void IdleMonitor::stay() {
    m_lastSign = m_now();
    setWarning(false);
}

void IdleMonitor::hurry() {
    if (!m_ticks.isActive() || m_warning) return;
    m_lastSign = m_now() - m_limits.warnAfter;
    check();
}

void IdleMonitor::check() {
    if (!m_ticks.isActive()) return;
    auto const quiet = m_now() - m_lastSign;
    if (quiet < m_limits.warnAfter) return;
    auto const left = m_limits.warnAfter + m_limits.wipeAfter - quiet;
    if (left <= left.zero()) return expire();
    setSecondsLeft(int(std::chrono::ceil<seconds>(left).count()));
    setWarning(true);
}

bool IdleMonitor::eventFilter(QObject* watched, QEvent* event) {
    bool const counts = event->type() == QEvent::KeyPress || (isTouch(*event) && !m_warning);
    bool const swallow = m_warning && isKey(*event);
    if (counts && m_ticks.isActive()) stay();
    return swallow || QObject::eventFilter(watched, event);
}

void IdleMonitor::setWarning(bool warning) {
    if (!warning) setSecondsLeft(0);
    if (m_warning == warning) return;
    m_warning = warning;
    emit warningChanged();
}

void IdleMonitor::setSecondsLeft(int left) {
    if (m_secondsLeft == left) return;
    m_secondsLeft = left;
    emit secondsLeftChanged();
}

void IdleMonitor::expire() {
    stop();
    emit expired();
}

} // namespace kiosk::device
