#include "kiosk/core/lint/Words.h"

#include "kiosk/core/fhirpath/Utf8.h"

#include <algorithm>
#include <iterator>

namespace kiosk::lint {

namespace utf8 = fhirpath::utf8;

namespace {

bool isDigit(std::uint32_t c) {
    return c >= '0' && c <= '9';
}

/// Any script: beyond ASCII whatever is not a sign of Latin-1, of Arabic, or of general punctuation.
bool isLetter(std::uint32_t c) {
    if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (c < 0xC0 || c == 0xD7 || c == 0xF7) return c == 0xAA || c == 0xBA || c == 0xB5;
    if (c == 0x60C || c == 0x61B || c == 0x61F || c == 0x66A) return false;
    return c < 0x2000 || c > 0x206F;
}

bool joins(std::uint32_t c) {
    return c == '\'' || c == '-' || c == 0x2019;
}

} // namespace

std::vector<std::string> wordsOf(std::string_view text) {
    auto const small = utf8::lower(text);
    std::vector<std::string> words(1);
    for (std::string_view rest = small; !rest.empty();) {
        auto const c = utf8::take(rest);
        if (isLetter(c) || isDigit(c))
            utf8::append(words.back(), c);
        else if (!joins(c) && !words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

double similarity(std::vector<std::string> const& left, std::vector<std::string> const& right) {
    if (left.empty() || right.empty()) return 0;
    auto a = left, b = right;
    std::ranges::sort(a);
    std::ranges::sort(b);
    std::vector<std::string> common;
    std::ranges::set_intersection(a, b, std::back_inserter(common));
    return 2 * static_cast<double>(common.size()) / static_cast<double>(a.size() + b.size());
}

std::size_t sentencesIn(std::string_view text) {
    std::size_t count = 0;
    bool isOpen = false;
    while (!text.empty()) {
        auto const c = utf8::take(text);
        bool const endsLine = c == ':' && (text.empty() || text.front() == '\n');
        bool const ends = c == '.' || c == '?' || c == '!' || c == 0x61F || endsLine;
        // 1.5 and 3.2 are numbers
        if (c == '.' && !text.empty() && isDigit(static_cast<unsigned char>(text.front()))) continue;
        if (ends && isOpen) ++count;
        isOpen = !ends && (isOpen || isLetter(c));
    }
    return count + (isOpen ? 1 : 0);
}

} // namespace kiosk::lint
