#include "kiosk/core/lint/Robot.h"

#include "kiosk/core/survey/Values.h"

#include <algorithm>
#include <set>

namespace kiosk::lint {

using survey::Instance;
using survey::Item;
using survey::ItemType;
using survey::Response;

namespace {

constexpr int mostRounds = 20;
constexpr std::size_t longestWords = 10'000;

std::string jsonText(std::string const& text) {
    return Json(text).dump();
}

std::string answerOf(char const* type, std::string const& json) {
    return std::string("{\"value") + type + "\":" + json + "}";
}

/// Texts that patterns of forms are likely to ask for.
constexpr char const* samples[] = {"words",          "12345",      "5551234567",    "555-123-4567",
                                   "(555) 123-4567", "555-1234",   "a@example.org", "2026-11-25",
                                   "11/25/2026",     "12345-6789", "123-45-6789",   "NY",
                                   "10:30",          "7",          "120/80",        "1234567890",
                                   "+15551234567",   "1980",       "AB123",         "98.6"};

bool fits(Item const& item, std::string const& text) {
    auto const answers = survey::parseAnswersText("[" + answerOf("String", jsonText(text)) + "]");
    auto const* value = answers->root().child("answer")->child("value");
    return !survey::checkAll(item, std::span(&value, 1));
}

/// The addresses of all questions that are these items, or inside them.
std::vector<std::string> questionsIn(Response const& response, std::vector<Item const*> const& items) {
    std::vector<std::string> addresses;
    for (auto const* item : items)
        for (auto position = item->position; position < item->end; ++position)
            for (auto const* instance : response.instances().of(*response.form().allItems()[position]))
                if (instance->item->isQuestion() && instance->isEnabled) addresses.push_back(instance->address);
    return addresses;
}

} // namespace

Result<void> Robot::fill(Response& response) {
    std::set<std::string> seen;
    for (int round = 0; round < mostRounds; ++round) {
        std::vector<std::string> addresses;
        for (auto const* instance : response.screens())
            if (instance->item->isQuestion() && !seen.contains(instance->address))
                addresses.push_back(instance->address);
        for (auto const& address : addresses) {
            seen.insert(address);
            TRY(answer(response, address, false));
            if (between(0, 9) == 0) TRY(answer(response, address, false));
        }
        auto const missing = response.missingRequired();
        if (addresses.empty() && missing.empty()) return {};
        for (auto const& address : questionsIn(response, missing)) TRY(answer(response, address, true));
    }
    return {};
}

Result<void> Robot::answer(Response& response, std::string const& address, bool isNeeded) {
    auto const* instance = response.instances().find(address);
    if (!instance || !instance->isEnabled || instance->situation().readOnly) return {};
    if (goesOn && !goesOn(address)) return {};
    TRY(repeat(response, *instance));
    instance = response.instances().find(address);
    if (!instance || !instance->isEnabled || instance->situation().readOnly) return {}; // went with its repetition
    auto const answers = answersFor(*instance, isNeeded);
    auto const start = std::chrono::steady_clock::now();
    auto const changes = response.answerText(address, answers);
    if (!changes && onRefused) return onRefused(address), Result<void>{};
    if (!changes) return fail(changes.error());
    if (onAnswered) onAnswered(std::chrono::steady_clock::now() - start);
    tell(*changes);
    return {};
}

void Robot::tell(std::vector<survey::Change> const& changes) const {
    if (onChanged) onChanged(changes);
}

/// Now and then one repetition more, or less, of the nearest group that repeats.
Result<void> Robot::repeat(Response& response, Instance const& inside) {
    auto const* group = inside.parent;
    while (group && !(group->item->type == ItemType::Group && group->item->repeats)) group = group->parent;
    if (!group) return {};
    auto const address = group->address;
    auto const count = response.instances().repetitions(*group).size();
    auto const most = std::min<std::size_t>(4, group->item->rules.maxOccurs.value_or(4));
    auto const chance = between(0, 14);
    if (chance < 3 && count < most)
        tell(TRY(response.addGroup(address)));
    else if (chance == 3)
        tell(TRY(response.removeGroup(address)));
    return {};
}

std::string Robot::answersFor(Instance const& instance, bool isNeeded) {
    auto const& item = *instance.item;
    auto const least = item.rules.minOccurs.value_or(0);
    if (!isNeeded && least == 0 && !instance.situation().required && between(0, 3) == 0) return "[]";
    auto const most = item.repeats ? std::min<std::size_t>(item.rules.maxOccurs.value_or(3), 3) : 1;
    auto const count = std::max<std::size_t>({1, least, static_cast<std::size_t>(between(1, static_cast<int>(most)))});
    std::set<std::string> values;
    for (int tries = 0; values.size() < count && tries < 50; ++tries) values.insert(value(instance));
    auto const situation = instance.situation();
    for (auto const& option : situation.options) {
        auto const exclusive = answerOf(std::string(survey::valueType(*option.source)).c_str(), toJson(*option.source));
        if (option.exclusive && values.contains(exclusive)) values = {exclusive};
    }
    std::string list;
    for (auto const& each : values)
        if (!each.empty()) list += (list.empty() ? "" : ",") + each;
    return "[" + list + "]";
}

std::string Robot::value(Instance const& instance) {
    auto const& item = *instance.item;
    auto const situation = instance.situation();
    if (!situation.options.empty() && !(item.type == ItemType::OpenChoice && between(0, 3) == 0)) {
        auto const& option =
            situation.options[static_cast<std::size_t>(between(0, static_cast<int>(situation.options.size()) - 1))];
        return answerOf(std::string(survey::valueType(*option.source)).c_str(), toJson(*option.source));
    }
    switch (item.type) {
    case ItemType::Boolean: return answerOf("Boolean", between(0, 1) ? "true" : "false");
    case ItemType::Integer:
    case ItemType::Decimal: return number(instance);
    case ItemType::Date:
    case ItemType::DateTime:
    case ItemType::Time: return moment(instance);
    case ItemType::Quantity: return quantity(item);
    case ItemType::Url: return answerOf("Uri", jsonText("https://example.org/" + std::to_string(between(1, 99))));
    case ItemType::Reference: {
        auto const& types = item.rules.referenceResources;
        return answerOf(
            "Reference",
            "{\"reference\":" +
                jsonText((types.empty() ? "Patient" : types.front()) + "/" + std::to_string(between(1, 99))) + "}");
    }
    case ItemType::Attachment: {
        auto type = item.rules.mimeTypes.empty() ? std::string("image/png") : item.rules.mimeTypes.front();
        if (type.ends_with("*")) type.replace(type.size() - 1, 1, "png");
        return answerOf("Attachment", "{\"contentType\":" + jsonText(type) + ",\"data\":\"AAAA\"}");
    }
    case ItemType::Choice:
        return answerOf("Coding",
                        R"({"system":"http://example.org","code":"c)" + std::to_string(between(1, 5)) + "\"}");
    default: return answerOf("String", words(item));
    }
}

std::string Robot::number(Instance const& instance) {
    auto const situation = instance.situation();
    auto const limit = [](survey::Element const* value) {
        return std::clamp(survey::toDouble(value->text()), -1e9, 1e9);
    };
    auto const least = situation.minValue ? limit(situation.minValue) : 0;
    auto const most = situation.maxValue ? limit(situation.maxValue) : least + 100;
    auto const chosen = between(static_cast<int>(least), static_cast<int>(std::max(least, most)));
    if (instance.item->type == ItemType::Integer) return answerOf("Integer", std::to_string(chosen));
    bool const hasPlaces = instance.item->rules.maxDecimalPlaces.value_or(2) > 0 && chosen < most;
    return answerOf("Decimal", std::to_string(chosen) + (hasPlaces ? ".5" : ""));
}

std::string Robot::words(Item const& item) {
    std::vector<std::string> fitting;
    for (auto const* sample : samples) {
        std::string text = sample;
        while (text.size() < std::min(item.rules.minLength.value_or(0), longestWords)) text += "x";
        if (fits(item, text)) fitting.push_back(std::move(text));
    }
    if (fitting.empty()) return jsonText(std::string("x"));
    return jsonText(fitting[static_cast<std::size_t>(between(0, static_cast<int>(fitting.size()) - 1))]);
}

std::string Robot::moment(Instance const& instance) {
    auto const situation = instance.situation();
    auto const* bound = situation.minValue ? situation.minValue : situation.maxValue;
    if (instance.item->type == ItemType::Time)
        return answerOf("Time", jsonText(bound ? bound->text() : "1" + std::to_string(between(0, 9)) + ":30:00"));
    char const* type = instance.item->type == ItemType::Date ? "Date" : "DateTime";
    if (bound) return answerOf(type, jsonText(bound->text()));
    auto const year = std::to_string(between(1950, 2025));
    auto const day =
        between(0, 3) == 0 ? year : year + "-0" + std::to_string(between(1, 9)) + "-1" + std::to_string(between(0, 9));
    return answerOf(type, jsonText(day));
}

std::string Robot::quantity(Item const& item) {
    auto const* limit = item.rules.minQuantity ? item.rules.minQuantity : item.rules.maxQuantity;
    if (limit) return answerOf("Quantity", toJson(*limit));
    auto const value = "{\"value\":" + std::to_string(between(1, 200));
    if (item.rules.units.empty()) return answerOf("Quantity", value + "}");
    auto const& unit =
        item.rules.units[static_cast<std::size_t>(between(0, static_cast<int>(item.rules.units.size()) - 1))];
    return answerOf("Quantity", value +
                                    ",\"unit\":" + jsonText(unit.display.empty() ? unit.code : unit.display.in({})) +
                                    (unit.system.empty() ? "" : ",\"system\":" + jsonText(unit.system)) +
                                    ",\"code\":" + jsonText(unit.code) + "}");
}

} // namespace kiosk::lint
