#include "kiosk/core/survey/Scoring.h"

#include "kiosk/core/survey/Answers.h"
#include "kiosk/core/survey/Rasch.h"

#include <cmath>

namespace kiosk::survey {

namespace {

bool isNotApplicableAnswer(Json const& answer, ScoreRule const& rule) {
    return !rule.notApplicable.empty() && answer.contains("valueCoding") &&
           answer["valueCoding"]["code"] == rule.notApplicable;
}

/// What the answers to one item add to a score; nothing if it counts as missing.
std::optional<double> weightOfAnswers(Item const& item, ScoreRule const& rule, Json const& answers) {
    std::optional<double> sum;
    for (auto const& answer : answers) {
        if (isNotApplicableAnswer(answer, rule)) return std::nullopt;
        auto const* option = optionOf(item, answer);
        if (option && option->weight) sum = sum.value_or(0) + *option->weight;
        if (!option && answer.begin().value().is_number()) sum = sum.value_or(0) + answer.begin().value().get<double>();
    }
    return sum;
}

struct Tally {
    double raw = 0;
    std::vector<double> difficulties; ///< of the answered items
};

Tally tally(ScoreRule const& rule, Response const& response, Score& score) {
    Tally tally;
    for (auto const& part : rule.parts) {
        if (!part.item) continue;
        ++score.total;
        auto const weight = weightOfAnswers(*part.item, rule, response.effectiveAnswers(*part.item));
        if (!weight) continue;
        tally.raw += *weight;
        tally.difficulties.push_back(part.difficulty);
    }
    score.answered = tally.difficulties.size();
    return tally;
}

double sumScore(ScoreRule const& rule, Tally const& tally, Score const& score) {
    if (score.answered == score.total || rule.missing == ScoreRule::Missing::Zero) return tally.raw;
    return std::floor(tally.raw * static_cast<double>(score.total) / static_cast<double>(score.answered) + 0.5);
}

void setMeasure(ScoreRule const& rule, Tally const& tally, Score& score) {
    auto const measure = warmMeasure(tally.difficulties, rule.thresholds, static_cast<int>(tally.raw));
    double const unit = 100 / (rule.highest - rule.lowest);
    score.value = unit * (measure.theta - rule.lowest);
    score.standardError = unit * measure.standardError;
}

void setBand(ScoreRule const& rule, Score& score) {
    for (auto const& band : rule.bands)
        if (*score.value >= band.from) score.band = band;
}

Score scoreBy(ScoreRule const& rule, Response const& response) {
    Score score;
    score.code = rule.code;
    score.method = rule.method;
    score.version = rule.version;
    auto const answers = tally(rule, response, score);
    if (score.answered == 0 || score.total - score.answered > static_cast<std::size_t>(rule.maxMissing)) {
        score.reason = std::to_string(score.total - score.answered) + " of " + std::to_string(score.total) +
                       " answers missing, " + std::to_string(rule.maxMissing) + " allowed";
        return score;
    }
    if (rule.method == ScoreRule::Method::Sum)
        score.value = sumScore(rule, answers, score);
    else
        setMeasure(rule, answers, score);
    setBand(rule, score);
    return score;
}

} // namespace

std::vector<Score> scores(Form const& form, Response const& response) {
    std::vector<Score> result;
    for (auto const& rule : form.scoreRules()) result.push_back(scoreBy(rule, response));
    return result;
}

} // namespace kiosk::survey
