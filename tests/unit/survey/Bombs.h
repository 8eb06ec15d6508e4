#pragma once

// Forms and responses made to cost more than their size: each is refused with the limit that it goes over, or is small
// after all. What grows is counted where it can be; where only time shows it, four times as much must not take sixteen
// times as long in the same run.

#include "tests/support/growth/Growth.h"
#include "tests/unit/survey/sdc/Sdc.h"

#include <numeric>

namespace kiosk::survey::testing {

using kiosk::testing::growth;
using kiosk::testing::linear;

inline std::string listOf(std::size_t count, std::function<std::string(std::size_t)> const& entry) {
    std::string list;
    for (std::size_t i = 0; i < count; ++i) list += (i > 0 ? "," : "") + entry(i);
    return list;
}

inline Form opened(std::string const& items, std::string const& more = "") {
    auto form = Form::open(asBytes(questionnaire(items, more)));
    if (!form) throw std::runtime_error(form.error().text);
    return std::move(*form);
}

inline fhir::Document responseOf(std::string const& items) {
    return *fhir::Document::parse(
        asBytes(R"({"resourceType":"QuestionnaireResponse","status":"completed","item":[)" + items + "]}"));
}

inline std::size_t textIn(std::vector<Finding> const& findings) {
    return std::accumulate(findings.begin(), findings.end(), std::size_t{0},
                           [](auto sum, Finding const& each) { return sum + each.text().size(); });
}

inline std::string containing(std::string const& valueSets) {
    return R"("contained": [)" + valueSets + "], ";
}
inline std::string valueSet(std::string const& id, std::string const& include) {
    return R"({"resourceType": "ValueSet", "id": ")" + id + R"(", "compose": {"include": [)" + include + "]}}";
}
inline std::string concepts(std::size_t count) {
    return R"({"system": "s", "concept": [)" +
           listOf(count, [](auto i) { return R"({"code": "c)" + std::to_string(i) + "\"}"; }) + "]}";
}
inline const std::string choiceOfA = R"({"linkId": "x", "type": "choice", "answerValueSet": "#a"})";

} // namespace kiosk::survey::testing
