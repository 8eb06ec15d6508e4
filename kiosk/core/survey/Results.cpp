#include "kiosk/core/survey/Results.h"

#include "kiosk/core/survey/ValueRules.h"
#include "kiosk/core/survey/Values.h"

#include <algorithm>

namespace kiosk::survey {

namespace {

using fhirpath::Value;

std::string member(std::string_view type, std::string const& json) {
    return "{\"value" + std::string(type) + "\":" + json + "}";
}

std::string jsonText(std::string_view text) {
    return Json(std::string(text)).dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string textOf(Value const& value) {
    return fhirpath::toText(value).value_or("");
}

bool isComplex(Value const& value) {
    return value.element() && value.element()->kind() == Element::Kind::Object;
}

/// A coding, or what tells which option: its code or its words.
std::string choice(Item const& item, std::span<const Option> options, Value const& value) {
    auto const* element = value.element();
    bool const isCoding = isComplex(value) && (element->child("code") || element->child("display"));
    auto const text = isComplex(value) ? std::string(element->textOf("code")) : textOf(value);
    for (auto const& option : options) {
        auto const& source = *option.source;
        bool const isCode = source.kind() == Element::Kind::Object;
        if (isCoding && isCode && source.textOf("code") == text &&
            (!element->child("system") || source.textOf("system") == element->textOf("system")))
            return member(valueType(source), toJson(source));
        if (!isCoding && !text.empty() &&
            (isCode ? source.textOf("code") == text || source.textOf("display") == text : source.text() == text))
            return member(valueType(source), toJson(source));
    }
    if (isCoding) return member("Coding", toJson(*element));
    return (item.type == ItemType::OpenChoice || options.empty()) && !text.empty() ? member("String", jsonText(text))
                                                                                   : std::string{};
}

std::string quantity(Item const& item, Value const& value) {
    if (isComplex(value)) return member("Quantity", toJson(*value.element()));
    auto const* unit = item.rules.units.empty() ? nullptr : &item.rules.units.front();
    if (auto const number = value.decimal()) {
        auto json = "{\"value\":" + number->toString();
        if (unit)
            json += ",\"unit\":" + jsonText(unit->display.empty() ? unit->code : unit->display.in({})) +
                    ",\"system\":" + jsonText(unit->system) + ",\"code\":" + jsonText(unit->code);
        return member("Quantity", json + "}");
    }
    auto const held = value.quantity();
    if (!held) return {};
    return member("Quantity", "{\"value\":" + held->value.toString() + ",\"unit\":" + jsonText(held->unit) +
                                  R"(,"system":"http://unitsofmeasure.org","code":)" + jsonText(held->unit) + "}");
}

std::string number(Item const& item, Value const& value) {
    auto const decimal = value.decimal();
    if (!decimal) return {};
    if (item.type == ItemType::Decimal) return member("Decimal", decimal->toString());
    auto const whole = decimal->isWhole() ? decimal->toWhole() : std::nullopt;
    return whole ? member("Integer", std::to_string(*whole)) : std::string{};
}

std::string answerJson(Item const& item, std::span<const Option> options, Value const& value) {
    switch (item.type) {
    case ItemType::Boolean: return value.boolean() ? member("Boolean", *value.boolean() ? "true" : "false") : "";
    case ItemType::Integer:
    case ItemType::Decimal: return number(item, value);
    case ItemType::Choice:
    case ItemType::OpenChoice: return choice(item, options, value);
    case ItemType::Quantity: return quantity(item, value);
    case ItemType::Reference:
    case ItemType::Attachment: return isComplex(value) ? member(expectedType(item.type), toJson(*value.element())) : "";
    case ItemType::Date: return member("Date", jsonText(textOf(value).substr(0, 10)));
    default:
        return isComplex(value) || textOf(value).empty() ? ""
                                                         : member(expectedType(item.type), jsonText(textOf(value)));
    }
}

} // namespace

fhir::Document answersOf(Item const& item, std::span<const Option> options, fhirpath::Collection const& values) {
    std::string list;
    for (auto const& value : values) {
        auto const answer = answerJson(item, options, value);
        if (!answer.empty()) list += (list.empty() ? "" : ",") + answer;
    }
    auto parsed = parseAnswersText("[" + list + "]");
    return parsed ? std::move(*parsed) : fhir::Document(fhir::Model::r4().find("QuestionnaireResponse.item"));
}

} // namespace kiosk::survey
