#include "kiosk/core/survey/Answers.h"

#include "kiosk/core/survey/Values.h"

#include <algorithm>

namespace kiosk::survey {

namespace {

constexpr std::size_t longestText = 10'000; // code points; ours, FHIR allows a megabyte
constexpr std::size_t mostOwnWords = 100;   // answers that are no option

std::string_view expectedType(ItemType type) {
    switch (type) {
    case ItemType::Boolean: return "Boolean";
    case ItemType::Integer: return "Integer";
    case ItemType::Decimal: return "Decimal";
    case ItemType::Date: return "Date";
    default: return "String";
    }
}

tl::unexpected<Error> refuse(Item const& item, std::string const& rule) {
    return fail(ErrorKind::Invalid, "item '" + item.linkId + "': " + rule);
}

Result<void> checkRange(Item const& item, Json const& answer) {
    if (item.minValue && compare(answer, *item.minValue) < 0) return refuse(item, "the answer is below minValue");
    if (item.maxValue && compare(answer, *item.maxValue) > 0) return refuse(item, "the answer is above maxValue");
    if (valueType(answer) != "String") return {};
    auto const cap = std::min(item.maxLength.value_or(longestText), longestText);
    if (*textLength(answer["valueString"].get_ref<std::string const&>()) > cap)
        return refuse(item, "the answer is longer than maxLength");
    return {};
}

/// One answer: an option as the form gives it, or a free value within its limits.
Result<Json> checkAnswer(Item const& item, Json const& answer) {
    if (auto checked = checkValue(answer); !checked) return refuse(item, "the answer " + checked.error().text);
    if (auto const* option = optionOf(item, answer)) return option->value;
    if (!item.options.empty() && item.type != ItemType::OpenChoice)
        return refuse(item, "the answer is none of its options");
    if (valueType(answer) != expectedType(item.type))
        return refuse(item, "the answer must be a value" + std::string(expectedType(item.type)));
    TRY(checkRange(item, answer));
    return answer;
}

Result<void> checkTogether(Item const& item, Json const& answers) {
    if (answers.size() < 2) return {};
    if (!item.repeats) return refuse(item, "takes one answer");
    for (auto answer = answers.begin(); answer != answers.end(); ++answer) {
        if (std::any_of(answers.begin(), answer, [&](Json const& earlier) { return same(earlier, *answer); }))
            return refuse(item, "an answer is there twice");
        auto const* option = optionOf(item, *answer);
        if (option && option->exclusive) return refuse(item, "an optionExclusive answer goes with no other");
    }
    return {};
}

} // namespace

Option const* optionOf(Item const& item, Json const& answer) {
    auto const found =
        std::ranges::find_if(item.options, [&](Option const& option) { return same(option.value, answer); });
    return found == item.options.end() ? nullptr : &*found;
}

Result<Json> checkAnswers(Item const& item, Json const& answers) {
    if (!answers.is_array()) return refuse(item, "answers must be a list");
    if (!item.isQuestion() && !answers.empty()) return refuse(item, "is not a question");
    if (answers.size() > item.options.size() + mostOwnWords) return refuse(item, "has too many answers");
    auto checked = Json::array();
    for (auto const& answer : answers) checked.push_back(TRY(checkAnswer(item, answer)));
    TRY(checkTogether(item, checked));
    return checked;
}

Json toggled(Item const& item, Json const& answers, Option const& option) {
    if (!item.repeats) return Json::array({option.value});
    auto result = Json::array();
    bool wasThere = false;
    for (auto const& answer : answers) {
        auto const* other = optionOf(item, answer);
        wasThere = wasThere || other == &option;
        if (other != &option && !option.exclusive && !(other && other->exclusive)) result.push_back(answer);
    }
    if (!wasThere) result.push_back(option.value);
    return result;
}

} // namespace kiosk::survey
