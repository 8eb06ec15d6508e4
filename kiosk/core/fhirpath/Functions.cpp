#include "kiosk/core/fhirpath/Functions.h"

#include <unordered_map>

namespace kiosk::fhirpath {

Function const* findFunction(std::string_view name) {
    static auto const functions = [] {
        std::unordered_map<std::string_view, Function const*> table;
        for (auto const& group : {existenceFunctions(), filterFunctions(), collectionFunctions(), conversionFunctions(),
                                  textFunctions(), codecFunctions(), mathFunctions(), boundaryFunctions(),
                                  utilityFunctions(), fhirFunctions(), formFunctions()})
            for (auto const& function : group) table.emplace(function.name, &function);
        return table;
    }();
    auto const found = functions.find(name);
    return found == functions.end() ? nullptr : found->second;
}

Result<Collection> argument(Evaluation& evaluation, Node const& call, std::size_t index, Scope const& scope) {
    return evaluation.evaluate(*call.arguments[index], scope);
}

Result<std::optional<std::string>> textArgument(Evaluation& evaluation, Node const& call, std::size_t index,
                                                Scope const& scope) {
    auto const values = TRY(argument(evaluation, call, index, scope));
    auto const* value = TRY(single(evaluation, *call.arguments[index], values));
    if (!value) return std::optional<std::string>();
    auto const text = value->text();
    if (!text) return evaluation.fault(*call.arguments[index], call.text + "() needs a string here");
    return std::optional(std::string(*text));
}

Result<std::optional<std::int64_t>> integerArgument(Evaluation& evaluation, Node const& call, std::size_t index,
                                                    Scope const& scope) {
    auto const values = TRY(argument(evaluation, call, index, scope));
    auto const* value = TRY(single(evaluation, *call.arguments[index], values));
    if (!value) return std::optional<std::int64_t>();
    auto const number = value->integer();
    if (!number) return evaluation.fault(*call.arguments[index], call.text + "() needs a whole number here");
    return number;
}

Result<std::optional<Decimal>> decimalArgument(Evaluation& evaluation, Node const& call, std::size_t index,
                                               Scope const& scope) {
    auto const values = TRY(argument(evaluation, call, index, scope));
    auto const* value = TRY(single(evaluation, *call.arguments[index], values));
    if (!value) return std::optional<Decimal>();
    auto const number = value->decimal();
    if (!number) return evaluation.fault(*call.arguments[index], call.text + "() needs a number here");
    return number;
}

Result<std::optional<std::string_view>> textInput(Evaluation const& evaluation, Node const& call,
                                                  Collection const& input) {
    auto const* value = TRY(single(evaluation, call, input));
    if (!value) return std::optional<std::string_view>();
    auto const text = value->text();
    if (!text) return evaluation.fault(call, call.text + "() is for strings");
    return text;
}

} // namespace kiosk::fhirpath
