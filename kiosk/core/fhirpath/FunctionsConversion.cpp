// Conversion: N1, 5.5. Each toX() has a convertsToX() that says whether it gives something.

#include "kiosk/core/fhirpath/Functions.h"
#include "kiosk/core/fhirpath/Unit.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace kiosk::fhirpath {

namespace {

using Gives = Function::Gives;

std::optional<std::int64_t> wholeOf(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    std::int64_t value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::optional<Value> toBoolean(Value const& value) {
    if (auto const boolean = value.boolean()) return Value(*boolean);
    if (auto const number = value.decimal()) {
        if (*number == Decimal(1)) return Value(true);
        return number->isZero() ? std::optional(Value(false)) : std::nullopt;
    }
    auto const text = value.text();
    if (!text || text->size() > 5) return std::nullopt;
    std::string word(*text);
    std::ranges::transform(word, word.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    constexpr std::string_view yes[] = {"true", "t", "yes", "y", "1", "1.0"},
                               no[] = {"false", "f", "no", "n", "0", "0.0"};
    if (std::ranges::find(yes, word) != std::end(yes)) return Value(true);
    return std::ranges::find(no, word) != std::end(no) ? std::optional(Value(false)) : std::nullopt;
}

std::optional<std::int64_t> integerOf(Value const& value) {
    if (auto const boolean = value.boolean()) return *boolean ? 1 : 0;
    if (auto const number = value.integer()) return number;
    auto const text = value.text();
    return text ? wholeOf(*text) : std::nullopt;
}

std::optional<Value> toInteger(Value const& value) {
    auto const number = integerOf(value);
    if (!number || *number != static_cast<std::int32_t>(*number)) return std::nullopt;
    return Value(static_cast<std::int32_t>(*number));
}

std::optional<Value> toLong(Value const& value) {
    auto const number = integerOf(value);
    return number ? std::optional(Value(*number)) : std::nullopt;
}

std::optional<Value> toDecimal(Value const& value) {
    if (auto const boolean = value.boolean()) return Value(Decimal(*boolean ? 1 : 0));
    if (auto const number = value.decimal()) return Value(*number);
    auto const text = value.text();
    if (!text || text->find_first_of("eE") != std::string_view::npos) return std::nullopt;
    auto const number = Decimal::parse(*text);
    return number ? std::optional(Value(*number)) : std::nullopt;
}

template <Temporal::Kind kind>
std::optional<Value> toTemporal(Value const& value) {
    std::optional<Temporal> read;
    if (auto const temporal = value.temporal()) {
        if ((temporal->kind == Temporal::Kind::Time) != (kind == Temporal::Kind::Time)) return std::nullopt;
        read = temporal;
        if (kind == Temporal::Kind::Date && temporal->precision > Temporal::Precision::Day) {
            read->precision = Temporal::Precision::Day;
            read->zone.reset();
        }
        read->kind = kind;
    } else if (auto const text = value.text()) {
        auto rest = *text;
        if (kind != Temporal::Kind::Time && rest.starts_with('@')) rest.remove_prefix(1);
        if (kind == Temporal::Kind::Time && rest.starts_with("@T"))
            rest.remove_prefix(2);
        else if (kind == Temporal::Kind::Time && rest.starts_with('T'))
            rest.remove_prefix(1);
        read = Temporal::parse(kind, rest);
        if (!read && kind == Temporal::Kind::Date) {
            // The date of a date with time.
            if (auto const whole = Temporal::parse(Temporal::Kind::DateTime, rest))
                return toTemporal<kind>(Value(*whole));
        }
    }
    return read ? std::optional(Value(*read)) : std::nullopt;
}

std::optional<Value> toQuantity(Value const& value) {
    if (auto const quantity = value.quantity()) return Value(*quantity);
    if (auto const boolean = value.boolean()) return Value(Quantity{Decimal(*boolean ? 1 : 0), "1"});
    if (auto const number = value.decimal()) return Value(Quantity{*number, "1"});
    auto const text = value.text();
    auto const quantity = text ? parseQuantity(*text) : std::nullopt;
    return quantity ? std::optional(Value(*quantity)) : std::nullopt;
}

std::optional<Value> toString(Value const& value) {
    if (auto const* held = value.element(); held && !held->hasValue() && !value.quantity()) return std::nullopt;
    auto text = toText(value);
    return text ? std::optional(Value(std::move(*text))) : std::nullopt;
}

using Conversion = std::optional<Value> (*)(Value const&);

template <Conversion convert>
Result<Collection> to(Evaluation& evaluation, Node const& call, Collection&& input, Scope const&) {
    auto const* value = TRY(single(evaluation, call, input));
    auto converted = value ? convert(*value) : std::nullopt;
    return converted ? Collection(std::move(*converted)) : Collection();
}

template <Conversion convert>
Result<Collection> convertsTo(Evaluation& evaluation, Node const& call, Collection&& input, Scope const&) {
    auto const* value = TRY(single(evaluation, call, input));
    return value ? one(convert(*value).has_value()) : Collection();
}

std::optional<Unit> unitOf(Quantity const& quantity) {
    static constexpr std::string_view codes[] = {"a", "mo", "wk", "d", "h", "min", "s", "ms"};
    return Unit::parse(quantity.calendar ? codes[static_cast<std::size_t>(*quantity.calendar)] : quantity.unit);
}

/// toQuantity('unit'), convertsToQuantity('unit'): in that unit.
Result<std::optional<Value>> inUnit(Evaluation& evaluation, Node const& call, Collection const& input,
                                    Scope const& scope) {
    auto const* value = TRY(single(evaluation, call, input));
    auto converted = value ? toQuantity(*value) : std::nullopt;
    if (!converted || call.arguments.empty()) return converted;
    auto const wanted = TRY(textArgument(evaluation, call, 0, scope));
    if (!wanted) return std::optional<Value>();
    auto const quantity = *converted->quantity();
    Quantity result{quantity.value, *wanted, calendarUnitOf(*wanted)};
    if (result.calendar && result.unit.ends_with('s')) result.unit.pop_back();
    auto const from = unitOf(quantity), to = unitOf(result);
    if (!from || !to || !from->measuresTheSameAs(*to)) return std::optional<Value>();
    auto const number = from->convert(quantity.value, *to);
    if (!number) return std::optional<Value>();
    result.value = *number;
    return std::optional(Value(std::move(result)));
}

Result<Collection> toQuantityIn(Evaluation& evaluation, Node const& call, Collection&& input, Scope const& scope) {
    auto const converted = TRY(inUnit(evaluation, call, input, scope));
    return converted ? Collection(*converted) : Collection();
}
Result<Collection> convertsToQuantityIn(Evaluation& evaluation, Node const& call, Collection&& input,
                                        Scope const& scope) {
    auto const converted = TRY(inUnit(evaluation, call, input, scope));
    return input.empty() ? Collection() : one(converted.has_value());
}

constexpr auto toDate = toTemporal<Temporal::Kind::Date>;
constexpr auto toDateTime = toTemporal<Temporal::Kind::DateTime>;
constexpr auto toTime = toTemporal<Temporal::Kind::Time>;

constexpr Function functions[] = {
    {.name = "toBoolean", .run = to<toBoolean>, .gives = Gives::Boolean},
    {.name = "toInteger", .run = to<toInteger>, .gives = Gives::Integer},
    {.name = "toLong", .run = to<toLong>},
    {.name = "toDecimal", .run = to<toDecimal>, .gives = Gives::Decimal},
    {.name = "toDate", .run = to<toDate>, .gives = Gives::Date},
    {.name = "toDateTime", .run = to<toDateTime>, .gives = Gives::DateTime},
    {.name = "toTime", .run = to<toTime>, .gives = Gives::Time},
    {.name = "toString", .run = to<toString>, .gives = Gives::String},
    {.name = "toQuantity", .most = 1, .run = toQuantityIn, .gives = Gives::Quantity},
    {.name = "convertsToBoolean", .run = convertsTo<toBoolean>, .gives = Gives::Boolean},
    {.name = "convertsToInteger", .run = convertsTo<toInteger>, .gives = Gives::Boolean},
    {.name = "convertsToLong", .run = convertsTo<toLong>, .gives = Gives::Boolean},
    {.name = "convertsToDecimal", .run = convertsTo<toDecimal>, .gives = Gives::Boolean},
    {.name = "convertsToDate", .run = convertsTo<toDate>, .gives = Gives::Boolean},
    {.name = "convertsToDateTime", .run = convertsTo<toDateTime>, .gives = Gives::Boolean},
    {.name = "convertsToTime", .run = convertsTo<toTime>, .gives = Gives::Boolean},
    {.name = "convertsToString", .run = convertsTo<toString>, .gives = Gives::Boolean},
    {.name = "convertsToQuantity", .most = 1, .run = convertsToQuantityIn, .gives = Gives::Boolean},
};

} // namespace

std::span<const Function> conversionFunctions() {
    return functions;
}

} // namespace kiosk::fhirpath
