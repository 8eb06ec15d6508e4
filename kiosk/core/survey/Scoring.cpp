#include "kiosk/core/survey/Scoring.h"

#include "kiosk/core/survey/Answers.h"
#include "kiosk/core/survey/Rasch.h"
#include "kiosk/core/survey/Values.h"

#include <algorithm>
#include <cmath>

namespace kiosk::survey {

namespace {

bool isNotApplicableAnswer(Element const& answer, ScoreRule const& rule) {
    return !rule.notApplicable.empty() && valueType(answer) == "Coding" && answer.textOf("code") == rule.notApplicable;
}

/// What the answers to one item add to a score; nothing if it counts as missing.
std::optional<double> weightOfAnswers(Item const& item, ScoreRule const& rule,
                                      std::vector<Element const*> const& answers) {
    std::optional<double> sum;
    for (auto const* answer : answers) {
        if (isNotApplicableAnswer(*answer, rule)) return std::nullopt;
        auto const* option = optionOf(item.options, *answer);
        if (option && option->weight) sum = sum.value_or(0) + *option->weight;
        if (!option && answer->kind() == Element::Kind::Number) sum = sum.value_or(0) + toDouble(answer->text());
    }
    return sum;
}

struct Tally {
    double raw = 0;
    std::vector<double> weights;  ///< of the answered items
    std::vector<RaschItem> items; ///< the same
};

double recoded(ScoreRule::Part const& part, double weight) {
    for (auto const& recode : part.recodes)
        if (recode.from <= weight && weight <= recode.to) return recode.value;
    return weight;
}

Tally tally(ScoreRule const& rule, Response const& response, Score& score) {
    Tally tally;
    for (auto const& part : rule.parts) {
        if (!part.item) continue;
        ++score.total;
        auto const weight = weightOfAnswers(*part.item, rule, response.effectiveValues(*part.item));
        if (!weight) continue;
        tally.weights.push_back(recoded(part, *weight));
        tally.raw += tally.weights.back();
        tally.items.push_back(part.rasch);
    }
    score.answered = tally.weights.size();
    return tally;
}

double sumScore(ScoreRule const& rule, Tally const& tally, Score const& score) {
    if (score.answered == score.total || rule.missing == ScoreRule::Missing::Zero) return tally.raw;
    return std::floor(tally.raw * static_cast<double>(score.total) / static_cast<double>(score.answered) + 0.5);
}

void setMeasure(ScoreRule const& rule, Tally const& tally, Score& score) {
    auto const measure = warmMeasure(tally.items, static_cast<int>(tally.raw));
    const std::vector<int> answers(tally.weights.begin(), tally.weights.end());
    score.fit = personFit(tally.items, answers, measure.theta);
    double const unit = 100 / (rule.highest - rule.lowest);
    score.value = unit * (measure.theta - rule.lowest);
    score.standardError = unit * measure.standardError;
}

void setFromTable(ScoreRule const& rule, double raw, Score& score) {
    for (auto const& row : rule.table)
        if (row.raw == raw) score.value = row.value;
    if (!score.value) score.reason = "the table has no such sum";
}

double topBoxShare(ScoreRule const& rule, Tally const& tally) {
    auto const top = std::ranges::count_if(tally.weights, [&](double weight) { return weight >= rule.topFrom; });
    return static_cast<double>(top) / static_cast<double>(tally.weights.size());
}

void setValue(ScoreRule const& rule, Tally const& tally, Score& score) {
    switch (rule.method) {
    case ScoreRule::Method::Sum: score.value = sumScore(rule, tally, score); break;
    case ScoreRule::Method::Mean: score.value = tally.raw / static_cast<double>(score.answered); break;
    case ScoreRule::Method::TopBox: score.value = topBoxShare(rule, tally); break;
    case ScoreRule::Method::Table: setFromTable(rule, sumScore(rule, tally, score), score); break;
    case ScoreRule::Method::RaschWle: setMeasure(rule, tally, score); break;
    }
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
    setValue(rule, answers, score);
    if (score.value) setBand(rule, score);
    return score;
}

} // namespace

std::vector<Score> scores(Form const& form, Response const& response) {
    std::vector<Score> result;
    for (auto const& rule : form.scoreRules()) result.push_back(scoreBy(rule, response));
    return result;
}

} // namespace kiosk::survey
