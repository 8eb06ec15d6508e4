#pragma once

#include "kiosk/core/fhirpath/Ast.h"
#include "kiosk/core/fhirpath/Environment.h"

#include <chrono>
#include <span>

namespace kiosk::fhirpath {

/// What $this, $index and $total are while an expression is evaluated.
struct Scope {
    Collection const& self;
    std::optional<std::int32_t> index = std::nullopt;
    Collection const* total = nullptr;
};

/// One evaluation of one Program. The functions of Functions*.cpp work through it.
class Evaluation {
public:
    Evaluation(Program const& program, Collection const& focus, Environment const& environment);

    [[nodiscard]] Result<Collection> run();
    [[nodiscard]] Result<Collection> evaluate(Node const& node, Scope const& scope);

    [[nodiscard]] Environment const& environment() const { return m_environment; }
    [[nodiscard]] Collection const& focus() const { return m_focus; }
    /// Nothing: not known.
    [[nodiscard]] std::optional<Collection> variable(std::string_view name) const;
    /// Until the path that is being evaluated ends. Invalid: the name is taken.
    [[nodiscard]] Result<void> define(Node const& call, std::string name, Collection value);

    /// Counts work. Full: over the budget.
    [[nodiscard]] Result<void> spend(Node const& at, std::uint64_t steps = 1, std::uint64_t bytes = 0);
    [[nodiscard]] tl::unexpected<Error> fault(Node const& at, std::string_view what) const;

    /// The resource that `element` is in, itself if it is one; null: in none.
    [[nodiscard]] static Element const* resourceOf(Element const& element);
    /// The resource that one is contained in, itself if in none.
    [[nodiscard]] static Element const* rootResourceOf(Element const& element);
    /// By its id or reference: contained, in a Bundle around, or handed in. Null: not known.
    [[nodiscard]] Element const* resolve(Element const& from, std::string_view reference) const;

private:
    using Spine = std::vector<Node const*>;

    Result<Collection> climb(std::size_t base, Scope const& scope);
    Result<Collection> leaf(Node const& node, Scope const& scope);
    Result<Collection> apply(Node const& node, Collection&& left, Scope const& scope);
    Result<Collection> member(Node const& node, Collection const& from);
    Result<Collection> at(Node const& node, Collection&& left, Scope const& scope);
    Result<Collection> sign(Node const& node, Collection const& operand) const;
    Result<Collection> logic(Node const& node, Collection const& left, Scope const& scope);
    Result<Collection> typeTest(Node const& node, Collection const& left) const;
    [[nodiscard]] std::optional<Collection> builtIn(std::string_view name) const;
    /// The items by linkId, if the index can tell; nothing: it cannot.
    std::optional<Collection> indexed(Node const& source, Node const& filter, Collection const& from) const;

    Program const& m_program;
    Collection const& m_focus;
    Environment const& m_environment;
    std::vector<std::pair<std::string, Collection>> m_defined;
    Spine m_spine;
    std::uint64_t m_steps = 0;
    std::uint64_t m_bytes = 0;
    int m_depth = 0;
    std::uint64_t m_nextLook = 0; ///< at the clock
    std::chrono::steady_clock::time_point m_end;
};

/// `left op right`, for all but the logic that may not need the right side.
[[nodiscard]] Result<Collection> applyOperator(Evaluation& evaluation, Node const& node, Collection&& left,
                                               Collection&& right);
/// Whether a value is of the type or one derived from it.
[[nodiscard]] bool isOfType(Value const& value, TypeSpecifier const& type);
/// For `as` and ofType(): primitives must be of the very type (HL7's tests: a code is no string here).
[[nodiscard]] bool isExactlyOfType(Value const& value, TypeSpecifier const& type);

/// The only value. Null: empty. Invalid: more than one.
[[nodiscard]] Result<Value const*> single(Evaluation const& evaluation, Node const& at, Collection const& collection);
/// As an operand of logic: a single value that is no Boolean counts as true.
[[nodiscard]] Result<std::optional<bool>> truth(Evaluation const& evaluation, Node const& at,
                                                Collection const& collection);

} // namespace kiosk::fhirpath
