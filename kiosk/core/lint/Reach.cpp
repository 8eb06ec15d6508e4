#include "kiosk/core/lint/Reach.h"

#include "kiosk/core/lint/FormTexts.h"
#include "kiosk/core/survey/Values.h"

#include <algorithm>
#include <map>

namespace kiosk::lint {

namespace {

using fhir::Element;
using survey::compare;
using survey::Comparison;
using survey::Condition;
using survey::Item;
using survey::ItemType;
using survey::Role;

constexpr int mostPasses = 16;
constexpr std::size_t mostConditions = 200; ///< together; of more than anybody writes nothing is said

bool wantsNoAnswer(Condition const& condition) {
    return condition.comparison == Comparison::Exists && condition.answer->text() == "false";
}

bool wantsAnswer(Condition const& condition) {
    return condition.comparison != Comparison::NotEqual && !wantsNoAnswer(condition);
}

/// One end of what an answer may be.
struct Bound {
    Element const* value = nullptr;
    bool isOpen = false; ///< the value itself is not in
};

/// Whether no value is at or above `least` and at or below `most`.
bool isEmptyBetween(Bound const& least, Bound const& most, bool isWhole) {
    auto const order = compare(*least.value, *most.value);
    if (order > 0) return true;
    if (order == 0) return least.isOpen || most.isOpen;
    bool const mayBeNextTo = isWhole && least.isOpen && most.isOpen && order < 0;
    return mayBeNextTo && survey::toDouble(most.value->text()) - survey::toDouble(least.value->text()) <= 1;
}

void addBounds(Condition const& condition, std::vector<Bound>& least, std::vector<Bound>& most) {
    switch (condition.comparison) {
    case Comparison::Equal:
        least.push_back({condition.answer, false});
        most.push_back({condition.answer, false});
        break;
    case Comparison::Greater: least.push_back({condition.answer, true}); break;
    case Comparison::GreaterOrEqual: least.push_back({condition.answer, false}); break;
    case Comparison::Less: most.push_back({condition.answer, true}); break;
    case Comparison::LessOrEqual: most.push_back({condition.answer, false}); break;
    case Comparison::Exists:
    case Comparison::NotEqual: break;
    }
}

bool hasOrder(ItemType type) {
    switch (type) {
    case ItemType::Integer:
    case ItemType::Decimal:
    case ItemType::Date:
    case ItemType::DateTime:
    case ItemType::Time: return true;
    default: return false;
    }
}

/// Whether one answer to a question of numbers or moments can meet all conditions, within its least and most value.
bool fitsBetween(Item const& question, std::vector<Condition const*> const& conditions) {
    std::vector<Bound> least, most;
    if (question.minValue) least.push_back({question.minValue, false});
    if (question.maxValue) most.push_back({question.maxValue, false});
    for (auto const* condition : conditions) addBounds(*condition, least, most);
    bool const isWhole = question.type == ItemType::Integer;
    for (auto const& low : least)
        for (auto const& high : most)
            if (isEmptyBetween(low, high, isWhole)) return false;
    for (auto const* condition : conditions)
        for (auto const* other : conditions)
            if (condition->comparison == Comparison::Equal && other->comparison == Comparison::NotEqual &&
                survey::same(*condition->answer, *other->answer))
                return false;
    return true;
}

/// Whether one value meets a condition that compares.
bool meets(Element const& value, Condition const& condition) {
    auto const order = compare(value, *condition.answer);
    switch (condition.comparison) {
    case Comparison::Exists: return true;
    case Comparison::Equal: return order == 0;
    case Comparison::NotEqual: return order != 0;
    case Comparison::Greater: return order > 0;
    case Comparison::GreaterOrEqual: return order >= 0;
    case Comparison::Less: return order < 0;
    case Comparison::LessOrEqual: return order <= 0;
    }
    return true;
}

bool offersAnswersByExpression(survey::Form const& form, Item const& question) {
    return std::ranges::any_of(question.expressions, [&](std::size_t index) {
        auto const role = form.expressions()[index].role;
        return role == Role::Answers || role == Role::Candidates;
    });
}

/// All its answers are listed in the form.
bool isClosedList(survey::Form const& form, Item const& question) {
    return !question.options.empty() && !question.hasOpenOptions && question.type != ItemType::OpenChoice &&
           !offersAnswersByExpression(form, question);
}

bool anyOptionMeets(Item const& question, std::vector<Condition const*> const& conditions) {
    return std::ranges::any_of(question.options, [&](survey::Option const& option) {
        return std::ranges::all_of(conditions, [&](auto const* each) { return meets(*option.source, *each); });
    });
}

/// One value of true and false for all.
bool contradictAsBoolean(std::vector<Condition const*> const& conditions) {
    auto const isAllowed = [&](std::string_view value) {
        return std::ranges::all_of(conditions, [&](Condition const* each) {
            if (each->comparison == Comparison::Equal) return each->answer->text() == value;
            return each->comparison != Comparison::NotEqual || each->answer->text() != value;
        });
    };
    return !isAllowed("true") && !isAllowed("false");
}

/// Texts and codes that are not listed: only two different ones that it should be at once are impossible.
bool contradictAsText(std::vector<Condition const*> const& conditions) {
    for (auto const* condition : conditions)
        for (auto const* other : conditions) {
            if (condition->comparison != Comparison::Equal) continue;
            bool const isSame = survey::same(*condition->answer, *other->answer);
            if (other->comparison == Comparison::Equal && !isSame) return true;
            if (other->comparison == Comparison::NotEqual && isSame) return true;
        }
    return false;
}

/// Whether one and the same answer to the question can meet all of them.
bool oneAnswerMeets(survey::Form const& form, Item const& question, std::vector<Condition const*> const& conditions) {
    if (isClosedList(form, question)) return anyOptionMeets(question, conditions);
    if (question.type == ItemType::Boolean) return !contradictAsBoolean(conditions);
    if (hasOrder(question.type)) return fitsBetween(question, conditions);
    return question.type == ItemType::Quantity || !contradictAsText(conditions);
}

bool mayHaveSeveralAnswers(Item const& question) {
    return question.repeats || question.isRepeated;
}

} // namespace

Reach::Reach(survey::Form const& form) : m_form(form) {
    // What cannot be reached can make others so, behind it or before: there and back until nothing is added. The cap
    // bounds what a form from anywhere can ask for.
    auto items = form.allItems();
    bool isNew = true;
    for (int pass = 0; isNew && pass < mostPasses; ++pass) {
        isNew = false;
        for (auto const* item : items) {
            bool const isInside = item->parent && !isReachable(*item->parent);
            if (isReachable(*item) && (isInside || !reasonFor(*item).empty())) isNew = m_never.insert(item).second;
        }
        std::ranges::reverse(items);
    }
}

std::string Reach::whyNever(Item const& item) const {
    return item.parent && !isReachable(*item.parent) ? std::string{} : reasonFor(item);
}

bool Reach::hasValueOfItsOwn(Item const& item) const {
    return !item.initial.empty() || std::ranges::any_of(item.expressions, [&](std::size_t index) {
        auto const role = m_form.expressions()[index].role;
        return role == Role::Calculate || role == Role::Initial || role == Role::ReadOnly || role == Role::Population;
    });
}

bool Reach::mayHaveAnswer(Item const& question) const {
    return isReachable(question) && (hasValueOfItsOwn(question) || (!question.hidden && !question.readOnly));
}

/// Conditions that must all hold, on one question.
std::string Reach::whyNot(Item const& question, Conditions const& conditions) const {
    auto const name = "'" + question.linkId + "'";
    bool const needsAnswer = std::ranges::any_of(conditions, [](auto const* each) { return wantsAnswer(*each); });
    if (!needsAnswer) return {};
    if (std::ranges::any_of(conditions, [](auto const* each) { return wantsNoAnswer(*each); }))
        return name + " is to have an answer and none";
    if (!isReachable(question)) return name + " is never asked itself";
    if (!mayHaveAnswer(question)) return name + " is hidden or read only and has no value";
    auto const meets = [&](Conditions const& some) { return oneAnswerMeets(m_form, question, some); };
    if (!mayHaveSeveralAnswers(question))
        return meets(conditions) ? std::string{} : "no answer to " + name + " does that";
    for (auto const* each : conditions)
        if (!meets({each})) return "no answer to " + name + " does that";
    return {};
}

std::string Reach::whyNotAll(Conditions const& conditions) const {
    if (conditions.size() > mostConditions) return {};
    std::map<Item const*, Conditions> byQuestion;
    for (auto const* condition : conditions)
        if (condition->question && condition->question->isQuestion())
            byQuestion[condition->question].push_back(condition);
    for (auto const& [question, some] : byQuestion)
        if (auto why = whyNot(*question, some); !why.empty()) return why;
    return {};
}

std::string Reach::reasonFor(Item const& item) const {
    for (auto const index : item.expressions) {
        auto const& expression = m_form.expressions()[index];
        if (expression.role == Role::Enable && expression.text == "false") return "its enableWhenExpression is false";
    }
    auto const needsAll = [](Item const& each) { return each.needsAllConditions || each.conditions.size() == 1; };
    if (!item.conditions.empty() && !needsAll(item)) {
        std::string why;
        for (auto const& condition : item.conditions)
            if (why = whyNotAll({&condition}); why.empty()) return {};
        return "none of its enableWhen can hold: " + why;
    }
    Conditions all;
    for (auto const* at = &item; at && all.size() <= mostConditions; at = at->parent)
        if (needsAll(*at))
            for (auto const& condition : at->conditions) all.push_back(&condition);
    if (item.conditions.empty()) return {};
    auto const why = whyNotAll(all);
    return why.empty() ? why : "its enableWhen can never hold: " + why;
}

} // namespace kiosk::lint
