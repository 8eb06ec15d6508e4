#pragma once

#include "kiosk/core/base/Result.h"
#include "kiosk/core/survey/Scoring.h"

namespace kiosk::lint {

/// What a score of a form must be for certain answers, computed or published apart from our engine. Vectors lie beside
/// a form, in `vectors/ID.json`, so that a kiosk need not carry them:
///
///   {"source": "where the values are from",
///    "scores": [{"code": "44261-6", "answers": {"phq9.1": "LA6569-3", "pain": 7}, "value": 7, "se": 1.5, "band":
///    "mild"}]}
///
/// `answers`: by linkId the code of a coding, or a number; what is not there is not answered. `value` null: no score.
/// The score must agree to the last decimal that `value` is written with; `se` and `band` are checked if given.
struct ScoreVector {
    std::string code;
    Json answers;
    std::optional<std::string> value; ///< as it is written
    std::optional<std::string> standardError;
    std::string band;
};

/// Invalid: not as above.
[[nodiscard]] Result<std::vector<ScoreVector>> readScoreVectors(ByteView json);

/// What does not agree: "the score 'x' is 3, not 4"; empty: all does.
[[nodiscard]] std::string disagreement(std::shared_ptr<const survey::Form> const& form, ScoreVector const& vector);

/// Whether `number` is `written` when it is rounded to as many decimals.
[[nodiscard]] bool agrees(double number, std::string_view written);

} // namespace kiosk::lint
