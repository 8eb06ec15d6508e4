#pragma once

#include "kiosk/core/survey/Item.h"
#include "kiosk/core/survey/Rasch.h"

#include <functional>
#include <span>

namespace kiosk::survey {

struct Band {
    double from = 0; ///< lowest value of the band
    Coding code;     ///< its display is what a person reads
};

/// How a score is computed: the extension names::score on a Questionnaire, with these parts (* may repeat):
///   rule            valueCode    `sum` (of the weights), `mean` (of the answered ones), `top-box` (the share of the
///                   answered items that weigh `top-from` or more), `table` (what the table says of the sum), or
///                   `rasch-wle` (Rasch rating scale or partial credit, Warm's estimate, 0 to 100)
///   version         valueString  of the rule with its table; goes into every result
///   code            valueCoding  of the result's Observation
///   item*           valueString, a linkId, or parts linkId (valueString) and recode*. None: every question that has
///                   weights. A recode has the parts from, to and value (valueDecimal): weights in it count as value.
///                   rasch-wle: parts linkId, difficulty (valueDecimal, logits) and, in the partial credit model, its
///                   own threshold*. A linkId that is not in this form belongs to the full form, whose lowest and
///                   highest measures are 0 and 100.
///   max-missing     valueInteger more missing items than this: no score (default 0)
///   top-from        valueDecimal top-box: the least weight that counts
///   table*          table: parts raw (valueDecimal, ascending) and value (valueDecimal)
///   missing         valueCode    sum, table: `mean` (default): missing items count as the mean of the answered ones,
///   the sum is
///                   rounded to a whole number; `zero`: they add nothing
///   not-applicable  valueCode    the code of the answer that counts as missing
///   threshold*      valueDecimal rasch-wle: the steps of the rating scale in logits, in order
///   band*           parts from (valueDecimal) and code (valueCoding with display), ascending
struct ScoreRule {
    enum class Method { Sum, Mean, TopBox, Table, RaschWle };
    enum class Missing { Mean, Zero };
    struct Recode {
        double from = 0, to = 0, value = 0;
    };
    struct Part {
        std::string linkId;
        Item const* item = nullptr; ///< null: only in the full form
        RaschItem rasch;
        std::vector<Recode> recodes;
    };
    struct Row {
        double raw = 0, value = 0;
    };

    Method method = Method::Sum;
    std::string version;
    Coding code;
    std::vector<Part> parts;
    int maxMissing = 0;
    Missing missing = Missing::Mean;
    std::string notApplicable;
    double topFrom = 0;
    std::vector<Row> table;
    double lowest = 0;  ///< rasch-wle: the measure of the lowest raw score of the full form, in logits
    double highest = 0; ///< the same of the highest
    std::vector<Band> bands;
};

[[nodiscard]] std::string_view toString(ScoreRule::Method method);

using FindItem = std::function<Item const*(std::string_view linkId)>;

/// Reads one names::score extension. Invalid: which part breaks which rule.
[[nodiscard]] Result<ScoreRule> readScoreRule(Element const& extension, std::span<Item const* const> items,
                                              FindItem const& find);

} // namespace kiosk::survey
