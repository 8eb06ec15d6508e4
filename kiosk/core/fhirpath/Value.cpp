#include "kiosk/core/fhirpath/Value.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace kiosk::fhirpath {

namespace {

using Kind = Element::Kind;

constexpr std::array<std::string_view, 10> systemNames{"",       "Boolean", "Integer",  "Long", "Decimal",
                                                       "String", "Date",    "DateTime", "Time", "Quantity"};

SystemType typeOfNumber(std::string_view lexeme) {
    if (lexeme.find_first_of(".eE") != std::string_view::npos) return SystemType::Decimal;
    std::int64_t value = 0;
    auto const [end, error] = std::from_chars(lexeme.data(), lexeme.data() + lexeme.size(), value);
    if (error != std::errc{}) return SystemType::Decimal;
    auto const isSmall = value == static_cast<std::int32_t>(value);
    return isSmall ? SystemType::Integer : SystemType::Long;
}

SystemType typeOfElement(Element const& element) {
    auto const* type = element.type();
    auto const known = type ? systemTypeOf(*type) : SystemType::None;
    if (known == SystemType::Quantity) return known;
    switch (element.kind()) {
    case Kind::Boolean: return SystemType::Boolean;
    case Kind::Number: return known == SystemType::Decimal ? known : typeOfNumber(element.text());
    case Kind::String: return known == SystemType::None || known <= SystemType::Decimal ? SystemType::String : known;
    default: return SystemType::None;
    }
}

Temporal::Kind temporalKindOf(SystemType type) {
    switch (type) {
    case SystemType::Date: return Temporal::Kind::Date;
    case SystemType::Time: return Temporal::Kind::Time;
    default: return Temporal::Kind::DateTime;
    }
}

std::shared_ptr<const Quantity> quantityOf(Element const& element) {
    static auto const name = [](char const* text) { return fhir::Model::r4().name(text); };
    static fhir::Name const valueName = name("value"), codeName = name("code"), unitName = name("unit"),
                            systemName = name("system"), comparatorName = name("comparator");
    auto const* value = element.child(valueName);
    if (!value || value->kind() != Kind::Number || element.child(comparatorName)) return nullptr;
    auto const number = Decimal::parse(value->text());
    if (!number) return nullptr;
    auto const* code = element.child(codeName);
    auto const* system = element.child(systemName);
    if (code && system && system->text() == "http://unitsofmeasure.org")
        return std::make_shared<const Quantity>(Quantity{*number, code->text()});
    // Without a coded unit it is a number of whatever its unit says, compared by the words.
    auto const* unit = code ? code : element.child(unitName);
    return std::make_shared<const Quantity>(Quantity{*number, unit ? unit->text() : "1"});
}

std::string jsonText(std::string_view text) {
    std::string json = "\"";
    for (char const c : text) {
        auto const byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            (json += '\\') += c;
        else if (c == '\n')
            json += "\\n";
        else if (c == '\r')
            json += "\\r";
        else if (c == '\t')
            json += "\\t";
        else if (byte < 0x20) {
            constexpr std::string_view digits = "0123456789abcdef";
            ((json += "\\u00") += digits[byte >> 4U]) += digits[byte & 15U];
        } else
            json += c;
    }
    return json + '"';
}

std::string toText(Quantity const& quantity) {
    if (!quantity.calendar) return quantity.value.toString() + " '" + quantity.unit + "'";
    bool const isOne = quantity.value == Decimal(1);
    return quantity.value.toString() + " " + quantity.unit + (isOne ? "" : "s");
}

std::string toJson(Quantity const& quantity) {
    auto json = "{\"value\":" + quantity.value.toString() + ",\"unit\":" + jsonText(quantity.unit);
    if (!quantity.calendar) json += R"(,"system":"http://unitsofmeasure.org","code":)" + jsonText(quantity.unit);
    return json + "}";
}

} // namespace

std::string_view nameOf(SystemType type) {
    return systemNames[static_cast<std::size_t>(type)];
}

std::optional<SystemType> systemTypeOf(std::string_view name) {
    auto const found = std::find(systemNames.begin() + 1, systemNames.end(), name);
    if (found == systemNames.end()) return std::nullopt;
    return static_cast<SystemType>(found - systemNames.begin());
}

SystemType systemTypeOf(Type const& type) {
    switch (type.system()) {
    case Type::System::None: return SystemType::None;
    case Type::System::Boolean: return SystemType::Boolean;
    case Type::System::Integer: return SystemType::Integer;
    case Type::System::Decimal: return SystemType::Decimal;
    case Type::System::String: return SystemType::String;
    case Type::System::Date: return SystemType::Date;
    case Type::System::DateTime: return SystemType::DateTime;
    case Type::System::Time: return SystemType::Time;
    case Type::System::Quantity: return SystemType::Quantity;
    }
    return SystemType::None;
}

SystemType Value::type() const {
    struct {
        SystemType operator()(Element const* element) const {
            return element ? typeOfElement(*element) : SystemType::None;
        }
        SystemType operator()(bool) const { return SystemType::Boolean; }
        SystemType operator()(std::int32_t) const { return SystemType::Integer; }
        SystemType operator()(std::int64_t) const { return SystemType::Long; }
        SystemType operator()(Decimal const&) const { return SystemType::Decimal; }
        SystemType operator()(Text const&) const { return SystemType::String; }
        SystemType operator()(Temporal const& value) const {
            constexpr std::array types{SystemType::Date, SystemType::DateTime, SystemType::Time};
            return types[static_cast<std::size_t>(value.kind)];
        }
        SystemType operator()(std::shared_ptr<const Quantity> const&) const { return SystemType::Quantity; }
        SystemType operator()(TypeName const&) const { return SystemType::None; }
    } const typeOf;
    return std::visit(typeOf, m_value);
}

TypeName Value::typeName() const {
    auto const* held = element();
    if (!held) return {"System", as<TypeName>() ? "TypeInfo" : nameOf(type())};
    if (held->type()) {
        auto const* type = held->type();
        return {"FHIR", type->kind() == Type::Kind::Part ? type->base()->name() : type->name()};
    }
    return held->hasValue() ? TypeName{"System", nameOf(type())} : TypeName{"FHIR", "Element"};
}

std::optional<bool> Value::boolean() const {
    if (auto const* held = element()) {
        if (held->kind() != Kind::Boolean) return std::nullopt;
        return held->text() == "true";
    }
    auto const* value = as<bool>();
    return value ? std::optional(*value) : std::nullopt;
}

std::optional<std::int64_t> Value::integer() const {
    if (auto const* value = as<std::int32_t>()) return *value;
    if (auto const* value = as<std::int64_t>()) return *value;
    auto const* held = element();
    if (!held || held->kind() != Kind::Number) return std::nullopt;
    auto const type = typeOfElement(*held);
    if (type != SystemType::Integer && type != SystemType::Long) return std::nullopt;
    std::int64_t value = 0;
    std::from_chars(held->text().data(), held->text().data() + held->text().size(), value);
    return value;
}

std::optional<Decimal> Value::decimal() const {
    if (auto const* value = as<Decimal>()) return *value;
    auto const* held = element();
    if (held && held->kind() == Kind::Number) return Decimal::parse(held->text());
    auto const whole = integer();
    return whole ? std::optional(Decimal(*whole)) : std::nullopt;
}

std::optional<std::string_view> Value::text() const {
    if (auto const* value = as<Text>()) return std::string_view(**value);
    auto const* held = element();
    if (held && held->kind() == Kind::String && typeOfElement(*held) == SystemType::String)
        return std::string_view(held->text());
    return std::nullopt;
}

std::optional<Temporal> Value::temporal() const {
    if (auto const* value = as<Temporal>()) return *value;
    auto const* held = element();
    if (!held || held->kind() != Kind::String) return std::nullopt;
    auto const type = typeOfElement(*held);
    if (type < SystemType::Date || type > SystemType::Time) return std::nullopt;
    return Temporal::parse(temporalKindOf(type), held->text());
}

std::shared_ptr<const Quantity> Value::quantity() const {
    if (auto const* value = as<std::shared_ptr<const Quantity>>()) return *value;
    auto const* held = element();
    return held && typeOfElement(*held) == SystemType::Quantity ? quantityOf(*held) : nullptr;
}

Value Value::simple() const {
    auto const* held = element();
    if (!held) return *this;
    switch (type()) {
    case SystemType::Boolean: return Value(boolean().value_or(false));
    case SystemType::Integer: return Value(static_cast<std::int32_t>(integer().value_or(0)));
    case SystemType::Long: return Value(integer().value_or(0));
    case SystemType::Decimal: {
        auto const value = decimal();
        return value ? Value(*value) : *this;
    }
    case SystemType::String: return Value(held->text());
    case SystemType::Quantity: {
        auto const value = quantity();
        return value ? Value(*value) : *this;
    }
    case SystemType::None: return *this;
    default: {
        auto const value = temporal();
        return value ? Value(*value) : *this;
    }
    }
}

std::optional<std::string> toText(Value const& value) {
    if (auto const* held = value.element(); held && held->hasValue()) return held->text();
    if (auto const text = value.text()) return std::string(*text);
    if (auto const boolean = value.boolean()) return *boolean ? "true" : "false";
    if (auto const whole = value.integer()) return std::to_string(*whole);
    if (auto const decimal = value.decimal()) return decimal->toString();
    if (auto const temporal = value.temporal()) return temporal->toString();
    if (auto const quantity = value.quantity()) return toText(*quantity);
    return std::nullopt;
}

std::string toJson(Value const& value) {
    if (auto const* held = value.element()) return fhir::toJson(*held);
    if (auto const* type = value.as<TypeName>())
        return "{\"namespace\":" + jsonText(type->space) + ",\"name\":" + jsonText(type->name) + "}";
    if (auto const quantity = value.quantity()) return toJson(*quantity);
    auto const text = toText(value).value_or("");
    switch (value.type()) {
    case SystemType::Boolean:
    case SystemType::Integer:
    case SystemType::Long:
    case SystemType::Decimal: return text;
    default: return jsonText(text);
    }
}

std::optional<Quantity> parseQuantity(std::string_view text) {
    auto const numberEnd = text.find_first_not_of("+-.0123456789");
    auto const number = Decimal::parse(text.substr(0, numberEnd));
    if (!number) return std::nullopt;
    if (numberEnd == std::string_view::npos) return Quantity{*number, "1"};
    auto const unitAt = text.find_first_not_of(" \t\r\n", numberEnd);
    if (unitAt == std::string_view::npos || unitAt == numberEnd) return std::nullopt;
    auto const unit = text.substr(unitAt);
    if (auto const calendar = calendarUnitOf(unit)) {
        auto const singular = unit.ends_with('s') ? unit.substr(0, unit.size() - 1) : unit;
        return Quantity{*number, std::string(singular), calendar};
    }
    if (unit.size() < 3 || unit.front() != '\'' || unit.back() != '\'') return std::nullopt;
    return Quantity{*number, std::string(unit.substr(1, unit.size() - 2))};
}

} // namespace kiosk::fhirpath
