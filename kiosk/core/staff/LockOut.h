#pragma once

#include "kiosk/core/staff/Uptime.h"
#include "kiosk/core/store/SignIns.h"

namespace kiosk::staff {

/// How long to wait after that many wrong tries in a row: 3: 30 s, 4: 1 min, 5: 2 min, 6: 5 min, 7: 15 min, 8: 30 min,
/// from 9: 1 h. Before that: not at all.
[[nodiscard]] std::chrono::seconds waitAfter(std::uint32_t tries);

/// From so many on a PIN is not looked at any more, until a one-time code has chosen another. Whoever guesses has stood
/// at the kiosk for half a day by then.
inline constexpr std::uint32_t mostTries = 20;

/// What is left of the wait, rounded up. Time counts only where nobody can set it; in another run of the machine than
/// that of the last try the whole wait is left (see restarted()).
[[nodiscard]] std::chrono::seconds waitLeft(store::Tries const& tries, Moment const& now);

/// The tries with their wait beginning now, if the machine was started anew since and there is one.
[[nodiscard]] store::Tries restarted(store::Tries const& tries, Moment const& now);

} // namespace kiosk::staff
