#pragma once

#include "kiosk/core/base/Clock.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kiosk::fhirpath {

/// A date, a date with time, or a time of day, known to some precision: @2012, @2012-04-15T10:00, @T14:30.
struct Temporal {
    enum class Kind : std::uint8_t { Date, DateTime, Time };
    enum class Precision : std::uint8_t { Year, Month, Day, Hour, Minute, Second, Fraction };

    Kind kind = Kind::Date;
    Precision precision = Precision::Year;
    std::int16_t year = 1;
    std::uint8_t month = 1, day = 1, hour = 0, minute = 0, second = 0;
    std::uint8_t fractionDigits = 0; ///< as it was written
    std::uint32_t nanoseconds = 0;
    std::optional<std::int16_t> zone; ///< minutes east of UTC

    /// As FHIR writes it: "2012-04", "2012-04-15T10:00:00+02:00", "14:30". Nothing: not of this kind, or no such day.
    [[nodiscard]] static std::optional<Temporal> parse(Kind kind, std::string_view text);
    [[nodiscard]] static Temporal of(Kind kind, Instant instant, std::chrono::minutes zone);

    /// As FHIR writes it, without @ and T before.
    [[nodiscard]] std::string toString() const;
    /// How many digits it has: @2014 is 4, a time to the millisecond 9.
    [[nodiscard]] int digits() const;
    /// Milliseconds since 1970 of the earliest moment, in UTC if the zone is known.
    [[nodiscard]] std::int64_t milliseconds() const;
};

/// -1, 0, 1; nothing if one is not precise enough to tell, or only one has a zone and it matters. Seconds and their
/// fractions are one precision. Kinds: both times, or neither.
[[nodiscard]] std::optional<int> compare(Temporal const& a, Temporal const& b);
/// As precise as each other and the same.
[[nodiscard]] bool equivalent(Temporal const& a, Temporal const& b);

/// The unit of a calendar duration, as in `4 days`.
enum class CalendarUnit : std::uint8_t { Year, Month, Week, Day, Hour, Minute, Second, Millisecond };
/// "days", "day"
[[nodiscard]] std::optional<CalendarUnit> calendarUnitOf(std::string_view word);

/// `count` units later (earlier, if negative), to the precision that `from` has. The 31st of a shorter month is its
/// last; a time of day goes round. Nothing: the year leaves 1 to 9999.
[[nodiscard]] std::optional<Temporal> plus(Temporal const& from, std::int64_t count, CalendarUnit unit);

/// The earliest (latest) it may be, written with so many digits. Nothing: no such precision.
[[nodiscard]] std::optional<Temporal> lowBoundary(Temporal const& of, int digits);
[[nodiscard]] std::optional<Temporal> highBoundary(Temporal const& of, int digits);

} // namespace kiosk::fhirpath
