#include "kiosk/core/lint/ReadingGrade.h"

#include "kiosk/core/fhirpath/Utf8.h"
#include "kiosk/core/lint/FormTexts.h"
#include "kiosk/core/lint/Words.h"

#include <algorithm>
#include <array>

namespace kiosk::lint {

namespace {

bool isVowel(char c) {
    return std::string_view("aeiouy").find(c) != std::string_view::npos;
}

/// A last e that is not spoken: "late", "lived"; but "table", "wanted".
bool endsSilently(std::string_view word) {
    if (word.ends_with("e") && word.size() > 2) return !word.ends_with("le") || isVowel(word[word.size() - 3]);
    if (!word.ends_with("ed") || word.size() < 4) return false;
    char const before = word[word.size() - 3];
    return before != 't' && before != 'd' && !isVowel(before);
}

enum class Sound { Consonant, Weak, Strong, Accented }; // Accented: í and ú, which stand alone beside a vowel

/// What a letter of Spanish is within a word; `next` is the letter after it, 0 at the end.
Sound soundOf(std::uint32_t before, std::uint32_t letter, std::uint32_t next) {
    switch (letter) {
    case 'a':
    case 'e':
    case 'o':
    case 0xE1:                         // á
    case 0xE9:                         // é
    case 0xF3: return Sound::Strong;   // ó
    case 0xED:                         // í
    case 0xFA: return Sound::Accented; // ú
    case 'i':
    case 0xFC: return Sound::Weak; // ü
    case 'u': {
        bool const isMute =
            (before == 'q' || before == 'g') && (next == 'e' || next == 'i' || next == 0xE9 || next == 0xED);
        return isMute ? Sound::Consonant : Sound::Weak;
    }
    case 'y': return next == 0 ? Sound::Weak : Sound::Consonant; // hoy, ya
    default: return Sound::Consonant;
    }
}

/// Whether a sound begins a syllable after `last`: "pa-ís", "dí-a", "le-er", but "cui-da", "tie-ne", "cuí-da-te".
bool startsSyllable(Sound last, Sound sound) {
    if (sound == Sound::Consonant) return false;
    return last == Sound::Consonant || (sound != Sound::Weak && last != Sound::Weak);
}

struct Counts {
    double words = 0, syllables = 0, sentences = 0;
};

Counts countIn(std::string_view text, std::size_t (*syllablesOf)(std::string_view)) {
    Counts counts;
    for (auto const& word : wordsOf(text)) {
        counts.words += 1;
        counts.syllables += static_cast<double>(syllablesOf(word));
    }
    counts.sentences = static_cast<double>(std::max<std::size_t>(1, sentencesIn(text)));
    return counts;
}

/// Fernández Huerta's table as a line through its steps.
double gradeOfEase(double ease) {
    struct Step {
        double ease, grade;
    };
    static constexpr std::array<Step, 6> steps{{{100, 3}, {90, 4}, {80, 5}, {70, 6}, {60, 8}, {50, 12}}};
    if (ease >= steps.front().ease) return steps.front().grade;
    for (std::size_t i = 1; i < steps.size(); ++i)
        if (ease >= steps[i].ease) {
            auto const part = (steps[i - 1].ease - ease) / (steps[i - 1].ease - steps[i].ease);
            return steps[i - 1].grade + part * (steps[i].grade - steps[i - 1].grade);
        }
    return 13;
}

} // namespace

std::size_t englishSyllables(std::string_view word) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < word.size(); ++i) {
        bool const begins = isVowel(word[i]) && (i == 0 || !isVowel(word[i - 1]));
        bool const splits = i > 0 && isVowel(word[i - 1]) && word.substr(i) == "ing"; // "being"
        count += begins || splits ? 1 : 0;
    }
    if (count > 1 && endsSilently(word)) --count;
    return std::max<std::size_t>(1, count);
}

std::size_t spanishSyllables(std::string_view word) {
    std::size_t count = 0;
    auto last = Sound::Consonant;
    std::uint32_t before = 0;
    while (!word.empty()) {
        auto const letter = fhirpath::utf8::take(word);
        auto rest = word;
        auto const sound = soundOf(before, letter, rest.empty() ? 0 : fhirpath::utf8::take(rest));
        if (startsSyllable(last, sound)) ++count;
        last = sound;
        before = letter;
    }
    return std::max<std::size_t>(1, count);
}

std::optional<double> fleschKincaidGrade(std::string_view text) {
    auto const counts = countIn(text, englishSyllables);
    if (counts.words == 0) return std::nullopt;
    return 0.39 * counts.words / counts.sentences + 11.8 * counts.syllables / counts.words - 15.59;
}

std::optional<double> fernandezHuerta(std::string_view text) {
    auto const counts = countIn(text, spanishSyllables);
    if (counts.words == 0) return std::nullopt;
    return 206.84 - 60 * counts.syllables / counts.words - 1.02 * counts.words / counts.sentences;
}

std::optional<double> readingGrade(std::string_view text, std::string_view language) {
    auto const primary = primaryTag(language);
    if (primary == "en") return fleschKincaidGrade(text);
    if (primary != "es") return std::nullopt;
    auto const ease = fernandezHuerta(text);
    if (!ease) return std::nullopt;
    return gradeOfEase(*ease);
}

} // namespace kiosk::lint
