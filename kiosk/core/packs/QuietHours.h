#pragma once

#include "kiosk/core/base/Json.h"

#include <chrono>

namespace kiosk::packs {

/// From one time of the day to another, also over midnight.
struct QuietHours {
    std::chrono::minutes from{}; ///< since midnight, of the kiosk's local time
    std::chrono::minutes to{};

    [[nodiscard]] bool hold(std::chrono::minutes timeOfDay) const;
    /// {"from": "21:00", "to": "07:00"}. Invalid, with the member's name; also where both are the same.
    [[nodiscard]] static Result<QuietHours> parse(Json const& json);
};

} // namespace kiosk::packs
