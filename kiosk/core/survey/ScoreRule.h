#pragma once

#include "kiosk/core/survey/Item.h"

#include <functional>
#include <span>

namespace kiosk::survey {

struct Band {
    double from = 0; ///< lowest value of the band
    Coding code;     ///< its display is what a person reads
};

/// How a score is computed: the extension names::score on a Questionnaire, with these parts (* may repeat):
///   rule            valueCode    `sum` (of the weights) or `rasch-wle` (Rasch rating scale, Warm's estimate, 0 to 100)
///   version         valueString  of the rule with its table; goes into every result
///   code            valueCoding  of the result's Observation
///   item*           sum: valueString, a linkId. None: every question that has weights.
///                   rasch-wle: parts linkId (valueString) and difficulty (valueDecimal, logits). A linkId that is not
///                   in this form belongs to the full form, whose lowest and highest measures are 0 and 100.
///   max-missing     valueInteger more missing items than this: no score (default 0)
///   missing         valueCode    sum: `mean` (default): missing items count as the mean of the answered ones, the sum
///   is
///                   rounded to a whole number; `zero`: they add nothing
///   not-applicable  valueCode    the code of the answer that counts as missing
///   threshold*      valueDecimal rasch-wle: the steps of the rating scale in logits, in order
///   band*           parts from (valueDecimal) and code (valueCoding with display), ascending
struct ScoreRule {
    enum class Method { Sum, RaschWle };
    enum class Missing { Mean, Zero };
    struct Part {
        std::string linkId;
        Item const* item = nullptr; ///< null: only in the full form
        double difficulty = 0;
    };

    Method method = Method::Sum;
    std::string version;
    Coding code;
    std::vector<Part> parts;
    int maxMissing = 0;
    Missing missing = Missing::Mean;
    std::string notApplicable;
    std::vector<double> thresholds;
    double lowest = 0;  ///< rasch-wle: the measure of the lowest raw score of the full form, in logits
    double highest = 0; ///< the same of the highest
    std::vector<Band> bands;
};

[[nodiscard]] std::string_view toString(ScoreRule::Method method);

using FindItem = std::function<Item const*(std::string_view linkId)>;

/// Reads one names::score extension. Invalid: which part breaks which rule.
[[nodiscard]] Result<ScoreRule> readScoreRule(Json const& extension, std::span<Item const* const> items,
                                              FindItem const& find);

} // namespace kiosk::survey
