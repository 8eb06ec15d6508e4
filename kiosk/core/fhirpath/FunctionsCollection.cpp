// Subsetting, combining and aggregates: N1, 5.3, 5.4 and 6.

#include "kiosk/core/fhirpath/Equality.h"
#include "kiosk/core/fhirpath/Functions.h"

#include <algorithm>

namespace kiosk::fhirpath {

namespace {

using Gives = Function::Gives;

Result<Collection> onlyOne(Evaluation& evaluation, Node const& call, Collection&& input, Scope const&) {
    TRY(single(evaluation, call, input));
    return std::move(input);
}

Collection part(Collection const& input, std::size_t first, std::size_t count) {
    Collection result;
    for (auto i = first; i < input.size() && i - first < count; ++i) result.push(input[i]);
    return result;
}

Result<Collection> first(Evaluation&, Node const&, Collection&& input, Scope const&) {
    return input.empty() ? Collection() : Collection(input.front());
}
Result<Collection> last(Evaluation&, Node const&, Collection&& input, Scope const&) {
    return input.empty() ? Collection() : Collection(input.back());
}
Result<Collection> tail(Evaluation&, Node const&, Collection&& input, Scope const&) {
    return part(input, 1, input.size());
}

Result<Collection> skip(Evaluation& evaluation, Node const& call, Collection&& input, Scope const& scope) {
    auto const count = TRY(integerArgument(evaluation, call, 0, scope));
    if (!count || *count <= 0) return std::move(input);
    return part(input, static_cast<std::size_t>(*count), input.size());
}

Result<Collection> take(Evaluation& evaluation, Node const& call, Collection&& input, Scope const& scope) {
    auto const count = TRY(integerArgument(evaluation, call, 0, scope));
    if (!count || *count <= 0) return Collection();
    return part(input, 0, static_cast<std::size_t>(*count));
}

Result<Collection> intersect(Evaluation& evaluation, Node const& call, Collection&& input, Scope const& scope) {
    auto const other = TRY(argument(evaluation, call, 0, scope));
    TRY(evaluation.spend(call, input.size() + other.size()));
    DistinctValues allowed, result;
    for (auto const& value : other) allowed.add(value);
    for (auto const& value : input)
        if (allowed.contains(value)) result.add(value);
    return result.take();
}

Result<Collection> exclude(Evaluation& evaluation, Node const& call, Collection&& input, Scope const& scope) {
    auto const other = TRY(argument(evaluation, call, 0, scope));
    TRY(evaluation.spend(call, input.size() + other.size()));
    DistinctValues unwanted;
    for (auto const& value : other) unwanted.add(value);
    Collection result;
    for (auto const& value : input)
        if (!unwanted.contains(value)) result.push(value);
    return result;
}

Result<Collection> combine(Evaluation& evaluation, Node const& call, Collection&& input, Scope const& scope) {
    input.append(TRY(argument(evaluation, call, 0, scope)));
    return std::move(input);
}

Result<Collection> unite(Evaluation& evaluation, Node const& call, Collection&& input, Scope const& scope) {
    auto const other = TRY(argument(evaluation, call, 0, scope));
    TRY(evaluation.spend(call, input.size() + other.size()));
    DistinctValues values;
    for (auto const& value : input) values.add(value);
    for (auto const& value : other) values.add(value);
    return values.take();
}

Result<Collection> aggregate(Evaluation& evaluation, Node const& call, Collection&& input, Scope const& scope) {
    Collection total;
    if (call.arguments.size() > 1) total = TRY(argument(evaluation, call, 1, scope));
    std::int32_t index = 0;
    Collection item;
    for (auto const& value : input) {
        TRY(evaluation.spend(call));
        item = Collection(value);
        total = TRY(evaluation.evaluate(*call.arguments[0], Scope{item, index++, &total}));
    }
    return total;
}

/// Folds with the operators themselves, so that units, overflow and faults are theirs.
Result<Collection> folded(Evaluation& evaluation, Node const& call, Collection const& input, Operator op) {
    Node step = call;
    step.op = op;
    Collection total;
    for (auto const& value : input) {
        TRY(evaluation.spend(call));
        if (total.empty())
            total = Collection(value.simple());
        else
            total = TRY(applyOperator(evaluation, step, std::move(total), Collection(value)));
        if (total.empty()) break;
    }
    return total;
}

Result<Collection> sum(Evaluation& evaluation, Node const& call, Collection&& input, Scope const&) {
    return folded(evaluation, call, input, Operator::Add);
}

Result<Collection> average(Evaluation& evaluation, Node const& call, Collection&& input, Scope const&) {
    auto total = TRY(folded(evaluation, call, input, Operator::Add));
    if (total.empty()) return total;
    Node step = call;
    step.op = Operator::Divide;
    return applyOperator(evaluation, step, std::move(total), whole(static_cast<std::int64_t>(input.size())));
}

Result<Collection> extreme(Evaluation& evaluation, Node const& call, Collection const& input, int sign) {
    Collection best;
    for (auto const& value : input) {
        TRY(evaluation.spend(call));
        if (best.empty()) {
            best = Collection(value.simple());
            continue;
        }
        auto const order = compare(value, best.front());
        if (!order) return evaluation.fault(call, call.text + "() of values that have no order");
        if (!order->result) return Collection();
        if (*order->result * sign > 0) best = Collection(value.simple());
    }
    return best;
}
Result<Collection> least(Evaluation& evaluation, Node const& call, Collection&& input, Scope const&) {
    return extreme(evaluation, call, input, -1);
}
Result<Collection> greatest(Evaluation& evaluation, Node const& call, Collection&& input, Scope const&) {
    return extreme(evaluation, call, input, 1);
}

constexpr Function functions[] = {
    {.name = "single", .run = onlyOne, .gives = Gives::Same},
    {.name = "first", .run = first, .gives = Gives::Same, .needsOrder = true},
    {.name = "last", .run = last, .gives = Gives::Same, .needsOrder = true},
    {.name = "tail", .run = tail, .gives = Gives::Same, .needsOrder = true},
    {.name = "skip", .fewest = 1, .most = 1, .run = skip, .gives = Gives::Same, .needsOrder = true},
    {.name = "take", .fewest = 1, .most = 1, .run = take, .gives = Gives::Same, .needsOrder = true},
    {.name = "intersect", .fewest = 1, .most = 1, .run = intersect, .gives = Gives::Same},
    {.name = "exclude", .fewest = 1, .most = 1, .run = exclude, .gives = Gives::Same},
    {.name = "combine", .fewest = 1, .most = 2, .run = combine},
    {.name = "union", .fewest = 1, .most = 1, .run = unite},
    {.name = "aggregate", .fewest = 1, .most = 2, .run = aggregate, .eachItem = true},
    {.name = "sum", .run = sum, .gives = Gives::Same},
    {.name = "avg", .run = average},
    {.name = "min", .run = least, .gives = Gives::Same},
    {.name = "max", .run = greatest, .gives = Gives::Same},
};

} // namespace

std::span<const Function> collectionFunctions() {
    return functions;
}

} // namespace kiosk::fhirpath
