#pragma once

#include "kiosk/core/fhirpath/Expression.h"

#include <map>
#include <set>

namespace kiosk::fhirpath {

/// Something that is wrong with an expression whatever the data.
struct Problem {
    enum class Severity : std::uint8_t { Warning, Error };
    Severity severity = Severity::Error;
    std::string text; ///< with line and column
};

/// What of a QuestionnaireResponse an expression may read. When nothing of that changes, neither does its value.
struct Reads {
    bool all = false;                             ///< any item; the sets then say nothing
    std::set<std::string, std::less<>> linkIds;   ///< answers of these items, and whether there are such items
    std::set<std::string, std::less<>> subtrees;  ///< these items with all that is in them
    std::set<std::string, std::less<>> variables; ///< without those that come with FHIRPath
    bool head = false;                            ///< members of the response beside its items: subject, authored
    bool clock = false;                           ///< now(), today(), timeOfDay()
};

/// How the work grows with the number of items.
enum class Cost : std::uint8_t { Constant, Linear, Quadratic };

struct AnalysisOptions {
    Type const* focus = nullptr; ///< null: not known
    /// The variables there will be, with their types where known.
    std::map<std::string, Type const*, std::less<>> variables;
    bool knowsVariables = true; ///< otherwise others are taken to be there too
    /// As the specification has it: Observation.valueQuantity is an error, not a warning.
    bool isStrict = false;
    /// Errors for first(), skip()… on children(), which have no order.
    bool checksOrder = false;

    /// Where the focus is: the response itself, or one of its items.
    enum class Place : std::uint8_t { Response, Item, Elsewhere };
    Place place = Place::Response;
    std::string linkId; ///< of the item
};

struct Analysis {
    std::vector<Problem> problems;
    Reads reads;
    Cost cost = Cost::Constant;
    [[nodiscard]] bool hasErrors() const;
};

[[nodiscard]] Analysis analyse(Expression const& expression, AnalysisOptions const& options);

} // namespace kiosk::fhirpath
