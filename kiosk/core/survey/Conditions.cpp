#include "kiosk/core/survey/Conditions.h"

#include "kiosk/core/survey/Values.h"

#include <algorithm>

namespace kiosk::survey {

namespace {

bool satisfies(std::partial_ordering order, Comparison comparison) {
    switch (comparison) {
    case Comparison::Greater: return order > 0;
    case Comparison::Less: return order < 0;
    case Comparison::GreaterOrEqual: return order >= 0;
    case Comparison::LessOrEqual: return order <= 0;
    default: return order == 0;
    }
}

bool matches(Element const& answer, Condition const& condition) {
    return satisfies(compare(answer, *condition.answer), condition.comparison);
}

std::vector<Element const*> nearestAnswers(Instances const& instances, Instance const& instance,
                                           Condition const& condition) {
    auto const* around = condition.around ? Instances::around(instance, condition.around) : nullptr;
    std::vector<Element const*> answers;
    for (auto const* question : instances.of(*condition.question)) {
        if (!question->isEnabled || !Instances::isInside(*question, around)) continue;
        for (auto const* value : question->values()) answers.push_back(value);
    }
    return answers;
}

bool holds(Condition const& condition, std::vector<Element const*> const& answers) {
    if (condition.comparison == Comparison::Exists) return answers.empty() != (condition.answer->text() == "true");
    auto const isMatch = [&](Element const* answer) { return matches(*answer, condition); };
    return std::ranges::any_of(answers, isMatch) != (condition.comparison == Comparison::NotEqual);
}

} // namespace

bool conditionsHold(Instances const& instances, Instance const& instance) {
    auto const& item = *instance.item;
    if (item.conditions.empty()) return true;
    auto const isMet = [&](Condition const& condition) {
        return condition.question && holds(condition, nearestAnswers(instances, instance, condition));
    };
    return item.needsAllConditions ? std::ranges::all_of(item.conditions, isMet)
                                   : std::ranges::any_of(item.conditions, isMet);
}

} // namespace kiosk::survey
