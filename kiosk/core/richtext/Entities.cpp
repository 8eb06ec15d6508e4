#include "kiosk/core/richtext/Entities.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>

namespace kiosk::richtext {
namespace {

/// HTML 4.01, 24: those that a form in English, Spanish or French may hold.
constexpr std::array<std::pair<std::string_view, char32_t>, 61> names{{
    {"quot", 0x22},    {"amp", 0x26},     {"apos", 0x27},    {"lt", 0x3C},      {"gt", 0x3E},      {"nbsp", 0xA0},
    {"iexcl", 0xA1},   {"cent", 0xA2},    {"pound", 0xA3},   {"yen", 0xA5},     {"sect", 0xA7},    {"copy", 0xA9},
    {"ordf", 0xAA},    {"laquo", 0xAB},   {"reg", 0xAE},     {"deg", 0xB0},     {"plusmn", 0xB1},  {"sup2", 0xB2},
    {"sup3", 0xB3},    {"micro", 0xB5},   {"para", 0xB6},    {"middot", 0xB7},  {"ordm", 0xBA},    {"raquo", 0xBB},
    {"frac14", 0xBC},  {"frac12", 0xBD},  {"frac34", 0xBE},  {"iquest", 0xBF},  {"Aacute", 0xC1},  {"Eacute", 0xC9},
    {"Iacute", 0xCD},  {"Ntilde", 0xD1},  {"Oacute", 0xD3},  {"times", 0xD7},   {"Uacute", 0xDA},  {"Uuml", 0xDC},
    {"aacute", 0xE1},  {"ccedil", 0xE7},  {"egrave", 0xE8},  {"eacute", 0xE9},  {"iacute", 0xED},  {"ntilde", 0xF1},
    {"oacute", 0xF3},  {"divide", 0xF7},  {"uacute", 0xFA},  {"uuml", 0xFC},    {"ndash", 0x2013}, {"mdash", 0x2014},
    {"lsquo", 0x2018}, {"rsquo", 0x2019}, {"ldquo", 0x201C}, {"rdquo", 0x201D}, {"bull", 0x2022},  {"hellip", 0x2026},
    {"euro", 0x20AC},  {"trade", 0x2122}, {"larr", 0x2190},  {"rarr", 0x2192},  {"ne", 0x2260},    {"le", 0x2264},
    {"ge", 0x2265},
}};
constexpr std::size_t longestName = 10; // with '#'
constexpr char32_t replacement = 0xFFFD;

void appendUtf8(std::string& text, char32_t letter) {
    auto const byte = [&](char32_t bits) { text += static_cast<char>(static_cast<unsigned char>(bits)); };
    auto const tail = [&](unsigned shift) { byte(0x80U | ((letter >> shift) & 0x3FU)); };
    if (letter < 0x80) return byte(letter);
    if (letter < 0x800) {
        byte(0xC0U | (letter >> 6U));
    } else if (letter < 0x10000) {
        byte(0xE0U | (letter >> 12U));
        tail(6);
    } else {
        byte(0xF0U | (letter >> 18U));
        tail(12);
        tail(6);
    }
    tail(0);
}

bool isCharacter(std::uint32_t number) {
    bool const control = number < 0x20 || (number >= 0x7F && number < 0xA0);
    bool const surrogate = number >= 0xD800 && number < 0xE000;
    return number == '\t' || number == '\n' || (!control && !surrogate && number <= 0x10FFFF);
}

std::optional<char32_t> numbered(std::string_view digits) {
    bool const hex = digits.starts_with('x') || digits.starts_with('X');
    if (hex) digits.remove_prefix(1);
    std::uint32_t number = 0;
    auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number, hex ? 16 : 10);
    if (digits.empty() || end != digits.data() + digits.size()) return std::nullopt;
    return error == std::errc{} && isCharacter(number) ? char32_t{number} : replacement;
}

/// What stands between '&' and ';'.
std::optional<char32_t> meaning(std::string_view name) {
    if (name.starts_with('#')) return numbered(name.substr(1));
    auto const* const found =
        std::find_if(names.begin(), names.end(), [&](auto const& pair) { return pair.first == name; });
    return found == names.end() ? std::nullopt : std::optional(found->second);
}

} // namespace

std::string withoutEntities(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        auto const start = text.find('&');
        result += text.substr(0, start);
        if (start == std::string_view::npos) break;
        text.remove_prefix(start);
        auto const end = text.substr(0, longestName + 2).find(';');
        auto const letter = end == std::string_view::npos ? std::nullopt : meaning(text.substr(1, end - 1));
        if (letter)
            appendUtf8(result, *letter);
        else
            result += '&';
        text.remove_prefix(letter ? end + 1 : 1);
    }
    return result;
}

} // namespace kiosk::richtext
