#include "kiosk/core/survey/OptionReader.h"

#include "kiosk/core/survey/LookReader.h"
#include "kiosk/core/survey/MediaReader.h"
#include "kiosk/core/survey/Names.h"
#include "kiosk/core/survey/Reading.h"
#include "kiosk/core/survey/ValueSets.h"
#include "kiosk/core/survey/Values.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace kiosk::survey {

namespace {

constexpr std::size_t mostOptions = 2000;          // that one item lists
constexpr std::size_t mostOptionsOfForm = 100'000; // a value set counts again for each item that uses it
constexpr double heaviest = 1e6;

bool mayHaveOptions(ItemType type) {
    switch (type) {
    case ItemType::Choice:
    case ItemType::OpenChoice:
    case ItemType::Integer:
    case ItemType::String:
    case ItemType::Text:
    case ItemType::Date:
    case ItemType::Time:
    case ItemType::Reference: return true;
    default: return false;
    }
}

bool isOptionType(ItemType type, std::string_view valueType) {
    switch (type) {
    case ItemType::Integer: return valueType == "Integer";
    case ItemType::Date: return valueType == "Date";
    case ItemType::Time: return valueType == "Time";
    case ItemType::Reference: return valueType == "Reference";
    case ItemType::String:
    case ItemType::Text: return valueType == "String";
    default:
        return valueType == "Coding" || valueType == "String" || valueType == "Integer" || valueType == "Date" ||
               valueType == "Time" || valueType == "Reference";
    }
}

/// The weight stands on the option or on its coding.
std::optional<double> weightOf(Element const& value, Element const* holder, Notes const& notes) {
    for (auto const url : {names::ordinalValue, names::itemWeight})
        for (auto const* element : {holder, &value}) {
            auto const weight = element ? numberExtension(*element, url, notes) : std::nullopt;
            if (weight && std::abs(*weight) > heaviest)
                notes.error("the weight of an answerOption is beyond a million");
            if (weight) return weight;
        }
    return std::nullopt;
}

Text labelOf(Element const& value, Notes const& notes) {
    auto const type = valueType(value);
    if (type == "Coding") {
        auto label = readText(value.child("display"), notes);
        return label.empty() ? Text(std::string(value.textOf("code"))) : label;
    }
    if (type == "Reference") {
        auto label = readText(value.child("display"), notes);
        return label.empty() ? Text(std::string(value.textOf("reference"))) : label;
    }
    return type == "String" ? readText(&value, notes) : Text(value.text());
}

Element const* textElement(Element const& value) {
    return value.child("display") ? value.child("display") : &value;
}

/// Whether the form may have so many more.
bool mayHave(Reading& reading, std::size_t count, Notes const& notes) {
    reading.options += count;
    if (reading.options <= mostOptionsOfForm) return true;
    notes.error("answerOption: the form has more than " + std::to_string(mostOptionsOfForm) + " in all");
    return false;
}

void readListed(Reading& reading, Element const& source, Item& item, Notes const& notes) {
    std::set<std::string> seen;
    if (reading.options > mostOptionsOfForm) return; // said already
    for (auto const& entry : source.children("answerOption")) {
        auto const* value = entry.child("value");
        if (!value) {
            notes.error("answerOption: needs a value");
            continue;
        }
        if (auto checked = checkValue(*value); !checked) {
            notes.error(checked.error().text);
            continue;
        }
        auto option = optionFrom(*value, &entry, notes);
        if (!isOptionType(item.type, valueType(*value)))
            notes.error("answerOption: its value does not fit the type " + std::string(toString(item.type)));
        if (!seen.insert(option.value.dump()).second) {
            notes.error("answerOption: '" + option.label.in({}) + "' is there twice");
            continue;
        }
        item.options.push_back(std::move(option));
        if (item.options.size() > mostOptions) return notes.error("answerOption: too many");
        if (!mayHave(reading, 1, notes)) return;
    }
}

void readValueSet(Reading& reading, Item& item, Notes const& notes) {
    auto const members = reading.valueSets.expand(item.valueSet);
    if (!members) {
        item.hasOpenOptions = true;
        return notes.about(Topic::ValueSet).error("answerValueSet: " + members.error().text);
    }
    if (!mayHave(reading, members->size(), notes)) {
        item.hasOpenOptions = true;
        return;
    }
    bool const takesWords = item.type == ItemType::String || item.type == ItemType::Text;
    for (auto const* value : *members)
        item.options.push_back(optionFrom(takesWords ? reading.valueSets.words(*value) : *value, nullptr, notes));
}

void checkOptions(Element const& source, Item& item, Notes const& notes) {
    if ((source.child("answerOption") || !item.valueSet.empty()) && !mayHaveOptions(item.type))
        notes.error("answerOption does not go with the type " + std::string(toString(item.type)));
    bool const needs = item.type == ItemType::Choice || item.type == ItemType::OpenChoice;
    if (needs && item.options.empty() && item.valueSet.empty() && !extension(source, names::answerExpression) &&
        !extension(source, names::candidateExpression)) {
        item.hasOpenOptions = true;
        notes.error("answerOption: there is none");
    }
}

} // namespace

Option optionFrom(Element const& value, Element const* holder, Notes const& notes) {
    Option option;
    option.value = compactValue(value);
    option.source = &value;
    option.label = labelOf(value, notes);
    option.rendering = readRendering(textElement(value), notes);
    option.weight = weightOf(value, holder, notes);
    if (!holder) return option;
    option.exclusive = flagExtension(*holder, names::optionExclusive, notes);
    option.initiallySelected = flag(*holder, "initialSelected");
    option.picture = readPicture(extensionValue(*holder, names::itemAnswerMedia), "itemAnswerMedia", notes);
    for (auto const* at : {holder, &value})
        if (option.prefix.empty()) option.prefix = readText(extensionValue(*at, names::optionPrefix), notes);
    return option;
}

void readOptions(Reading& reading, Element const& source, Item& item, Notes const& notes) {
    item.valueSet = source.textOf("answerValueSet");
    readListed(reading, source, item, notes);
    if (!item.valueSet.empty() && item.options.empty()) readValueSet(reading, item, notes);
    checkOptions(source, item, notes);
}

} // namespace kiosk::survey
