#include "kiosk/core/richtext/Colour.h"
#include "kiosk/core/richtext/Text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace kiosk::richtext {
namespace {

/// CSS 2.1, 4.3.6.
constexpr std::array<std::pair<std::string_view, Colour>, 17> names{{
    {"maroon", {0x80, 0x00, 0x00}},
    {"red", {0xFF, 0x00, 0x00}},
    {"orange", {0xFF, 0xA5, 0x00}},
    {"yellow", {0xFF, 0xFF, 0x00}},
    {"olive", {0x80, 0x80, 0x00}},
    {"purple", {0x80, 0x00, 0x80}},
    {"fuchsia", {0xFF, 0x00, 0xFF}},
    {"white", {0xFF, 0xFF, 0xFF}},
    {"lime", {0x00, 0xFF, 0x00}},
    {"green", {0x00, 0x80, 0x00}},
    {"navy", {0x00, 0x00, 0x80}},
    {"blue", {0x00, 0x00, 0xFF}},
    {"aqua", {0x00, 0xFF, 0xFF}},
    {"teal", {0x00, 0x80, 0x80}},
    {"black", {0x00, 0x00, 0x00}},
    {"silver", {0xC0, 0xC0, 0xC0}},
    {"gray", {0x80, 0x80, 0x80}},
}};

std::optional<std::uint8_t> number(std::string_view digits, int base) {
    unsigned value = 0;
    auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
    if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return static_cast<std::uint8_t>(std::min(value, 255U));
}

std::optional<Colour> made(std::array<std::optional<std::uint8_t>, 3> const& parts) {
    if (!parts[0] || !parts[1] || !parts[2]) return std::nullopt;
    return Colour{*parts[0], *parts[1], *parts[2]};
}

std::optional<Colour> fromHex(std::string_view digits) {
    if (digits.size() == 3) {
        std::string doubled;
        for (char const digit : digits) doubled.append(2, digit);
        return fromHex(doubled);
    }
    if (digits.size() != 6) return std::nullopt;
    return made({number(digits.substr(0, 2), 16), number(digits.substr(2, 2), 16), number(digits.substr(4, 2), 16)});
}

/// "0, 128, 255"
std::optional<Colour> fromNumbers(std::string_view list) {
    auto const first = list.find(',');
    auto const second = first == std::string_view::npos ? first : list.find(',', first + 1);
    if (second == std::string_view::npos) return std::nullopt;
    return made({number(trimmed(list.substr(0, first)), 10),
                 number(trimmed(list.substr(first + 1, second - first - 1)), 10),
                 number(trimmed(list.substr(second + 1)), 10)});
}

double luminance(Colour colour) {
    auto const linear = [](std::uint8_t part) {
        double const value = part / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

} // namespace

std::string Colour::hex() const {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string text = "#";
    for (std::uint8_t const part : {red, green, blue}) {
        text += digits[part >> 4U];
        text += digits[part & 0xFU];
    }
    return text;
}

std::optional<Colour> parseColour(std::string_view css) {
    auto const text = lowered(trimmed(css));
    std::string_view const view = text;
    if (view.starts_with('#')) return fromHex(view.substr(1));
    if (view.starts_with("rgb(") && view.ends_with(')')) return fromNumbers(view.substr(4, view.size() - 5));
    auto const* const found =
        std::find_if(names.begin(), names.end(), [&](auto const& name) { return name.first == view; });
    return found == names.end() ? std::nullopt : std::optional(found->second);
}

double contrast(Colour one, Colour other) {
    auto const [low, high] = std::minmax({luminance(one), luminance(other)});
    return (high + 0.05) / (low + 0.05);
}

bool isLegible(Colour colour) {
    return contrast(colour, canvas) >= 4.5 && contrast(colour, chosenGround) >= 4.5;
}

} // namespace kiosk::richtext
