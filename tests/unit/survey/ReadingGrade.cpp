#include "tests/unit/survey/ReadingGrade.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <vector>

namespace kiosk::survey::testing {

namespace {

bool isVowel(char c) {
    return std::string_view("aeiouy").find(c) != std::string_view::npos;
}

/// Words in small letters, without apostrophes and hyphens.
std::vector<std::string> wordsOf(std::string_view text) {
    std::vector<std::string> words(1);
    for (char const c : text) {
        if (std::isalpha(static_cast<unsigned char>(c)) != 0)
            words.back() += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        else if (c != '\'' && c != '-' && !words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

/// A last e that is not spoken: "late", "lived"; but "table", "wanted".
bool endsSilently(std::string_view word) {
    if (word.ends_with("e") && word.size() > 2) return !word.ends_with("le") || isVowel(word[word.size() - 3]);
    if (!word.ends_with("ed") || word.size() < 4) return false;
    char const before = word[word.size() - 3];
    return before != 't' && before != 'd' && !isVowel(before);
}

int syllablesOf(std::string_view word) {
    int count = 0;
    for (std::size_t i = 0; i < word.size(); ++i) {
        bool const begins = isVowel(word[i]) && (i == 0 || !isVowel(word[i - 1]));
        bool const splits = i > 0 && isVowel(word[i - 1]) && word.substr(i) == "ing"; // "being"
        count += begins || splits ? 1 : 0;
    }
    return std::max(1, count - (endsSilently(word) && count > 1 ? 1 : 0));
}

int sentencesOf(std::string_view text) {
    int count = 0;
    bool open = false;
    for (char const c : text) {
        bool const ends = c == '.' || c == '?' || c == '!';
        if (ends && open) ++count;
        open = !ends && (open || std::isalpha(static_cast<unsigned char>(c)) != 0);
    }
    return count + (open ? 1 : 0);
}

} // namespace

double readingGrade(std::string_view text) {
    auto const words = wordsOf(text);
    if (words.empty()) return 0;
    double syllables = 0;
    for (auto const& word : words) syllables += syllablesOf(word);
    auto const count = static_cast<double>(words.size());
    return 0.39 * count / sentencesOf(text) + 11.8 * syllables / count - 15.59;
}

} // namespace kiosk::survey::testing
