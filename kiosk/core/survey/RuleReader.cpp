#include "kiosk/core/survey/RuleReader.h"

#include "kiosk/core/survey/LogicReader.h"
#include "kiosk/core/survey/Names.h"
#include "kiosk/core/survey/Reading.h"
#include "kiosk/core/survey/ValueSets.h"
#include "kiosk/core/survey/Values.h"

#include <algorithm>
#include <cmath>
#include <re2/re2.h>

namespace kiosk::survey {

namespace {

constexpr std::size_t longestPattern = 10'000;
constexpr std::size_t mostPatterns = 200; // different ones in a form: each can take patternMemory
constexpr std::int64_t patternMemory = 1 << 20;

bool isTextual(ItemType type) {
    return type == ItemType::String || type == ItemType::Text || type == ItemType::OpenChoice ||
           type == ItemType::Url || type == ItemType::Choice;
}

bool isOrdered(ItemType type) {
    switch (type) {
    case ItemType::Integer:
    case ItemType::Decimal:
    case ItemType::Date:
    case ItemType::DateTime:
    case ItemType::Time:
    case ItemType::Quantity: return true;
    default: return false;
    }
}

std::optional<std::size_t> maxLengthOf(Element const& source, ItemType type, Notes const& notes) {
    auto const* length = source.child("maxLength");
    if (!length) return std::nullopt;
    if (!isTextual(type)) notes.warning("maxLength does not go with the type " + std::string(toString(type)));
    auto const number = toDouble(length->text());
    if (number >= 1 && number == std::floor(number)) return static_cast<std::size_t>(number);
    notes.error("maxLength is not a whole number above zero");
    return std::nullopt;
}

Element const* limitOf(Element const& source, std::string_view url, Item const& item, Notes const& notes) {
    auto const found = extensions(source, url);
    if (found.size() > 1) notes.error(lastPart(url) + ": is there twice");
    if (found.empty()) return nullptr;
    auto const* value = found.front()->child("value");
    bool const isComputed = value && (!value->hasValue() && value->kind() != Element::Kind::Object);
    if (isComputed || (value && valueType(*value) == "Expression")) return nullptr; // LogicReader reads it
    if (value && isOrdered(item.type) && isComparable(item, valueType(*value)) && checkValue(*value)) return value;
    notes.error("minValue or maxValue does not fit the type");
    return nullptr;
}

void readLimits(Element const& source, Item& item, Notes const& notes) {
    item.maxLength = maxLengthOf(source, item.type, notes);
    item.minValue = limitOf(source, names::minValue, item, notes);
    item.maxValue = limitOf(source, names::maxValue, item, notes);
    if (item.minValue && item.maxValue && compare(*item.minValue, *item.maxValue) > 0)
        notes.error("minValue is above maxValue");
    auto& rules = item.rules;
    rules.minQuantity = extensionValue(source, names::minQuantity);
    rules.maxQuantity = extensionValue(source, names::maxQuantity);
    rules.minLength = countExtension(source, names::minLength, notes);
    rules.maxDecimalPlaces = countExtension(source, names::maxDecimalPlaces, notes);
    rules.minOccurs = countExtension(source, names::minOccurs, notes);
    rules.maxOccurs = countExtension(source, names::maxOccurs, notes);
    if (rules.minOccurs && rules.maxOccurs && *rules.minOccurs > *rules.maxOccurs)
        notes.error("minOccurs is above maxOccurs");
    if (rules.minLength && item.maxLength && *rules.minLength > *item.maxLength)
        notes.error("minLength is above maxLength");
    if (auto const* size = extensionValue(source, names::maxSize)) rules.maxSize = size->text();
    for (auto const* type : extensions(source, names::mimeType))
        if (auto const* value = type->child("value")) rules.mimeTypes.push_back(value->text());
    for (auto const* type : extensions(source, names::referenceResource))
        if (auto const* value = type->child("value")) rules.referenceResources.push_back(value->text());
}

void readPattern(Reading& reading, Element const& source, Item& item, Notes const& notes) {
    auto const text = textExtension(source, names::regex);
    if (text.empty()) return;
    if (text.size() > longestPattern) return notes.error("regex: is too long");
    auto known = reading.patterns.find(text);
    if (known == reading.patterns.end()) {
        if (reading.patterns.size() == mostPatterns)
            return notes.error("regex: the form has more than " + std::to_string(mostPatterns) + " different ones");
        re2::RE2::Options options;
        options.set_log_errors(false);
        options.set_max_mem(patternMemory);
        known = reading.patterns.emplace(text, std::make_shared<const re2::RE2>("(?:" + text + ")", options)).first;
    }
    auto const& pattern = known->second;
    if (!pattern->ok()) {
        auto const code = pattern->error_code();
        bool const isBeyond = code == re2::RE2::ErrorBadPerlOp || code == re2::RE2::ErrorBadEscape ||
                              code == re2::RE2::ErrorPatternTooLarge || code == re2::RE2::ErrorRepeatSize;
        return notes.error((isBeyond ? "regex: not one that is checked in linear time: " : "regex: cannot be read: ") +
                           pattern->error());
    }
    item.rules.pattern = pattern;
}

void readUnits(Reading& reading, Element const& source, Item& item, Notes const& notes) {
    for (auto const url : {names::unit, names::unitOption})
        for (auto const* unit : extensions(source, url))
            if (auto const* value = unit->child("value")) item.rules.units.push_back(readCoding(*value, notes));
    item.rules.unitValueSet = textExtension(source, names::unitValueSet);
    if (!item.rules.unitValueSet.empty()) {
        auto const members = reading.valueSets.expand(item.rules.unitValueSet);
        if (!members) notes.about(Topic::ValueSet).warning("unitValueSet: " + members.error().text);
        if (!members) item.rules.unitsAreOpen = true;
        for (auto const* unit : members.value_or(ValueSets::Members{}))
            item.rules.units.push_back(readCoding(*unit, notes));
    }
    item.rules.unitSystem = textExtension(source, names::unitSupplementalSystem);
    // `questionnaire-unit` alone says in which unit a number is; options restrict unless they are open.
    auto const open = textExtension(source, names::unitOpen);
    if (!open.empty() && open != "optionsOnly") item.rules.unitsAreOpen = true;
}

} // namespace

bool isComparable(Item const& question, std::string_view valueType) {
    bool const isCode = valueType == "Coding" || valueType == "String";
    switch (question.type) {
    case ItemType::Boolean: return valueType == "Boolean";
    case ItemType::Integer:
    case ItemType::Decimal: return valueType == "Integer" || valueType == "Decimal";
    case ItemType::Date:
    case ItemType::DateTime: return valueType == "Date" || valueType == "DateTime";
    case ItemType::Time: return valueType == "Time";
    case ItemType::Quantity: return valueType == "Quantity";
    case ItemType::Reference: return valueType == "Reference";
    case ItemType::Attachment: return valueType == "Attachment";
    case ItemType::String:
    case ItemType::Text: return isCode;
    case ItemType::Url: return valueType == "Uri" || valueType == "String";
    default:
        return isCode || valueType == "Integer" || valueType == "Date" || valueType == "Time" ||
               valueType == "Reference";
    }
}

std::vector<Constraint> readConstraints(Reading& reading, Element const& source, Notes const& notes) {
    std::vector<Constraint> constraints;
    for (auto const url : {names::constraint, names::targetConstraint})
        for (auto const* each : extensions(source, url)) {
            Constraint constraint;
            constraint.key = textExtension(*each, "key");
            constraint.isError = textExtension(*each, "severity") != "warning";
            constraint.human = readText(extensionValue(*each, "human"), notes);
            constraint.requirements = textExtension(*each, "requirements");
            auto const* expression = extensionValue(*each, "expression");
            if (!expression) {
                notes.error(lastPart(url) + ": needs an expression");
                continue;
            }
            auto const added = addExpression(reading, Role::Constraint, *expression, notes);
            if (!added) return constraints;
            constraint.expression = *added;
            constraints.push_back(std::move(constraint));
        }
    return constraints;
}

void readRules(Reading& reading, Element const& source, Item& item, Notes const& notes) {
    readLimits(source, item, notes);
    readPattern(reading, source, item, notes);
    readUnits(reading, source, item, notes);
    item.rules.constraints = readConstraints(reading, source, notes);
}

} // namespace kiosk::survey
