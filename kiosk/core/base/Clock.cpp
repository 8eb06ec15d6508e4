#include "kiosk/core/base/Clock.h"

#include <charconv>
#include <cstdio>

namespace kiosk::base {

namespace {

bool readDigits(std::string_view text, std::size_t at, std::size_t count, int& value) {
    auto const* first = text.data() + at;
    for (std::size_t i = 0; i < count; ++i)
        if (first[i] < '0' || first[i] > '9') return false;
    return std::from_chars(first, first + count, value).ec == std::errc{};
}

} // namespace

Instant SystemClock::now() const {
    return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

std::string toIsoText(Instant instant) {
    auto const seconds = std::chrono::floor<std::chrono::seconds>(instant);
    auto const day = std::chrono::floor<std::chrono::days>(seconds);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(seconds - day);
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                  static_cast<int>(time.seconds().count()));
    return text;
}

Result<Instant> parseIsoText(std::string_view text) {
    auto const refused = fail(ErrorKind::Invalid, "not a UTC time of the form 2026-01-31T09:30:00Z");
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;
    if (text.size() < 20 || text.back() != 'Z' || text[4] != '-' || text[7] != '-' || text[10] != 'T' ||
        text[13] != ':' || text[16] != ':')
        return refused;
    if (!readDigits(text, 0, 4, year) || !readDigits(text, 5, 2, month) || !readDigits(text, 8, 2, day) ||
        !readDigits(text, 11, 2, hour) || !readDigits(text, 14, 2, minute) || !readDigits(text, 17, 2, second))
        return refused;
    int millis = 0;
    if (text.size() > 20) {
        if (text[19] != '.' || text.size() < 22) return refused;
        const std::size_t digits = text.size() - 21;
        for (std::size_t i = 0, scale = 100; i < digits; ++i, scale /= 10) {
            int digit = 0;
            if (!readDigits(text, 20 + i, 1, digit)) return refused;
            millis += digit * static_cast<int>(scale);
        }
    }
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok() || hour > 23 || minute > 59 || second > 59) return refused;
    return Instant(std::chrono::sys_days(date)) + std::chrono::hours(hour) + std::chrono::minutes(minute) +
           std::chrono::seconds(second) + std::chrono::milliseconds(millis);
}

} // namespace kiosk::base
