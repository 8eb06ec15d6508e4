#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace kiosk::lint {

/// Syllables of one English word in small letters: groups of vowels, without a last e that is not spoken. An estimate,
/// as every counter without a dictionary is.
[[nodiscard]] std::size_t englishSyllables(std::string_view word);
/// Syllables of one Spanish word in small letters, by the rules of the Ortografía of the Real Academia Española (2010):
/// two of a, e, o make two; i, u beside them make one, unless they bear an accent.
[[nodiscard]] std::size_t spanishSyllables(std::string_view word);

/// Flesch-Kincaid grade of an English text: 0.39 words per sentence + 11.8 syllables per word - 15.59 (Kincaid,
/// Fishburne, Rogers, Chissom 1975, Navy Research Branch Report 8-75). Nothing: a text without words.
[[nodiscard]] std::optional<double> fleschKincaidGrade(std::string_view text);

/// How easy a Spanish text is, 100 the easiest: 206.84 - 60 syllables per word - 1.02 words per sentence (Fernández
/// Huerta 1959, Consigna 214:29; with words per sentence, as Law 2011 set right what was misprinted since).
[[nodiscard]] std::optional<double> fernandezHuerta(std::string_view text);

/// The grade up to which a person must have read to read `text`, for languages that we have a measure for: English by
/// Flesch-Kincaid; Spanish by Fernández Huerta's own table, in which 70 is where grade 6 ends (90 and above: grade 4,
/// 80: 5, 70: 6, 60: 7 and 8, 50: 9 to 12, below: beyond school), between its steps in proportion.
[[nodiscard]] std::optional<double> readingGrade(std::string_view text, std::string_view language);

inline constexpr double highestGrade = 6; ///< domain rule: what a person reads is of grade six or less

} // namespace kiosk::lint
