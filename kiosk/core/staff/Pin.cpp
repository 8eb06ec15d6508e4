#include "kiosk/core/staff/Pin.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

namespace kiosk::staff {

namespace {

constexpr std::size_t shortestRow = 3;

bool isRepeated(std::string_view pin) {
    for (std::size_t part = 1; part <= pin.size() / 2; ++part)
        if (pin.size() % part == 0 && pin.substr(part) == pin.substr(0, pin.size() - part)) return true;
    return false;
}

/// How many digits from the beginning go on by the same step of one.
std::size_t rowLength(std::string_view digits) {
    constexpr int up = 1, down = 9; // modulo 10
    std::size_t longest = 1;
    for (auto const step : {up, down}) {
        std::size_t length = 1;
        while (length < digits.size() && (digits[length] - digits[length - 1] + 10) % 10 == step) ++length;
        longest = std::max(longest, length);
    }
    return longest;
}

bool isRows(std::string_view digits) {
    auto const first = rowLength(digits);
    if (first < shortestRow) return false;
    auto const rest = digits.substr(first);
    return rest.empty() || (rest.size() >= shortestRow && rowLength(rest) == rest.size());
}

/// Each digit once that stands there twice; empty if one stands alone.
std::string halved(std::string_view pin) {
    std::string half;
    if (pin.size() % 2 != 0) return half;
    for (std::size_t i = 0; i < pin.size(); i += 2) {
        if (pin[i] != pin[i + 1]) return {};
        half += pin[i];
    }
    return half;
}

int numberOf(std::string_view pin, std::size_t at) {
    return (pin[at] - '0') * 10 + pin[at + 1] - '0';
}

bool isDayAndMonth(int one, int other) {
    auto const fits = [](int day, int month) { return day >= 1 && day <= 31 && month >= 1 && month <= 12; };
    return fits(one, other) || fits(other, one);
}

bool isCentury(int number) {
    return number == 19 || number == 20;
}

bool isDate(std::string_view pin) {
    if (pin.size() == 6)
        return isDayAndMonth(numberOf(pin, 0), numberOf(pin, 2)) || isDayAndMonth(numberOf(pin, 2), numberOf(pin, 4));
    if (pin.size() != 8) return false;
    return (isDayAndMonth(numberOf(pin, 0), numberOf(pin, 2)) && isCentury(numberOf(pin, 4))) ||
           (isCentury(numberOf(pin, 0)) && isDayAndMonth(numberOf(pin, 4), numberOf(pin, 6)));
}

/// Columns, rows and crosses of the pad.
bool isPattern(std::string_view pin) {
    constexpr std::array<std::string_view, 12> patterns{"147258", "258369", "147369", "147852", "258147", "369258",
                                                        "159753", "159357", "753951", "951753", "142536", "963852"};
    return std::ranges::find(patterns, pin) != patterns.end();
}

} // namespace

PinFault checkPin(std::string_view pin) {
    if (pin.find_first_not_of("0123456789") != pin.npos) return PinFault::NotDigits;
    if (pin.size() < shortestPin) return PinFault::TooShort;
    if (pin.size() > longestPin) return PinFault::TooLong;
    bool const isSimple = std::set(pin.begin(), pin.end()).size() < 3 || isRepeated(pin) || isRows(pin) ||
                          isRows(halved(pin)) || isDate(pin) || isPattern(pin);
    return isSimple ? PinFault::TooSimple : PinFault::None;
}

} // namespace kiosk::staff
