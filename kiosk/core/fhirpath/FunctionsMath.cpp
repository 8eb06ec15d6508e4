// Mathematics: N1, 5.7. Roots, powers and logarithms are good to 16 digits, the rest is exact.

#include "kiosk/core/fhirpath/Functions.h"

#include <cmath>

namespace kiosk::fhirpath {

namespace {

using Gives = Function::Gives;

/// The input as a number; null: empty. Quantities only where a function is told so.
Result<Value const*> numberInput(Evaluation const& evaluation, Node const& call, Collection const& input,
                                 bool takesQuantity = false) {
    auto const* value = TRY(single(evaluation, call, input));
    if (value && !value->decimal() && !(takesQuantity && value->quantity()))
        return evaluation.fault(call, call.text + "() is for numbers");
    return value;
}

Result<Collection> absolute(Evaluation& evaluation, Node const& call, Collection&& input, Scope const&) {
    auto const* value = TRY(numberInput(evaluation, call, input, true));
    if (!value) return Collection();
    if (auto const quantity = value->quantity()) {
        auto copy = *quantity;
        if (copy.value.isNegative()) copy.value = copy.value.negated();
        return Collection(Value(std::move(copy)));
    }
    if (auto const number = value->integer())
        return value->type() == SystemType::Long ? Collection(Value(std::abs(*number))) : whole(std::abs(*number));
    auto const number = *value->decimal();
    return Collection(Value(number.isNegative() ? number.negated() : number));
}

/// ceiling(), floor(), truncate(): a whole number.
template <Decimal::Rounding rounding>
Result<Collection> toWhole(Evaluation& evaluation, Node const& call, Collection&& input, Scope const&) {
    auto const* value = TRY(numberInput(evaluation, call, input));
    if (!value) return Collection();
    if (value->integer()) return Collection(value->simple());
    auto const rounded = value->decimal()->withScale(0, rounding);
    auto const number = rounded ? rounded->toWhole() : std::nullopt;
    return number ? whole(*number) : Collection();
}

Result<Collection> round(Evaluation& evaluation, Node const& call, Collection&& input, Scope const& scope) {
    auto const* value = TRY(numberInput(evaluation, call, input));
    std::optional<std::int64_t> places = 0;
    if (!call.arguments.empty()) places = TRY(integerArgument(evaluation, call, 0, scope));
    if (!value) return Collection();
    if (places.value_or(0) < 0) return evaluation.fault(call, "round() to fewer than no places");
    auto const number = *value->decimal();
    if (places.value_or(0) >= number.scale()) return Collection(Value(number));
    auto const rounded = number.withScale(static_cast<int>(places.value_or(0)));
    return rounded ? Collection(Value(*rounded)) : Collection();
}

template <long double (*compute)(long double)>
Result<Collection> real(Evaluation& evaluation, Node const& call, Collection&& input, Scope const&) {
    auto const* value = TRY(numberInput(evaluation, call, input));
    return value ? oneOrNone(Decimal::nearTo(compute(value->decimal()->toReal()))) : Collection();
}

Result<Collection> logarithm(Evaluation& evaluation, Node const& call, Collection&& input, Scope const& scope) {
    auto const* value = TRY(numberInput(evaluation, call, input));
    auto const base = TRY(decimalArgument(evaluation, call, 0, scope));
    if (!value || !base) return Collection();
    auto const number = value->decimal()->toReal();
    if (*base == Decimal(10)) return oneOrNone(Decimal::nearTo(std::log10(number)));
    if (*base == Decimal(2)) return oneOrNone(Decimal::nearTo(std::log2(number)));
    return oneOrNone(Decimal::nearTo(std::log(number) / std::log(base->toReal())));
}

/// Nothing: too large.
std::optional<Decimal> wholePower(Decimal base, std::int64_t exponent) {
    std::optional<Decimal> result = Decimal(1);
    for (; exponent > 0 && result; exponent /= 2) {
        if (exponent % 2 == 1) result = Decimal::multiply(*result, base);
        if (exponent == 1) break;
        auto const square = Decimal::multiply(base, base);
        if (!square) return std::nullopt;
        base = *square;
    }
    return result;
}

Result<Collection> power(Evaluation& evaluation, Node const& call, Collection&& input, Scope const& scope) {
    auto const* value = TRY(numberInput(evaluation, call, input));
    auto const exponents = TRY(argument(evaluation, call, 0, scope));
    auto const* exponent = TRY(single(evaluation, call, exponents));
    if (!value || !exponent) return Collection();
    auto const by = exponent->decimal();
    if (!by) return evaluation.fault(call, "power() needs a number");
    auto const times = exponent->integer();
    if (times && *times >= 0 && *times <= 100'000) {
        auto const result = wholePower(*value->decimal(), *times);
        if (!result || !value->integer()) return oneOrNone(result);
        auto const number = result->toWhole();
        return number && result->isWhole() ? whole(*number) : Collection();
    }
    return oneOrNone(Decimal::nearTo(std::pow(value->decimal()->toReal(), by->toReal())));
}

constexpr Function functions[] = {
    {.name = "abs", .run = absolute, .gives = Gives::Same},
    {.name = "ceiling", .run = toWhole<Decimal::Rounding::Up>, .gives = Gives::Integer},
    {.name = "floor", .run = toWhole<Decimal::Rounding::Down>, .gives = Gives::Integer},
    {.name = "truncate", .run = toWhole<Decimal::Rounding::TowardsZero>, .gives = Gives::Integer},
    {.name = "round", .most = 1, .run = round, .gives = Gives::Decimal},
    {.name = "exp", .run = real<expl>, .gives = Gives::Decimal},
    {.name = "ln", .run = real<logl>, .gives = Gives::Decimal},
    {.name = "sqrt", .run = real<sqrtl>, .gives = Gives::Decimal},
    {.name = "log", .fewest = 1, .most = 1, .run = logarithm, .gives = Gives::Decimal},
    {.name = "power", .fewest = 1, .most = 1, .run = power},
};

} // namespace

std::span<const Function> mathFunctions() {
    return functions;
}

} // namespace kiosk::fhirpath
