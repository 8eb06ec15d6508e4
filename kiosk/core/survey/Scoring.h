#pragma once

#include "kiosk/core/survey/Response.h"

namespace kiosk::survey {

/// One score of one response, or why there is none. A copy of everything: outlives form and response.
struct Score {
    Coding code; ///< of the Observation; its display names the score
    ScoreRule::Method method = ScoreRule::Method::Sum;
    std::string version;                 ///< of the rule and its table
    std::optional<double> value;         ///< not rounded, save sums with imputed answers: they are whole numbers
    std::optional<double> standardError; ///< in the unit of the value; Rasch only
    std::optional<PersonFit> fit;        ///< Rasch only
    std::optional<Band> band;
    std::size_t answered = 0;
    std::size_t total = 0;
    std::string reason; ///< why there is no value
};

/// A Score for each rule of the form, in its order. Answers of disabled items count as missing; so does the rule's
/// "does not apply".
[[nodiscard]] std::vector<Score> scores(Form const& form, Response const& response);

} // namespace kiosk::survey
