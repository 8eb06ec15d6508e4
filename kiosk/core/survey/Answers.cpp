#include "kiosk/core/survey/Answers.h"

#include "kiosk/core/survey/ValueRules.h"
#include "kiosk/core/survey/Values.h"

#include <algorithm>

namespace kiosk::survey {

namespace {

fhir::Type const* typeOfAnswers() {
    return fhir::Model::r4().find("QuestionnaireResponse.item");
}

void checkOption(Item const& item, Element const& value, Report const& report) {
    bool const isOwn = item.type == ItemType::OpenChoice && valueType(value) == "String";
    if (!isOwn) return report("the answer is none of its options");
    checkFreeAnswer(item, value, report);
}

void checkTwice(std::span<Element const* const> values, Report const& report) {
    for (auto value = values.begin(); value != values.end(); ++value)
        if (std::any_of(values.begin(), value, [&](Element const* earlier) { return same(*earlier, **value); }))
            return report("an answer is there twice");
}

void checkExclusive(Situation const& situation, std::span<Element const* const> values, Report const& report) {
    for (auto const* value : values)
        if (auto const* option = optionOf(situation.options, *value); option && option->exclusive)
            return report("an optionExclusive answer goes with no other");
}

} // namespace

Result<fhir::Document> parseAnswersText(std::string_view json) {
    const std::string text = R"({"answer":)" + std::string(json) + "}";
    return fhir::Document::parse(asBytes(text), {}, typeOfAnswers());
}

Result<fhir::Document> parseAnswers(Json const& answers) {
    if (!answers.is_array()) return fail(ErrorKind::Invalid, "answers must be a list");
    try {
        return parseAnswersText(answers.dump());
    } catch (Json::exception const&) {
        return fail(ErrorKind::Invalid, "the answer is not UTF-8");
    }
}

Situation Situation::of(Item const& item) {
    return {item.options, item.minValue, item.maxValue, item.readOnly, item.required};
}

void checkAnswer(Item const& item, Situation const& situation, Element const& value, Report const& report) {
    if (!item.isQuestion()) return report("is not a question");
    auto const type = valueType(value);
    if (optionOf(situation.options, value)) return;
    if (!isAllowed(item, situation.options, type)) {
        auto const hasType = [&](Option const& option) { return valueType(*option.source) == type; };
        if (std::ranges::any_of(situation.options, hasType)) return report("the answer is none of its options");
        bool const isOfOptions = item.type == ItemType::Choice && !situation.options.empty();
        return report("the answer must be a value" + (isOfOptions
                                                          ? std::string(valueType(*situation.options.front().source))
                                                          : expectedType(item.type)));
    }
    if (auto checked = checkValue(value); !checked) return report("the answer " + checked.error().text);
    if (!situation.options.empty() && type != "Reference") return checkOption(item, value, report);
    checkFreeAnswer(item, value, report);
    checkBounds(situation, value, report);
}

void checkTogether(Item const& item, Situation const& situation, std::span<Element const* const> values,
                   Report const& report) {
    if (item.rules.maxOccurs && values.size() > *item.rules.maxOccurs)
        return report("takes no more than " + std::to_string(*item.rules.maxOccurs) + " answers");
    if (values.size() < 2) return;
    if (!item.repeats) return report("takes one answer");
    checkTwice(values, report);
    checkExclusive(situation, values, report);
}

std::optional<std::string> checkAll(Item const& item, std::span<Element const* const> values,
                                    Situation const* situation) {
    auto const& options = situation ? situation->options : std::span<const Option>(item.options);
    if (values.size() > mostAnswers(options)) return "has too many answers";
    std::optional<std::string> first;
    auto const own = Situation::of(item);
    auto const note = [&](std::string reason) {
        if (!first) first = std::move(reason);
    };
    for (auto const* value : values) checkAnswer(item, situation ? *situation : own, *value, note);
    checkTogether(item, situation ? *situation : own, values, note);
    return first;
}

Option const* optionOf(std::span<const Option> options, Element const& value) {
    auto const found = std::ranges::find_if(options, [&](Option const& option) { return same(*option.source, value); });
    return found == options.end() ? nullptr : &*found;
}

Option const* optionOf(std::span<const Option> options, Json const& answer) {
    auto const found = std::ranges::find_if(options, [&](Option const& option) { return same(option.value, answer); });
    return found == options.end() ? nullptr : &*found;
}

Json toggled(Item const& item, std::span<const Option> options, Json const& answers, Option const& option) {
    if (!item.repeats) return Json::array({option.value});
    auto result = Json::array();
    bool wasThere = false;
    for (auto const& answer : answers) {
        auto const* other = optionOf(options, answer);
        wasThere = wasThere || other == &option;
        if (other != &option && !option.exclusive && !(other && other->exclusive)) result.push_back(answer);
    }
    if (!wasThere) result.push_back(option.value);
    return result;
}

} // namespace kiosk::survey
