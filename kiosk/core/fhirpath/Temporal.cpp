#include "kiosk/core/fhirpath/Temporal.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace kiosk::fhirpath {

namespace {

using Kind = Temporal::Kind;
using Precision = Temporal::Precision;

constexpr std::int64_t millisecondsOfDay = 86'400'000;

std::uint8_t daysOf(int year, unsigned month) {
    auto const last = std::chrono::year(year) / std::chrono::month(month) / std::chrono::last;
    return static_cast<std::uint8_t>(static_cast<unsigned>(last.day()));
}

/// Takes a text apart from the front.
class Scanner {
public:
    explicit Scanner(std::string_view text) : m_text(text) {}
    [[nodiscard]] bool isAtEnd() const { return m_text.empty(); }
    bool take(char c) {
        if (m_text.empty() || m_text.front() != c) return false;
        m_text.remove_prefix(1);
        return true;
    }
    /// Exactly `count` digits, of a number not above `most`.
    template <typename Number>
    bool number(std::size_t count, unsigned most, Number& value) {
        if (m_text.size() < count) return false;
        unsigned read = 0;
        for (std::size_t i = 0; i < count; ++i) {
            if (m_text[i] < '0' || m_text[i] > '9') return false;
            read = read * 10 + static_cast<unsigned>(m_text[i] - '0');
        }
        if (read > most) return false;
        value = static_cast<Number>(read);
        m_text.remove_prefix(count);
        return true;
    }
    /// Digits behind the point; those beyond nanoseconds do not count.
    bool fraction(Temporal& to) {
        std::size_t count = 0;
        std::uint32_t nanoseconds = 0, unit = 100'000'000;
        for (; count < m_text.size() && m_text[count] >= '0' && m_text[count] <= '9'; ++count) {
            nanoseconds += unit * static_cast<std::uint32_t>(m_text[count] - '0');
            unit /= 10;
        }
        to.nanoseconds = nanoseconds;
        to.fractionDigits = static_cast<std::uint8_t>(std::min<std::size_t>(count, 9));
        m_text.remove_prefix(count);
        return count > 0;
    }

private:
    std::string_view m_text;
};

bool parseDate(Scanner& from, Temporal& to) {
    if (!from.number(4, 9999, to.year) || to.year == 0) return false;
    if (!from.take('-')) return true;
    if (!from.number(2, 12, to.month) || to.month == 0) return false;
    to.precision = Precision::Month;
    if (!from.take('-')) return true;
    if (!from.number(2, daysOf(to.year, to.month), to.day) || to.day == 0) return false;
    to.precision = Precision::Day;
    return true;
}

bool parseTime(Scanner& from, Temporal& to) {
    if (!from.number(2, 23, to.hour)) return false;
    to.precision = Precision::Hour;
    if (!from.take(':')) return true;
    if (!from.number(2, 59, to.minute)) return false;
    to.precision = Precision::Minute;
    if (!from.take(':')) return true;
    if (!from.number(2, 60, to.second)) return false;
    to.second = std::min<std::uint8_t>(to.second, 59); // FHIR allows leap seconds
    to.precision = Precision::Second;
    if (!from.take('.')) return true;
    to.precision = Precision::Fraction;
    return from.fraction(to);
}

bool parseZone(Scanner& from, Temporal& to) {
    if (from.isAtEnd()) return true;
    to.zone = 0;
    if (from.take('Z')) return true;
    int const sign = from.take('+') ? 1 : from.take('-') ? -1 : 0;
    int hours = 0, minutes = 0;
    if (sign == 0 || !from.number(2, 14, hours) || !from.take(':') || !from.number(2, 59, minutes)) return false;
    to.zone = static_cast<std::int16_t>(sign * (hours * 60 + minutes));
    return true;
}

void setDays(Temporal& to, std::chrono::sys_days days) {
    const std::chrono::year_month_day date(days);
    to.year = static_cast<std::int16_t>(static_cast<int>(date.year()));
    to.month = static_cast<std::uint8_t>(static_cast<unsigned>(date.month()));
    to.day = static_cast<std::uint8_t>(static_cast<unsigned>(date.day()));
}

std::chrono::sys_days daysOf(Temporal const& of) {
    return std::chrono::sys_days(std::chrono::year(of.year) / std::chrono::month(of.month) / std::chrono::day(of.day));
}

std::int64_t millisecondOfDay(Temporal const& of) {
    return ((of.hour * 60 + of.minute) * 60 + of.second) * std::int64_t{1000} + of.nanoseconds / 1'000'000;
}

void setMillisecondOfDay(Temporal& to, std::int64_t milliseconds) {
    to.nanoseconds = static_cast<std::uint32_t>(milliseconds % 1000) * 1'000'000;
    milliseconds /= 1000;
    to.second = static_cast<std::uint8_t>(milliseconds % 60);
    to.minute = static_cast<std::uint8_t>(milliseconds / 60 % 60);
    to.hour = static_cast<std::uint8_t>(milliseconds / 3600);
}

/// The parts in order of weight; of a Time the first three are the same for all.
std::array<std::int64_t, 6> partsOf(Temporal const& of) {
    if (of.kind == Kind::Time)
        return {0, 0, 0, of.hour, of.minute, of.second * std::int64_t{1'000'000'000} + of.nanoseconds};
    return {of.year, of.month, of.day, of.hour, of.minute, of.second * std::int64_t{1'000'000'000} + of.nanoseconds};
}

/// How many of the parts are known.
std::size_t knownParts(Temporal const& of) {
    return std::min<std::size_t>(static_cast<std::size_t>(of.precision) + 1, 6);
}

Temporal inUtc(Temporal of) {
    if (!of.zone || *of.zone == 0 || of.precision < Precision::Hour) return of;
    auto const shifted = plus(of, -*of.zone, CalendarUnit::Minute);
    auto const known = of.precision;
    if (shifted) of = *shifted;
    of.precision = known;
    of.zone = 0;
    return of;
}

std::optional<int> compareParts(Temporal const& a, Temporal const& b) {
    auto const left = partsOf(a), right = partsOf(b);
    auto const known = std::min(knownParts(a), knownParts(b));
    for (std::size_t i = 0; i < known; ++i)
        if (left[i] != right[i]) return left[i] < right[i] ? -1 : 1;
    return knownParts(a) == knownParts(b) ? std::optional(0) : std::nullopt;
}

/// One is anywhere between 14 hours east and 12 hours west of UTC.
std::optional<int> compareWithUnknownZone(Temporal const& zoned, Temporal const& other) {
    auto earliest = other, latest = other;
    earliest.zone = 14 * 60;
    latest.zone = -12 * 60;
    auto const first = compareParts(inUtc(zoned), inUtc(earliest));
    auto const last = compareParts(inUtc(zoned), inUtc(latest));
    return first == last ? first : std::nullopt;
}

Precision coarsest(CalendarUnit unit) {
    switch (unit) {
    case CalendarUnit::Year: return Precision::Year;
    case CalendarUnit::Month: return Precision::Month;
    case CalendarUnit::Week:
    case CalendarUnit::Day: return Precision::Day;
    case CalendarUnit::Hour: return Precision::Hour;
    case CalendarUnit::Minute: return Precision::Minute;
    default: return Precision::Second;
    }
}

std::int64_t millisecondsOf(CalendarUnit unit) {
    switch (unit) {
    case CalendarUnit::Week: return 7 * millisecondsOfDay;
    case CalendarUnit::Day: return millisecondsOfDay;
    case CalendarUnit::Hour: return 3'600'000;
    case CalendarUnit::Minute: return 60'000;
    case CalendarUnit::Second: return 1000;
    default: return 1;
    }
}

std::optional<Temporal> plusMonths(Temporal from, std::int64_t months) {
    auto const total = from.year * std::int64_t{12} + (from.month - 1) + months;
    if (total < 12 || total >= 120'000) return std::nullopt;
    from.year = static_cast<std::int16_t>(total / 12);
    from.month = static_cast<std::uint8_t>(total % 12 + 1);
    from.day = std::min(from.day, daysOf(from.year, from.month));
    return from;
}

std::optional<Temporal> plusMilliseconds(Temporal from, std::int64_t milliseconds) {
    std::int64_t total = 0;
    if (__builtin_add_overflow(millisecondOfDay(from), milliseconds, &total)) return std::nullopt;
    auto days = total / millisecondsOfDay;
    auto rest = total % millisecondsOfDay;
    if (rest < 0) {
        rest += millisecondsOfDay;
        --days;
    }
    auto const below = from.nanoseconds % 1'000'000;
    setMillisecondOfDay(from, rest);
    from.nanoseconds += below;
    if (from.kind == Kind::Time) return from;
    if (days > 4'000'000 || days < -4'000'000) return std::nullopt;
    auto const moved = daysOf(from) + std::chrono::days(days);
    auto const year = static_cast<int>(std::chrono::year_month_day(moved).year());
    if (year < 1 || year > 9999) return std::nullopt;
    setDays(from, moved);
    return from;
}

std::optional<Precision> precisionOfDigits(Kind kind, int digits) {
    static constexpr std::array<int, 7> ofDateTime{4, 6, 8, 10, 12, 14, 17}, ofTime{-1, -1, -1, 2, 4, 6, 9};
    auto const& table = kind == Kind::Time ? ofTime : ofDateTime;
    auto const count = kind == Kind::Date ? 3 : 7;
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i)
        if (table[i] == digits) return static_cast<Precision>(i);
    return std::nullopt;
}

Temporal withPrecision(Temporal of, Precision precision) {
    of.precision = precision;
    of.fractionDigits = precision == Precision::Fraction ? 3 : 0;
    if (precision < Precision::Hour) of.zone.reset();
    return of;
}

} // namespace

std::optional<Temporal> Temporal::parse(Kind kind, std::string_view text) {
    Temporal read;
    read.kind = kind;
    Scanner from(text);
    bool good = kind == Kind::Time ? parseTime(from, read) : parseDate(from, read);
    if (good && kind == Kind::DateTime && from.take('T') && !from.isAtEnd())
        good = read.precision == Precision::Day && parseTime(from, read) && parseZone(from, read);
    if (!good || !from.isAtEnd()) return std::nullopt;
    return read;
}

Temporal Temporal::of(Kind kind, Instant instant, std::chrono::minutes zone) {
    auto const local = instant + zone;
    auto const day = std::chrono::floor<std::chrono::days>(local);
    Temporal at;
    at.kind = kind;
    if (kind != Kind::Time) setDays(at, day);
    at.precision = Precision::Day;
    if (kind == Kind::Date) return at;
    setMillisecondOfDay(at, (local - day).count());
    if (kind == Kind::DateTime) at.zone = static_cast<std::int16_t>(zone.count());
    return withPrecision(at, Precision::Fraction);
}

std::string Temporal::toString() const {
    char text[64];
    int size = 0;
    auto const add = [&](char const* format, auto... values) {
        size += std::snprintf(text + size, sizeof text - static_cast<std::size_t>(size), format, values...);
    };
    if (kind != Kind::Time) {
        add("%04d", int{year});
        if (precision >= Precision::Month) add("-%02d", int{month});
        if (precision >= Precision::Day) add("-%02d", int{day});
        if (precision >= Precision::Hour) add("%c", 'T');
    }
    if (precision >= Precision::Hour) add("%02d", int{hour});
    if (precision >= Precision::Minute) add(":%02d", int{minute});
    if (precision >= Precision::Second) add(":%02d", int{second});
    if (precision >= Precision::Fraction) {
        char digits[16];
        std::snprintf(digits, sizeof digits, "%09u", static_cast<unsigned>(nanoseconds));
        add(".%.*s", int{fractionDigits}, digits);
    }
    if (zone && *zone == 0)
        add("%c", 'Z');
    else if (zone)
        add("%c%02d:%02d", *zone < 0 ? '-' : '+', std::abs(*zone) / 60, std::abs(*zone) % 60);
    return {text, static_cast<std::size_t>(size)};
}

int Temporal::digits() const {
    static constexpr std::array<int, 7> ofDateTime{4, 6, 8, 10, 12, 14, 17}, ofTime{0, 0, 0, 2, 4, 6, 9};
    return (kind == Kind::Time ? ofTime : ofDateTime)[static_cast<std::size_t>(precision)];
}

std::int64_t Temporal::milliseconds() const {
    auto const utc = inUtc(*this);
    if (kind == Kind::Time) return millisecondOfDay(utc);
    return daysOf(utc).time_since_epoch().count() * millisecondsOfDay + millisecondOfDay(utc);
}

std::optional<int> compare(Temporal const& a, Temporal const& b) {
    bool const bothHaveTime = a.precision >= Precision::Hour && b.precision >= Precision::Hour;
    if (!bothHaveTime || a.kind == Kind::Time || (!a.zone && !b.zone)) return compareParts(a, b);
    if (a.zone && b.zone) return compareParts(inUtc(a), inUtc(b));
    if (a.zone) return compareWithUnknownZone(a, b);
    auto const reversed = compareWithUnknownZone(b, a);
    return reversed ? std::optional(-*reversed) : std::nullopt;
}

bool equivalent(Temporal const& a, Temporal const& b) {
    if ((a.kind == Kind::Time) != (b.kind == Kind::Time) || knownParts(a) != knownParts(b)) return false;
    return compare(a, b) == 0;
}

std::optional<CalendarUnit> calendarUnitOf(std::string_view word) {
    static constexpr std::array<std::string_view, 8> names{"year", "month",  "week",   "day",
                                                           "hour", "minute", "second", "millisecond"};
    if (word.ends_with('s')) word.remove_suffix(1);
    auto const found = std::ranges::find(names, word);
    if (found == names.end()) return std::nullopt;
    return static_cast<CalendarUnit>(found - names.begin());
}

std::optional<Temporal> plus(Temporal const& from, std::int64_t count, CalendarUnit unit) {
    constexpr std::int64_t most = 1'000'000'000'000;
    if (count > most || count < -most) return std::nullopt;
    auto const years = [&](std::int64_t months) { return plusMonths(from, months); };
    if (from.kind != Kind::Time && from.precision < coarsest(unit)) {
        // What is finer than what is known counts only in wholes of it: @2014 + 25 months is @2016.
        auto const days = unit <= CalendarUnit::Month ? 0 : count * millisecondsOf(unit) / millisecondsOfDay;
        if (from.precision >= Precision::Day) return plusMilliseconds(from, days * millisecondsOfDay);
        auto const months = unit == CalendarUnit::Month ? count : days / 30;
        return from.precision == Precision::Year
                   ? years(unit == CalendarUnit::Month ? count / 12 * 12 : days / 365 * 12)
                   : years(months);
    }
    if (unit <= CalendarUnit::Month && from.kind == Kind::Time) return std::nullopt;
    if (unit == CalendarUnit::Year) return years(count * 12);
    if (unit == CalendarUnit::Month) return years(count);
    std::int64_t milliseconds = 0;
    if (__builtin_mul_overflow(count, millisecondsOf(unit), &milliseconds)) return std::nullopt;
    auto sum = plusMilliseconds(from, milliseconds);
    if (sum && sum->precision == Precision::Second && milliseconds % 1000 != 0) {
        sum->precision = Precision::Fraction;
        sum->fractionDigits = 3;
    }
    return sum;
}

std::optional<Temporal> lowBoundary(Temporal const& of, int digits) {
    auto const precision = precisionOfDigits(of.kind, digits);
    if (!precision) return std::nullopt;
    auto low = of; // what is not known has its least value already
    if (!low.zone && low.kind == Kind::DateTime) low.zone = 14 * 60;
    return withPrecision(low, *precision);
}

std::optional<Temporal> highBoundary(Temporal const& of, int digits) {
    auto const precision = precisionOfDigits(of.kind, digits);
    if (!precision) return std::nullopt;
    auto high = of;
    if (of.kind != Kind::Time) {
        if (of.precision < Precision::Month) high.month = 12;
        if (of.precision < Precision::Day) high.day = daysOf(high.year, high.month);
    }
    if (of.precision < Precision::Hour) high.hour = 23;
    // An hour alone is no FHIR dateTime: HL7's tests take @2014-01-01T08 as 08:00.
    bool const isHourOfDate = of.kind == Kind::DateTime && of.precision == Precision::Hour;
    if (of.precision < Precision::Minute && !isHourOfDate) high.minute = 59;
    if (of.precision < Precision::Second) high.second = 59;
    if (of.precision < Precision::Fraction) high.nanoseconds = 999'000'000;
    if (!high.zone && high.kind == Kind::DateTime) high.zone = -12 * 60;
    return withPrecision(high, *precision);
}

} // namespace kiosk::fhirpath
