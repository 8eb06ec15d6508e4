#include "kiosk/core/lint/HospitalSurvey.h"

#include "kiosk/core/lint/Words.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <set>
#include <vector>

namespace kiosk::lint {

namespace {

constexpr double enough = 0.5;
constexpr std::size_t fewest = 2;

struct Question {
    std::string_view topic;
    std::vector<std::uint32_t> shingles; ///< ascending
};

std::vector<Question> const& questions() {
    static const std::vector<Question> all{
#include "kiosk/core/lint/HospitalShingles.inc"
    };
    return all;
}

bool isCommon(std::string const& word) {
    static const std::set<std::string_view> common{
#include "kiosk/core/lint/CommonWords.inc"
    };
    return common.contains(word);
}

void dropEnding(std::string& word) {
    constexpr std::size_t shortest = 3;
    for (std::string_view const ending : {"ingly", "edly", "ing", "ed", "ies", "es", "s", "ly"})
        if (word.ends_with(ending) && word.size() - ending.size() >= shortest)
            return word.resize(word.size() - ending.size());
}

/// 32-bit FNV-1a.
std::uint32_t hashOf(std::string const& left, std::string const& right) {
    std::uint32_t hash = 0x811C9DC5;
    for (char const c : std::min(left, right) + " " + std::max(left, right))
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x01000193;
    return hash;
}

std::vector<std::uint32_t> shinglesOf(std::string_view text) {
    auto words = wordsOf(text);
    std::erase_if(words, isCommon);
    std::ranges::for_each(words, dropEnding);
    std::set<std::uint32_t> shingles;
    for (std::size_t i = 0; i < words.size(); ++i)
        for (std::size_t j = i + 1; j < std::min(i + 3, words.size()); ++j)
            if (words[i] != words[j]) shingles.insert(hashOf(words[i], words[j]));
    return {shingles.begin(), shingles.end()};
}

} // namespace

std::string_view hospitalTopicOf(std::string_view text) {
    if (text.size() > longestQuestion) return {};
    auto const shingles = shinglesOf(text);
    std::string_view topic;
    double best = 0;
    for (auto const& question : questions()) {
        std::vector<std::uint32_t> common;
        std::ranges::set_intersection(shingles, question.shingles, std::back_inserter(common));
        if (common.size() < fewest) continue;
        auto const shorter = static_cast<double>(std::min(shingles.size(), question.shingles.size()));
        auto const share = static_cast<double>(common.size()) / shorter;
        if (share < enough || share <= best) continue;
        best = share;
        topic = question.topic;
    }
    return topic;
}

} // namespace kiosk::lint
