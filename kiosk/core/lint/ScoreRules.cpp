#include "kiosk/core/lint/Rules.h"
#include "kiosk/core/lint/ScoreVectors.h"

#include <algorithm>

namespace kiosk::lint {

namespace {

constexpr std::string_view scoreVectors = "score-vectors";

std::string placeOf(survey::ScoreRule const& rule) {
    return "score '" + rule.code.code + "'";
}

void checkVectors(std::shared_ptr<const survey::Form> const& form, ByteView json, Remarks& remarks) {
    auto const vectors = readScoreVectors(json);
    if (!vectors) {
        remarks.push_back({Severity::Error, "vectors", vectors.error().text, scoreVectors});
        return;
    }
    for (std::size_t i = 0; i < vectors->size(); ++i)
        if (auto reason = disagreement(form, (*vectors)[i]); !reason.empty())
            remarks.push_back(
                {Severity::Error, "vectors: scores[" + std::to_string(i) + "]", std::move(reason), scoreVectors});
    for (auto const& rule : form->scoreRules()) {
        auto const isOfRule = [&](ScoreVector const& each) { return each.code == rule.code.code; };
        if (std::ranges::none_of(*vectors, isOfRule))
            remarks.push_back({Severity::Warning, placeOf(rule), "no reference vector is of this score", scoreVectors});
    }
}

} // namespace

void checkScores(Subject const& subject, Remarks& remarks) {
    auto const& form = *subject.form;
    for (auto const& rule : form.scoreRules())
        if (rule.version.find("provisional") != std::string::npos)
            remarks.push_back({Severity::Information, placeOf(rule),
                               "rule '" + rule.version + "' is provisional: not to be compared with other versions",
                               "provisional"});
    if (form.isExperimental())
        remarks.push_back({Severity::Information, "", "says of itself that it is experimental", "provisional"});
    if (subject.options.vectors)
        checkVectors(subject.form, *subject.options.vectors, remarks);
    else if (!form.scoreRules().empty())
        remarks.push_back(
            {Severity::Warning, "", "has scores and no reference vectors (vectors/ID.json beside it)", scoreVectors});
}

} // namespace kiosk::lint
