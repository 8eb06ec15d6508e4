// Precision, boundaries and parts of dates: FHIRPath 2.1 (trial use) and later drafts.

#include "kiosk/core/fhirpath/Functions.h"
#include "kiosk/core/fhirpath/Unit.h"

namespace kiosk::fhirpath {

namespace {

using Gives = Function::Gives;
using Precision = Temporal::Precision;

enum class Side { Low, High };

/// Half a unit of the last place, outwards: 1.587 is from 1.5865 to 1.5875. Then as many places as wanted.
std::optional<Decimal> boundaryOf(Decimal const& value, int places, Side side) {
    constexpr int most = 28; // as many as FHIRPath asks of a Decimal
    if (places < 0 || places > most) return std::nullopt;
    Decimal const half(5, value.scale() + 1);
    auto const outer = side == Side::Low ? Decimal::subtract(value, half) : Decimal::add(value, half);
    if (!outer) return std::nullopt;
    return outer->withScale(places, side == Side::Low ? Decimal::Rounding::Down : Decimal::Rounding::Up);
}

std::optional<Temporal> boundaryOf(Temporal const& value, std::optional<std::int64_t> digits, Side side) {
    constexpr int byKind[] = {8, 17, 9};
    auto const wanted = digits.value_or(byKind[static_cast<std::size_t>(value.kind)]);
    if (wanted < 0 || wanted > 17) return std::nullopt;
    return side == Side::Low ? lowBoundary(value, static_cast<int>(wanted))
                             : highBoundary(value, static_cast<int>(wanted));
}

template <Side side>
Result<Collection> boundary(Evaluation& evaluation, Node const& call, Collection&& input, Scope const& scope) {
    auto const* value = TRY(single(evaluation, call, input));
    std::optional<std::int64_t> places;
    if (!call.arguments.empty()) places = TRY(integerArgument(evaluation, call, 0, scope));
    if (!value) return Collection();
    if (auto const temporal = value->temporal()) {
        auto const result = boundaryOf(*temporal, places, side);
        return result ? Collection(Value(*result)) : Collection();
    }
    constexpr std::int64_t usual = 8;
    auto const wanted = places.value_or(usual);
    auto const decimalPlaces = wanted < 0 || wanted > 100 ? -1 : static_cast<int>(wanted);
    if (auto const quantity = value->quantity()) {
        auto const bound = boundaryOf(quantity->value, decimalPlaces, side);
        if (!bound) return Collection();
        auto copy = *quantity;
        copy.value = *bound;
        return Collection(Value(std::move(copy)));
    }
    auto const number = value->decimal();
    if (!number) return evaluation.fault(call, call.text + "() is for numbers, quantities, dates and times");
    return oneOrNone(boundaryOf(*number, decimalPlaces, side));
}

Result<Collection> precision(Evaluation& evaluation, Node const& call, Collection&& input, Scope const&) {
    auto const* value = TRY(single(evaluation, call, input));
    if (!value) return Collection();
    if (auto const temporal = value->temporal()) return whole(temporal->digits());
    auto const number = value->decimal();
    if (!number) return evaluation.fault(call, "precision() is for numbers, dates and times");
    return whole(number->scale());
}

Result<Collection> comparable(Evaluation& evaluation, Node const& call, Collection&& input, Scope const& scope) {
    auto const others = TRY(argument(evaluation, call, 0, scope));
    auto const* value = TRY(single(evaluation, call, input));
    auto const* other = TRY(single(evaluation, call, others));
    if (!value || !other) return Collection();
    auto const a = value->quantity(), b = other->quantity();
    if (!a || !b) return evaluation.fault(call, "comparable() is for quantities");
    auto const left = Unit::parse(a->unit), right = Unit::parse(b->unit);
    return one(left && right && left->measuresTheSameAs(*right));
}

/// A part of a date or time, if it is as precise as that.
template <Precision needed, auto part>
Result<Collection> partOf(Evaluation& evaluation, Node const& call, Collection&& input, Scope const&) {
    auto const* value = TRY(single(evaluation, call, input));
    if (!value) return Collection();
    auto const temporal = value->temporal();
    if (!temporal) return evaluation.fault(call, call.text + "() is for dates and times");
    bool const isOfDate = needed < Precision::Hour;
    if (temporal->precision < needed || (isOfDate && temporal->kind == Temporal::Kind::Time)) return Collection();
    return whole(part(*temporal));
}

Result<Collection> zoneOf(Evaluation& evaluation, Node const& call, Collection&& input, Scope const&) {
    auto const* value = TRY(single(evaluation, call, input));
    auto const temporal = value ? value->temporal() : std::nullopt;
    if (!temporal || !temporal->zone) return Collection();
    return oneOrNone(Decimal::divide(Decimal(*temporal->zone), Decimal(60)));
}

template <Temporal::Kind kind>
Result<Collection> partAs(Evaluation& evaluation, Node const& call, Collection&& input, Scope const&) {
    auto const* value = TRY(single(evaluation, call, input));
    auto temporal = value ? value->temporal() : std::nullopt;
    if (!temporal || temporal->kind == (kind == Temporal::Kind::Date ? Temporal::Kind::Time : Temporal::Kind::Date))
        return Collection();
    if (kind == Temporal::Kind::Time && temporal->precision < Precision::Hour) return Collection();
    temporal->kind = kind;
    temporal->zone.reset();
    if (kind == Temporal::Kind::Date) temporal->precision = std::min(temporal->precision, Precision::Day);
    return Collection(Value(*temporal));
}

constexpr auto year = [](Temporal const& of) { return of.year; };
constexpr auto month = [](Temporal const& of) { return of.month; };
constexpr auto day = [](Temporal const& of) { return of.day; };
constexpr auto hour = [](Temporal const& of) { return of.hour; };
constexpr auto minute = [](Temporal const& of) { return of.minute; };
constexpr auto second = [](Temporal const& of) { return of.second; };
constexpr auto millisecond = [](Temporal const& of) { return of.nanoseconds / 1'000'000; };

constexpr Function functions[] = {
    {.name = "lowBoundary", .most = 1, .run = boundary<Side::Low>},
    {.name = "highBoundary", .most = 1, .run = boundary<Side::High>},
    {.name = "precision", .run = precision, .gives = Gives::Integer},
    {.name = "comparable", .fewest = 1, .most = 1, .run = comparable, .gives = Gives::Boolean},
    {.name = "yearOf", .run = partOf<Precision::Year, year>, .gives = Gives::Integer},
    {.name = "monthOf", .run = partOf<Precision::Month, month>, .gives = Gives::Integer},
    {.name = "dayOf", .run = partOf<Precision::Day, day>, .gives = Gives::Integer},
    {.name = "hourOf", .run = partOf<Precision::Hour, hour>, .gives = Gives::Integer},
    {.name = "minuteOf", .run = partOf<Precision::Minute, minute>, .gives = Gives::Integer},
    {.name = "secondOf", .run = partOf<Precision::Second, second>, .gives = Gives::Integer},
    {.name = "millisecondOf", .run = partOf<Precision::Fraction, millisecond>, .gives = Gives::Integer},
    {.name = "timezoneOffsetOf", .run = zoneOf, .gives = Gives::Decimal},
    {.name = "dateOf", .run = partAs<Temporal::Kind::Date>, .gives = Gives::Date},
    {.name = "timeOf", .run = partAs<Temporal::Kind::Time>, .gives = Gives::Time},
};

} // namespace

std::span<const Function> boundaryFunctions() {
    return functions;
}

} // namespace kiosk::fhirpath
