#include "kiosk/viewmodels/Quiet.h"

#include <ctime>

namespace kiosk::viewmodels {

namespace {

using namespace std::chrono_literals;

std::chrono::minutes localTimeOfDay(Instant now) {
    auto const seconds = std::chrono::system_clock::to_time_t(now);
    std::tm local{};
    localtime_r(&seconds, &local);
    return std::chrono::hours(local.tm_hour) + std::chrono::minutes(local.tm_min);
}

} // namespace

Quiet::Quiet(Clock const& clock) : m_clock(clock) {
    m_ticks.setInterval(5s);
    connect(&m_ticks, &QTimer::timeout, this, &Quiet::check);
}

void Quiet::use(bool atBedside, std::optional<packs::QuietHours> const& hours) {
    m_atBedside = atBedside;
    m_hours = hours;
    if (atBedside)
        m_ticks.start();
    else
        m_ticks.stop();
    check();
    emit changed();
}

void Quiet::setDoNotDisturb(bool wished) {
    if (m_doNotDisturb == wished) return;
    m_doNotDisturb = wished;
    m_lightUntil = wished ? Instant{} : m_lightUntil;
    check();
    emit changed();
}

void Quiet::wake() {
    m_lightUntil = m_clock.now() + lightAfterTouch;
    check();
}

/// A clock that was set back does not keep it light.
void Quiet::check() {
    auto const now = m_clock.now();
    bool const light = now < m_lightUntil && m_lightUntil - now <= lightAfterTouch;
    bool const calm = m_doNotDisturb || (m_hours && m_hours->hold(localTimeOfDay(now)));
    bool const dark = m_atBedside && calm && !light;
    if (m_dark == dark) return;
    m_dark = dark;
    emit changed();
}

} // namespace kiosk::viewmodels
