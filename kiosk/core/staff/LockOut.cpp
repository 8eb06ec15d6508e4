#include "kiosk/core/staff/LockOut.h"

#include <algorithm>
#include <array>

namespace kiosk::staff {

using namespace std::chrono_literals;

std::chrono::seconds waitAfter(std::uint32_t tries) {
    constexpr std::array<std::chrono::seconds, 10> waits{0s, 0s, 0s, 30s, 1min, 2min, 5min, 15min, 30min, 1h};
    return waits[std::min<std::size_t>(tries, waits.size() - 1)];
}

std::chrono::seconds waitLeft(store::Tries const& tries, Moment const& now) {
    auto const whole = waitAfter(tries.count);
    if (tries.boot != now.boot) return whole;
    auto const left = std::chrono::ceil<std::chrono::seconds>(tries.at + whole - now.since);
    return std::clamp(left, 0s, whole);
}

store::Tries restarted(store::Tries const& tries, Moment const& now) {
    if (tries.boot == now.boot || waitAfter(tries.count) == 0s) return tries;
    return {tries.count, now.boot, now.since};
}

} // namespace kiosk::staff
