#include "kiosk/core/richtext/Colour.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace kiosk::richtext {

namespace {

// CSS Color Module Level 4, 6.1: the sixteen basic names.
constexpr std::array<std::pair<std::string_view, Colour>, 16> names{{
    {"aqua", {0x00, 0xFF, 0xFF}},
    {"black", {0x00, 0x00, 0x00}},
    {"blue", {0x00, 0x00, 0xFF}},
    {"fuchsia", {0xFF, 0x00, 0xFF}},
    {"gray", {0x80, 0x80, 0x80}},
    {"green", {0x00, 0x80, 0x00}},
    {"lime", {0x00, 0xFF, 0x00}},
    {"maroon", {0x80, 0x00, 0x00}},
    {"navy", {0x00, 0x00, 0x80}},
    {"olive", {0x80, 0x80, 0x00}},
    {"purple", {0x80, 0x00, 0x80}},
    {"red", {0xFF, 0x00, 0x00}},
    {"silver", {0xC0, 0xC0, 0xC0}},
    {"teal", {0x00, 0x80, 0x80}},
    {"white", {0xFF, 0xFF, 0xFF}},
    {"yellow", {0xFF, 0xFF, 0x00}},
}};

/// All of `text` as a number up to 255.
std::optional<std::uint8_t> byteOf(std::string_view text, int base) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    std::uint8_t value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::optional<Colour> together(std::array<std::optional<std::uint8_t>, 3> const& parts) {
    if (!parts[0] || !parts[1] || !parts[2]) return std::nullopt;
    return Colour{*parts[0], *parts[1], *parts[2]};
}

std::optional<Colour> fromHex(std::string_view digits) {
    if (digits.size() == 6) {
        return together(
            {byteOf(digits.substr(0, 2), 16), byteOf(digits.substr(2, 2), 16), byteOf(digits.substr(4), 16)});
    }
    if (digits.size() != 3) return std::nullopt;
    auto const twice = [&](std::size_t at) { return byteOf(std::string(2, digits[at]), 16); };
    return together({twice(0), twice(1), twice(2)});
}

std::optional<Colour> fromParts(std::string_view parts) {
    auto const first = parts.find(',');
    auto const second = first == parts.npos ? first : parts.find(',', first + 1);
    if (second == parts.npos) return std::nullopt;
    return together({byteOf(parts.substr(0, first), 10), byteOf(parts.substr(first + 1, second - first - 1), 10),
                     byteOf(parts.substr(second + 1), 10)});
}

double linear(std::uint8_t part) {
    double const value = part / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(Colour colour) {
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

} // namespace

std::string Colour::hex() const {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string result = "#";
    for (unsigned const part : {red, green, blue}) {
        result += digits[part >> 4U];
        result += digits[part & 15U];
    }
    return result;
}

std::optional<Colour> parseColour(std::string_view css) {
    if (css.starts_with('#')) return fromHex(css.substr(1));
    if (css.starts_with("rgb(") && css.ends_with(')')) return fromParts(css.substr(4, css.size() - 5));
    auto const* const named =
        std::find_if(names.begin(), names.end(), [&](auto const& name) { return name.first == css; });
    if (named == names.end()) return std::nullopt;
    return named->second;
}

double contrast(Colour one, Colour other) {
    auto const [low, high] = std::minmax({luminance(one), luminance(other)});
    return (high + 0.05) / (low + 0.05);
}

} // namespace kiosk::richtext
