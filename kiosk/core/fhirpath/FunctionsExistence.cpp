// Existence: N1, 5.1.

#include "kiosk/core/fhirpath/Equality.h"
#include "kiosk/core/fhirpath/Functions.h"

#include <algorithm>

namespace kiosk::fhirpath {

namespace {

using Gives = Function::Gives;

Result<Collection> empty(Evaluation&, Node const&, Collection&& input, Scope const&) {
    return one(input.empty());
}

Result<Collection> exists(Evaluation& evaluation, Node const& call, Collection&& input, Scope const& scope) {
    if (call.arguments.empty()) return one(!input.empty());
    std::int32_t index = 0;
    Collection item;
    for (auto const& value : input) {
        TRY(evaluation.spend(call));
        item = Collection(value);
        auto const result = TRY(evaluation.evaluate(*call.arguments[0], Scope{item, index++, scope.total}));
        if (TRY(truth(evaluation, *call.arguments[0], result)) == true) return one(true);
    }
    return one(false);
}

Result<Collection> all(Evaluation& evaluation, Node const& call, Collection&& input, Scope const& scope) {
    std::int32_t index = 0;
    Collection item;
    for (auto const& value : input) {
        TRY(evaluation.spend(call));
        item = Collection(value);
        auto const result = TRY(evaluation.evaluate(*call.arguments[0], Scope{item, index++, scope.total}));
        if (TRY(truth(evaluation, *call.arguments[0], result)) != true) return one(false);
    }
    return one(true);
}

/// allTrue() and its like: whether one (none) of the Booleans is `sought`.
Result<bool> hasBoolean(Evaluation const& evaluation, Node const& call, Collection const& input, bool sought) {
    bool found = false;
    for (auto const& value : input) {
        auto const boolean = value.boolean();
        if (!boolean) return evaluation.fault(call, call.text + "() is for Booleans");
        found = found || *boolean == sought;
    }
    return found;
}

Result<Collection> allTrue(Evaluation& evaluation, Node const& call, Collection&& input, Scope const&) {
    return one(!TRY(hasBoolean(evaluation, call, input, false)));
}
Result<Collection> anyTrue(Evaluation& evaluation, Node const& call, Collection&& input, Scope const&) {
    return one(TRY(hasBoolean(evaluation, call, input, true)));
}
Result<Collection> allFalse(Evaluation& evaluation, Node const& call, Collection&& input, Scope const&) {
    return one(!TRY(hasBoolean(evaluation, call, input, true)));
}
Result<Collection> anyFalse(Evaluation& evaluation, Node const& call, Collection&& input, Scope const&) {
    return one(TRY(hasBoolean(evaluation, call, input, false)));
}

Result<bool> isSubset(Evaluation& evaluation, Node const& call, Collection const& part, Collection const& of) {
    TRY(evaluation.spend(call, part.size() + of.size()));
    DistinctValues values;
    for (auto const& value : of) values.add(value);
    return std::ranges::all_of(part, [&](Value const& value) { return values.contains(value); });
}

Result<Collection> subsetOf(Evaluation& evaluation, Node const& call, Collection&& input, Scope const& scope) {
    auto const other = TRY(argument(evaluation, call, 0, scope));
    return one(TRY(isSubset(evaluation, call, input, other)));
}
Result<Collection> supersetOf(Evaluation& evaluation, Node const& call, Collection&& input, Scope const& scope) {
    auto const other = TRY(argument(evaluation, call, 0, scope));
    return one(TRY(isSubset(evaluation, call, other, input)));
}

Result<Collection> count(Evaluation&, Node const&, Collection&& input, Scope const&) {
    return whole(static_cast<std::int64_t>(input.size()));
}

Result<Collection> distinctOf(Evaluation& evaluation, Node const& call, Collection const& input) {
    TRY(evaluation.spend(call, input.size()));
    DistinctValues values;
    for (auto const& value : input) values.add(value);
    return values.take();
}
Result<Collection> distinct(Evaluation& evaluation, Node const& call, Collection&& input, Scope const&) {
    return distinctOf(evaluation, call, input);
}
Result<Collection> isDistinct(Evaluation& evaluation, Node const& call, Collection&& input, Scope const&) {
    return one(TRY(distinctOf(evaluation, call, input)).size() == input.size());
}

Result<Collection> negation(Evaluation& evaluation, Node const& call, Collection&& input, Scope const&) {
    auto const* value = TRY(single(evaluation, call, input));
    if (!value) return Collection();
    return one(!value->boolean().value_or(true));
}

constexpr Function functions[] = {
    {.name = "empty", .run = empty, .gives = Gives::Boolean},
    {.name = "exists", .most = 1, .run = exists, .gives = Gives::Boolean, .eachItem = true},
    {.name = "all", .fewest = 1, .most = 1, .run = all, .gives = Gives::Boolean, .eachItem = true},
    {.name = "allTrue", .run = allTrue, .gives = Gives::Boolean},
    {.name = "anyTrue", .run = anyTrue, .gives = Gives::Boolean},
    {.name = "allFalse", .run = allFalse, .gives = Gives::Boolean},
    {.name = "anyFalse", .run = anyFalse, .gives = Gives::Boolean},
    {.name = "subsetOf", .fewest = 1, .most = 1, .run = subsetOf, .gives = Gives::Boolean},
    {.name = "supersetOf", .fewest = 1, .most = 1, .run = supersetOf, .gives = Gives::Boolean},
    {.name = "count", .run = count, .gives = Gives::Integer},
    {.name = "distinct", .run = distinct, .gives = Gives::Same},
    {.name = "isDistinct", .run = isDistinct, .gives = Gives::Boolean},
    {.name = "not", .run = negation, .gives = Gives::Boolean},
};

} // namespace

std::span<const Function> existenceFunctions() {
    return functions;
}

} // namespace kiosk::fhirpath
