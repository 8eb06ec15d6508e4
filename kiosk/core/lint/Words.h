#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::lint {

/// The words of a text in small letters, without any punctuation; an apostrophe or hyphen inside a word joins it.
[[nodiscard]] std::vector<std::string> wordsOf(std::string_view text);

/// From 0 (no word in common) to 1 (the same words in any order): twice the words in common by all words (Dice 1945).
[[nodiscard]] double similarity(std::vector<std::string> const& left, std::vector<std::string> const& right);

/// How many sentences: parts that end in `.`, `?`, `!`, a colon at a line's end, or the end, and hold a word.
[[nodiscard]] std::size_t sentencesIn(std::string_view text);

} // namespace kiosk::lint
