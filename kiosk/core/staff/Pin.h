#pragma once

#include <string_view>

namespace kiosk::staff {

/// Why a PIN cannot be chosen; the screen has the words.
enum class PinFault {
    None,
    NotDigits, ///< something else than 0 to 9
    TooShort,  ///< less than 6 digits
    TooLong,   ///< more than 12
    TooSimple, ///< one that is tried first: see checkPin()
};

inline constexpr std::size_t shortestPin = 6, longestPin = 12;

/// Too simple is: fewer than three different digits; a part that is repeated to the end (123123, 12121212); one or two
/// rows of three or more digits up or down by one, past 9 and 0 too, each digit once or twice (123456, 890123, 123321,
/// 112233); a date with the year in two or four digits, in any of the usual orders (DDMMYY, MMDDYY, YYMMDD); the
/// patterns on a number pad that people take first.
[[nodiscard]] PinFault checkPin(std::string_view pin);

} // namespace kiosk::staff
