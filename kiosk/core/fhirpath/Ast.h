#pragma once

#include "kiosk/core/fhirpath/Collection.h"

#include <cstdint>
#include <deque>
#include <memory>
#include <set>
#include <string>

namespace re2 {
class RE2;
}

namespace kiosk::fhirpath {

struct Function;

/// A type by its name, resolved: FHIR.code, System.String; `Quantity` alone may be either.
struct TypeSpecifier {
    Type const* fhir = nullptr;
    SystemType system = SystemType::None;
};

enum class Operator : std::uint8_t {
    None,
    Multiply,
    Divide,
    WholeDivide,
    Modulo,
    Add,
    Subtract,
    Concatenate,
    Union,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Equal,
    Equivalent,
    NotEqual,
    NotEquivalent,
    In,
    Contains,
    And,
    Or,
    Xor,
    Implies,
};

struct Node {
    enum class Kind : std::uint8_t {
        Literal,  ///< literal
        Empty,    ///< {}
        This,     ///< $this
        Index,    ///< $index
        Total,    ///< $total
        Variable, ///< text
        Member,   ///< left (or $this) . name
        Call,     ///< left (or $this) . function(arguments)
        At,       ///< left [ right ]
        Negate,   ///< - left
        Plus,     ///< + left
        Binary,   ///< left operator right
        Is,       ///< left is type
        As,       ///< left as type
    };
    Kind kind = Kind::Empty;
    Operator op = Operator::None;
    bool isDescending = false; ///< an argument of sort() that was given with `desc` or a minus sign
    std::uint32_t offset = 0;
    Node const* left = nullptr;
    Node const* right = nullptr;
    std::vector<Node const*> arguments;
    Function const* function = nullptr;
    Value literal;
    std::string text;               ///< of a Variable, a Member, a Call: the name
    fhir::Name name;                ///< of a Member
    Type const* selfType = nullptr; ///< of a Member with a capital and nothing before it: `Patient` in Patient.name
    TypeSpecifier type;             ///< of Is, As, and the functions that take one

    /// Of a call of where(name = 'text') or where(name in ('text' | …)): what it comes down to.
    struct Filter {
        fhir::Name name;
        std::set<std::string_view> texts;
    };
    std::optional<Filter> filter;
    std::shared_ptr<const re2::RE2> pattern; ///< of a call that matches a literal
};

/// A parsed expression. Nodes refer to each other by address.
struct Program {
    std::string text;
    std::deque<Node> nodes;
    std::deque<std::string> names; ///< that are not of the model
    std::deque<fhir::Name::Entry> nameEntries;
    Node const* root = nullptr;
};

/// Whether `node` is there and calls this function.
[[nodiscard]] inline bool isCallOf(Node const* node, std::string_view function) {
    return node && node->kind == Node::Kind::Call && node->text == function;
}

} // namespace kiosk::fhirpath
