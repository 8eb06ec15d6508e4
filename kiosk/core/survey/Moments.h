#pragma once

#include <compare>
#include <optional>
#include <string_view>

namespace kiosk::survey {

/// A FHIR date, dateTime or time, as precise as it was written.
struct Moment {
    int parts[7] = {}; ///< year, month, day, hour, minute, second, nanosecond
    int first = 0;     ///< 0; 3 for a time
    int count = 0;     ///< parts that are there, from `first`
    bool hasZone = false;
    int zoneMinutes = 0; ///< east of Greenwich

    /// Nothing: not a real one.
    [[nodiscard]] static std::optional<Moment> parse(std::string_view text);
};

/// "Date", "DateTime", "Instant" or "Time".
[[nodiscard]] bool isMoment(std::string_view type);
[[nodiscard]] std::partial_ordering compareMoments(std::string_view left, std::string_view right);

} // namespace kiosk::survey
