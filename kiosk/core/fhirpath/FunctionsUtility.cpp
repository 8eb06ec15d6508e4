// What does not fit elsewhere: iif, trace, the clock, variables, reflection.

#include "kiosk/core/fhirpath/Functions.h"

namespace kiosk::fhirpath {

namespace {

using Gives = Function::Gives;

Result<Collection> iif(Evaluation& evaluation, Node const& call, Collection&& input, Scope const& scope) {
    // Without something before it, it stands in the surrounding scope and does not care for how many there are.
    if (call.left) TRY(single(evaluation, call, input));
    Scope const inner{call.left ? input : scope.self, scope.index, scope.total};
    auto const tests = TRY(evaluation.evaluate(*call.arguments[0], inner));
    auto const* test = TRY(single(evaluation, *call.arguments[0], tests));
    if (test && !test->boolean()) return evaluation.fault(*call.arguments[0], "the criterion of iif() is no Boolean");
    if (test && *test->boolean()) return evaluation.evaluate(*call.arguments[1], inner);
    return call.arguments.size() > 2 ? evaluation.evaluate(*call.arguments[2], inner) : Collection();
}

Result<Collection> trace(Evaluation& evaluation, Node const& call, Collection&& input, Scope const& scope) {
    auto const name = TRY(textArgument(evaluation, call, 0, scope));
    auto const& hook = evaluation.environment().trace;
    if (!hook) return std::move(input);
    if (call.arguments.size() < 2) {
        hook(name.value_or(""), input);
        return std::move(input);
    }
    Collection shown;
    TRY(forEach(evaluation, call, input, [&](Value const&, Scope const& item) -> Result<void> {
        shown.append(TRY(evaluation.evaluate(*call.arguments[1], item)));
        return {};
    }));
    hook(name.value_or(""), shown);
    return std::move(input);
}

template <Temporal::Kind kind>
Result<Collection> clock(Evaluation& evaluation, Node const&, Collection&&, Scope const&) {
    auto const& environment = evaluation.environment();
    return Collection(Value(Temporal::of(kind, environment.now, environment.zone)));
}

Result<Collection> defineVariable(Evaluation& evaluation, Node const& call, Collection&& input, Scope const& scope) {
    auto name = TRY(textArgument(evaluation, call, 0, scope));
    if (!name || name->empty()) return evaluation.fault(call, "a variable without a name");
    if (call.arguments.size() < 2) {
        TRY(evaluation.define(call, std::move(*name), input));
    } else {
        // The value is seen from what the variable is defined on.
        Scope const inner{input, scope.index, scope.total};
        auto value = TRY(evaluation.evaluate(*call.arguments[1], inner));
        TRY(evaluation.define(call, std::move(*name), std::move(value)));
    }
    return std::move(input);
}

Result<Collection> type(Evaluation&, Node const&, Collection&& input, Scope const&) {
    Collection types;
    for (auto const& value : input) types.push(Value(value.typeName()));
    return types;
}

constexpr Function functions[] = {
    {.name = "iif", .fewest = 2, .most = 3, .run = iif},
    {.name = "trace", .fewest = 1, .most = 2, .run = trace, .gives = Gives::Same, .eachItem = true},
    {.name = "now", .run = clock<Temporal::Kind::DateTime>, .gives = Gives::DateTime},
    {.name = "today", .run = clock<Temporal::Kind::Date>, .gives = Gives::Date},
    {.name = "timeOfDay", .run = clock<Temporal::Kind::Time>, .gives = Gives::Time},
    {.name = "defineVariable", .fewest = 1, .most = 2, .run = defineVariable, .gives = Gives::Same},
    {.name = "type", .run = type},
};

} // namespace

std::span<const Function> utilityFunctions() {
    return functions;
}

} // namespace kiosk::fhirpath
