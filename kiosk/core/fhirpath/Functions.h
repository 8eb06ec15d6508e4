#pragma once

#include "kiosk/core/fhirpath/Evaluation.h"

#include <span>

namespace kiosk::fhirpath {

/// `input.name(arguments)`. Arguments are evaluated by the function itself, if and for what it wants.
using Handler = Result<Collection> (*)(Evaluation& evaluation, Node const& call, Collection&& input,
                                       Scope const& scope);

/// A function as the parser, the evaluation and the analysis know it.
struct Function {
    /// What it gives, for the analysis. Same: what it was given.
    enum class Gives : std::uint8_t {
        Boolean,
        Integer,
        Decimal,
        String,
        Date,
        DateTime,
        Time,
        Quantity,
        Same,
        Type,
        Argument,
        Anything
    };
    std::string_view name;
    int fewest = 0, most = 0; ///< arguments
    Handler run = nullptr;
    Gives gives = Gives::Anything;
    bool takesType = false;           ///< the first argument names a type
    bool eachItem = false;            ///< arguments are evaluated with each item as $this
    bool needsOrder = false;          ///< means nothing on what has no order
    SystemType on = SystemType::None; ///< the only type of its input, if it has one
    bool takesPattern = false;        ///< the first argument is a regular expression
    int patternArguments = 2;
};

/// Null: there is none.
[[nodiscard]] Function const* findFunction(std::string_view name);
/// Of RE2, as FHIRPath wants it: . matches line ends. Null: it is not a pattern.
[[nodiscard]] std::shared_ptr<const re2::RE2> compilePattern(std::string_view pattern, std::string_view flags = {});
/// For a pattern that an expression keeps. Also null: it is large, and is to be made when it is used. A few letters can
/// make a pattern of a megabyte, and an expression can have thousands.
[[nodiscard]] std::shared_ptr<const re2::RE2> compileIfSmall(std::string_view pattern);

// The groups, one for each Functions….cpp.
[[nodiscard]] std::span<const Function> existenceFunctions();
[[nodiscard]] std::span<const Function> filterFunctions();
[[nodiscard]] std::span<const Function> collectionFunctions();
[[nodiscard]] std::span<const Function> conversionFunctions();
[[nodiscard]] std::span<const Function> textFunctions();
[[nodiscard]] std::span<const Function> codecFunctions();
[[nodiscard]] std::span<const Function> mathFunctions();
[[nodiscard]] std::span<const Function> boundaryFunctions();
[[nodiscard]] std::span<const Function> utilityFunctions();
[[nodiscard]] std::span<const Function> fhirFunctions();
[[nodiscard]] std::span<const Function> formFunctions();

// Arguments that must be single values.
[[nodiscard]] Result<Collection> argument(Evaluation& evaluation, Node const& call, std::size_t index,
                                          Scope const& scope);
/// Nothing: empty. Invalid: more than one, or of another type.
[[nodiscard]] Result<std::optional<std::string>> textArgument(Evaluation& evaluation, Node const& call,
                                                              std::size_t index, Scope const& scope);
[[nodiscard]] Result<std::optional<std::int64_t>> integerArgument(Evaluation& evaluation, Node const& call,
                                                                  std::size_t index, Scope const& scope);
[[nodiscard]] Result<std::optional<Decimal>> decimalArgument(Evaluation& evaluation, Node const& call,
                                                             std::size_t index, Scope const& scope);
/// The input as text, for functions on strings. Nothing: empty.
[[nodiscard]] Result<std::optional<std::string_view>> textInput(Evaluation const& evaluation, Node const& call,
                                                                Collection const& input);

// Collections of one.
[[nodiscard]] inline Collection one(bool value) {
    return Collection(Value(value));
}
[[nodiscard]] Collection whole(std::int64_t value); ///< Integer; empty if it does not fit
[[nodiscard]] inline Collection one(std::string text) {
    return Collection(Value(std::move(text)));
}
[[nodiscard]] inline Collection oneOrNone(std::optional<Decimal> const& value) {
    return value ? Collection(Value(*value)) : Collection();
}

/// Calls `work(item collection, scope of the item)` for each item of the input; it returns a Result.
template <typename Work>
Result<void> forEach(Evaluation& evaluation, Node const& call, Collection const& input, Work const& work) {
    std::int32_t index = 0;
    Collection item;
    for (auto const& value : input) {
        TRY(evaluation.spend(call));
        item = Collection(value);
        TRY(work(value, Scope{item, index++}));
    }
    return {};
}

} // namespace kiosk::fhirpath
