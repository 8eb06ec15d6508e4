#include "kiosk/core/fhirpath/Utf8.h"

#include <algorithm>

namespace kiosk::fhirpath::utf8 {

namespace {

bool isContinuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

bool isBetween(std::uint32_t point, std::uint32_t first, std::uint32_t last) {
    return point >= first && point <= last;
}

/// Pairs of capital and small letter stand next to each other: the capital is even here, odd in two ranges.
bool isInPairs(std::uint32_t point, bool& capitalIsOdd) {
    capitalIsOdd = isBetween(point, 0x139, 0x148) || isBetween(point, 0x179, 0x17E);
    if (capitalIsOdd) return true;
    return (isBetween(point, 0x100, 0x137) && !isBetween(point, 0x130, 0x131)) || isBetween(point, 0x14A, 0x177) ||
           isBetween(point, 0x460, 0x481) || isBetween(point, 0x48A, 0x4BF) || isBetween(point, 0x4D0, 0x52F) ||
           isBetween(point, 0x1E00, 0x1E95) || isBetween(point, 0x1EA0, 0x1EFF);
}

std::uint32_t upperOf(std::uint32_t point) {
    if (isBetween(point, 'a', 'z')) return point - 0x20;
    if (point < 0x80) return point;
    if (isBetween(point, 0xE0, 0xFE) && point != 0xF7) return point - 0x20;
    if (point == 0xFF) return 0x178;
    if (isBetween(point, 0x3B1, 0x3CB) && point != 0x3C2) return point - 0x20;
    if (isBetween(point, 0x430, 0x44F)) return point - 0x20;
    if (isBetween(point, 0x450, 0x45F)) return point - 0x50;
    bool capitalIsOdd = false;
    if (isInPairs(point, capitalIsOdd) && (point % 2 == 0) == capitalIsOdd) return point - 1;
    return point;
}

std::uint32_t lowerOf(std::uint32_t point) {
    if (isBetween(point, 'A', 'Z')) return point + 0x20;
    if (point < 0x80) return point;
    if (isBetween(point, 0xC0, 0xDE) && point != 0xD7) return point + 0x20;
    if (point == 0x178) return 0xFF;
    if (isBetween(point, 0x391, 0x3AB)) return point + 0x20;
    if (isBetween(point, 0x410, 0x42F)) return point + 0x20;
    if (isBetween(point, 0x400, 0x40F)) return point + 0x50;
    bool capitalIsOdd = false;
    if (isInPairs(point, capitalIsOdd) && (point % 2 == 1) == capitalIsOdd) return point + 1;
    return point;
}

template <typename Map>
std::string mapped(std::string_view text, Map const& map) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) append(result, map(take(text)));
    return result;
}

} // namespace

std::size_t length(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return !isContinuation(c); }));
}

std::size_t offsetOf(std::string_view text, std::size_t index) {
    std::size_t at = 0;
    for (; at < text.size(); ++at)
        if (!isContinuation(text[at]) && index-- == 0) break;
    return at;
}

void append(std::string& to, std::uint32_t codePoint) {
    auto const byte = [&](std::uint32_t value) { to += static_cast<char>(value); };
    if (codePoint < 0x80) return byte(codePoint);
    if (codePoint < 0x800) {
        byte(0xC0U | codePoint >> 6U);
    } else if (codePoint < 0x10000) {
        byte(0xE0U | codePoint >> 12U);
        byte(0x80U | (codePoint >> 6U & 0x3FU));
    } else {
        byte(0xF0U | codePoint >> 18U);
        byte(0x80U | (codePoint >> 12U & 0x3FU));
        byte(0x80U | (codePoint >> 6U & 0x3FU));
    }
    byte(0x80U | (codePoint & 0x3FU));
}

std::uint32_t take(std::string_view& text) {
    auto const first = static_cast<unsigned char>(text.front());
    text.remove_prefix(1);
    auto const more = first >= 0xF0 ? 3U : first >= 0xE0 ? 2U : first >= 0xC0 ? 1U : 0U;
    std::uint32_t point = more == 0 ? first : first & (0x3FU >> more);
    for (unsigned i = 0; i < more && !text.empty() && isContinuation(text.front()); ++i) {
        point = point << 6U | (static_cast<unsigned char>(text.front()) & 0x3FU);
        text.remove_prefix(1);
    }
    return point;
}

bool isValid(std::string_view text) {
    while (!text.empty()) {
        auto rest = text;
        std::string again;
        append(again, take(rest));
        if (text.substr(0, text.size() - rest.size()) != again) return false;
        text = rest;
    }
    return true;
}

std::string upper(std::string_view text) {
    return mapped(text, upperOf);
}
std::string lower(std::string_view text) {
    return mapped(text, lowerOf);
}

} // namespace kiosk::fhirpath::utf8
