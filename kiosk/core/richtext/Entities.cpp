#include "kiosk/core/richtext/Entities.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

namespace kiosk::richtext {

namespace {

// The names that texts in the kiosk's languages use, of those in the HTML standard, section 13.5.
constexpr std::array<std::pair<std::string_view, std::uint32_t>, 58> names{{
    {"amp", 0x26},      {"lt", 0x3C},      {"gt", 0x3E},      {"quot", 0x22},    {"apos", 0x27},    {"nbsp", 0xA0},
    {"iexcl", 0xA1},    {"cent", 0xA2},    {"pound", 0xA3},   {"sect", 0xA7},    {"copy", 0xA9},    {"ordf", 0xAA},
    {"laquo", 0xAB},    {"reg", 0xAE},     {"deg", 0xB0},     {"plusmn", 0xB1},  {"sup2", 0xB2},    {"sup3", 0xB3},
    {"micro", 0xB5},    {"middot", 0xB7},  {"ordm", 0xBA},    {"raquo", 0xBB},   {"frac14", 0xBC},  {"frac12", 0xBD},
    {"frac34", 0xBE},   {"iquest", 0xBF},  {"Aacute", 0xC1},  {"Eacute", 0xC9},  {"Iacute", 0xCD},  {"Ntilde", 0xD1},
    {"Oacute", 0xD3},   {"times", 0xD7},   {"Uacute", 0xDA},  {"Uuml", 0xDC},    {"szlig", 0xDF},   {"agrave", 0xE0},
    {"aacute", 0xE1},   {"auml", 0xE4},    {"ccedil", 0xE7},  {"egrave", 0xE8},  {"eacute", 0xE9},  {"iacute", 0xED},
    {"ntilde", 0xF1},   {"oacute", 0xF3},  {"ouml", 0xF6},    {"uacute", 0xFA},  {"uuml", 0xFC},    {"ndash", 0x2013},
    {"mdash", 0x2014},  {"lsquo", 0x2018}, {"rsquo", 0x2019}, {"ldquo", 0x201C}, {"rdquo", 0x201D}, {"bull", 0x2022},
    {"hellip", 0x2026}, {"euro", 0x20AC},  {"le", 0x2264},    {"ge", 0x2265},
}};

std::string utf8(std::uint32_t code) {
    auto const tail = [&](unsigned shift) { return static_cast<char>(0x80U | ((code >> shift) & 0x3FU)); };
    if (code < 0x80) return {static_cast<char>(code)};
    if (code < 0x800) return {static_cast<char>(0xC0U | (code >> 6U)), tail(0)};
    if (code < 0x10000) return {static_cast<char>(0xE0U | (code >> 12U)), tail(6), tail(0)};
    return {static_cast<char>(0xF0U | (code >> 18U)), tail(12), tail(6), tail(0)};
}

std::string numbered(std::string_view digits) {
    int const base = !digits.empty() && (digits.front() == 'x' || digits.front() == 'X') ? 16 : 10;
    if (base == 16) digits.remove_prefix(1);
    std::uint32_t code = 0;
    auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, base);
    bool const isSurrogate = code >= 0xD800 && code <= 0xDFFF;
    if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size()) return {};
    return code == 0 || code > 0x10FFFF || isSurrogate ? std::string() : utf8(code);
}

} // namespace

std::string entity(std::string_view name) {
    if (name.size() < 3 || name.front() != '&' || name.back() != ';') return {};
    name = name.substr(1, name.size() - 2);
    if (name.front() == '#') return numbered(name.substr(1));
    auto const* const known =
        std::find_if(names.begin(), names.end(), [&](auto const& one) { return one.first == name; });
    return known == names.end() ? std::string() : utf8(known->second);
}

} // namespace kiosk::richtext
