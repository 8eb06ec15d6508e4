// Filtering, projection and navigation: N1, 5.2, 5.8 and 7.

#include "kiosk/core/fhirpath/Equality.h"
#include "kiosk/core/fhirpath/Filter.h"
#include "kiosk/core/fhirpath/Functions.h"

#include <algorithm>

namespace kiosk::fhirpath {

namespace {

using Gives = Function::Gives;

Result<Collection> where(Evaluation& evaluation, Node const& call, Collection&& input, Scope const& scope) {
    Collection result, item;
    if (call.filter) TRY(evaluation.spend(call, input.size()));
    std::int32_t index = 0;
    for (auto const& value : input) {
        // where(linkId = 'x') needs no collection for each item.
        if (auto const known = call.filter && value.element() ? passes(*value.element(), *call.filter) : std::nullopt) {
            if (*known) result.push(value);
            ++index;
            continue;
        }
        item = Collection(value);
        auto const test = TRY(evaluation.evaluate(*call.arguments[0], Scope{item, index++, scope.total}));
        if (TRY(truth(evaluation, *call.arguments[0], test)) == true) result.push(value);
    }
    return result;
}

Result<Collection> select(Evaluation& evaluation, Node const& call, Collection&& input, Scope const& scope) {
    Collection result, item;
    std::int32_t index = 0;
    for (auto const& value : input) {
        item = Collection(value);
        result.append(TRY(evaluation.evaluate(*call.arguments[0], Scope{item, index++, scope.total})));
    }
    return result;
}

/// What is found is looked into again, as long as it is new.
Result<Collection> repeat(Evaluation& evaluation, Node const& call, Collection&& input, Scope const& scope) {
    DistinctValues found;
    Collection level = std::move(input), item;
    while (!level.empty()) {
        Collection next;
        std::int32_t index = 0;
        for (auto const& value : level) {
            item = Collection(value);
            for (auto& each : TRY(evaluation.evaluate(*call.arguments[0], Scope{item, index++, scope.total}))) {
                TRY(evaluation.spend(call));
                if (found.add(each)) next.push(std::move(each));
            }
        }
        TRY(evaluation.spend(call, next.size(), next.size() * sizeof(Value)));
        level = std::move(next);
    }
    return found.take();
}

Result<Collection> ofType(Evaluation&, Node const& call, Collection&& input, Scope const&) {
    Collection result;
    for (auto const& value : input)
        if (isExactlyOfType(value, call.type)) result.push(value);
    return result;
}

Result<Collection> is(Evaluation& evaluation, Node const& call, Collection&& input, Scope const&) {
    auto const* value = TRY(single(evaluation, call, input));
    return value ? one(isOfType(*value, call.type)) : Collection();
}

Result<Collection> as(Evaluation& evaluation, Node const& call, Collection&& input, Scope const&) {
    auto const* value = TRY(single(evaluation, call, input));
    if (!value || !isExactlyOfType(*value, call.type)) return Collection();
    return std::move(input);
}

void pushChildren(Element const& of, Collection& to) {
    static fhir::Name const resourceType = fhir::Model::r4().name("resourceType");
    for (auto const* at = of.firstChild(); at; at = at->next())
        if (at->isThere() && !(at->member() == resourceType && of.isResource())) to.push(Value(*at));
}

Result<Collection> children(Evaluation& evaluation, Node const& call, Collection&& input, Scope const&) {
    Collection result;
    for (auto const& value : input)
        if (value.element()) pushChildren(*value.element(), result);
    TRY(evaluation.spend(call, result.size()));
    return result;
}

/// Level by level, as repeat(children()) finds them; each element once, for it is in one place only.
Result<Collection> descendants(Evaluation& evaluation, Node const& call, Collection&& input, Scope const&) {
    Collection result;
    for (auto const& value : input)
        if (value.element()) pushChildren(*value.element(), result);
    for (std::size_t i = 0; i < result.size(); ++i) {
        if (i % 256 == 0) TRY(evaluation.spend(call, 256, 256 * sizeof(Value)));
        pushChildren(*result[i].element(), result);
    }
    return result;
}

/// The keys of sort() for each item.
struct SortRow {
    Value value;
    std::vector<Collection> keys;
};

Result<int> compareKeys(Evaluation const& evaluation, Node const& argument, Collection const& a, Collection const& b) {
    if (a.empty() || b.empty()) return a.empty() && b.empty() ? 0 : a.empty() ? -1 : 1; // nothing comes first
    auto const order = compare(a.front(), b.front());
    if (!order) return evaluation.fault(argument, "sort() by values that have no order");
    return order->result.value_or(0);
}

Result<int> compareRows(Evaluation const& evaluation, Node const& call, SortRow const& a, SortRow const& b) {
    for (std::size_t i = 0; i < a.keys.size(); ++i) {
        auto const& node = call.arguments.empty() ? call : *call.arguments[i];
        auto const order = TRY(compareKeys(evaluation, node, a.keys[i], b.keys[i]));
        if (order != 0) return node.isDescending ? -order : order;
    }
    return 0;
}

Result<std::vector<SortRow>> sortRows(Evaluation& evaluation, Node const& call, Collection const& input,
                                      Scope const& scope) {
    std::vector<SortRow> rows;
    std::int32_t index = 0;
    Collection item;
    for (auto const& value : input) {
        item = Collection(value);
        auto& row = rows.emplace_back(SortRow{value, {}});
        if (call.arguments.empty()) row.keys.push_back(item);
        for (auto const* argument : call.arguments) {
            row.keys.push_back(TRY(evaluation.evaluate(*argument, Scope{item, index, scope.total})));
            TRY(single(evaluation, *argument, row.keys.back()));
        }
        ++index;
    }
    return rows;
}

Result<Collection> sort(Evaluation& evaluation, Node const& call, Collection&& input, Scope const& scope) {
    auto rows = TRY(sortRows(evaluation, call, input, scope));
    TRY(evaluation.spend(call, 20 * rows.size(), rows.size() * sizeof(SortRow)));
    std::optional<Error> error;
    // Merge sort keeps to its bounds whatever the comparison says, as after an error.
    std::ranges::stable_sort(rows, [&](SortRow const& a, SortRow const& b) {
        auto const order = compareRows(evaluation, call, a, b);
        if (!order && !error) error = order.error();
        return order && *order < 0;
    });
    if (error) return fail(std::move(*error));
    Collection result;
    for (auto& row : rows) result.push(std::move(row.value));
    return result;
}

constexpr Function functions[] = {
    {.name = "where", .fewest = 1, .most = 1, .run = where, .gives = Gives::Same, .eachItem = true},
    {.name = "select", .fewest = 1, .most = 1, .run = select, .gives = Gives::Argument, .eachItem = true},
    {.name = "repeat", .fewest = 1, .most = 1, .run = repeat, .gives = Gives::Argument, .eachItem = true},
    {.name = "ofType", .fewest = 1, .most = 1, .run = ofType, .gives = Gives::Type, .takesType = true},
    {.name = "is", .fewest = 1, .most = 1, .run = is, .gives = Gives::Boolean, .takesType = true},
    {.name = "as", .fewest = 1, .most = 1, .run = as, .gives = Gives::Type, .takesType = true},
    {.name = "children", .run = children},
    {.name = "descendants", .run = descendants},
    {.name = "sort", .most = 16, .run = sort, .gives = Gives::Same, .eachItem = true},
};

} // namespace

std::span<const Function> filterFunctions() {
    return functions;
}

} // namespace kiosk::fhirpath
