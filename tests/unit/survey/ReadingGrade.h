#pragma once

#include <string_view>

namespace kiosk::survey::testing {

/// Flesch-Kincaid grade of an English text: 0.39 words per sentence + 11.8 syllables per word - 15.59 (Kincaid,
/// Fishburne, Rogers, Chissom 1975, Research Branch Report 8-75, Naval Technical Training Command). Syllables are
/// counted by groups of vowels, which errs to the high side; numbers in digits are not counted. No word: 0.
double readingGrade(std::string_view text);

} // namespace kiosk::survey::testing
