#include "kiosk/core/fhirpath/Evaluation.h"

#include "kiosk/core/fhirpath/Expression.h"
#include "kiosk/core/fhirpath/Functions.h"
#include "kiosk/core/fhirpath/Token.h"

#include <limits>

namespace kiosk::fhirpath {

namespace {

using Kind = Node::Kind;

constexpr std::uint64_t valueBytes = sizeof(Value);

bool isExactOrDerived(Type const& type, Type const& wanted, bool isExact) {
    // A part of a resource goes by the name of what it is derived from.
    return isExact && type.kind() == Type::Kind::Primitive ? &type == &wanted : type.is(wanted);
}

bool fits(Value const& value, TypeSpecifier const& type, bool isExact) {
    if (auto const* element = value.element()) {
        if (element->type()) return type.fhir && isExactOrDerived(*element->type(), *type.fhir, isExact);
        // Without a FHIR type an element is what its JSON says, under either name.
        auto const own = value.type();
        if (own == SystemType::None) return false;
        return own == type.system ||
               (type.fhir && systemTypeOf(*type.fhir) == own && type.fhir->base() && !type.fhir->base()->base());
    }
    return type.system != SystemType::None && value.type() == type.system;
}

} // namespace

Result<Collection> evaluate(Expression const& expression, Collection const& focus, Environment const& environment) {
    return Evaluation(expression.program(), focus, environment).run();
}

bool isOfType(Value const& value, TypeSpecifier const& type) {
    return fits(value, type, false);
}
bool isExactlyOfType(Value const& value, TypeSpecifier const& type) {
    return fits(value, type, true);
}

Evaluation::Evaluation(Program const& program, Collection const& focus, Environment const& environment) :
    m_program(program), m_focus(focus), m_environment(environment),
    m_end(std::chrono::steady_clock::now() + environment.budget.time) {}

Result<Collection> Evaluation::run() {
    auto result = evaluate(*m_program.root, Scope{m_focus});
    if (m_environment.spent) *m_environment.spent += m_steps;
    return result;
}

tl::unexpected<Error> Evaluation::fault(Node const& at, std::string_view what) const {
    return fail(faultAt(m_program.text, at.offset, what));
}

Result<void> Evaluation::spend(Node const& at, std::uint64_t steps, std::uint64_t bytes) {
    constexpr std::uint64_t stepsBetweenLooks = 4096;
    m_steps += steps;
    m_bytes += bytes;
    auto const over = [&](std::string_view what) {
        return fail(ErrorKind::Full, faultAt(m_program.text, at.offset, what).text);
    };
    if (m_steps > m_environment.budget.steps) return over("more steps than are allowed");
    if (m_bytes > m_environment.budget.bytes) return over("more memory than is allowed");
    if (m_steps < m_nextLook) return {};
    m_nextLook = m_steps + stepsBetweenLooks;
    if (std::chrono::steady_clock::now() > m_end) return over("more time than is allowed");
    return {};
}

/// A path is a chain of nodes from its left end: walked in a loop, so that long ones need no deep stack.
Result<Collection> Evaluation::evaluate(Node const& node, Scope const& scope) {
    constexpr int deepest = 400; // twice what the parser allows: functions call back
    if (m_depth >= deepest) return fault(node, "nested too deep");
    ++m_depth;
    auto const base = m_spine.size();
    for (auto const* at = &node; at; at = at->left) m_spine.push_back(at);
    auto const defined = static_cast<std::ptrdiff_t>(m_defined.size());
    auto value = climb(base, scope);
    m_defined.erase(m_defined.begin() + defined, m_defined.end());
    m_spine.resize(base);
    --m_depth;
    return value;
}

Result<Collection> Evaluation::climb(std::size_t base, Scope const& scope) {
    auto const takeNode = [this]() -> Node const& {
        auto const& node = *m_spine.back();
        m_spine.pop_back();
        return node;
    };
    auto const defined = static_cast<std::ptrdiff_t>(m_defined.size());
    Collection value;
    bool isLeaf = true;
    while (m_spine.size() > base) {
        auto const& node = takeNode();
        TRY(spend(node));
        auto const* next = m_spine.size() > base ? m_spine.back() : nullptr;
        if (m_environment.index && next && next->filter && node.kind != Kind::Binary) {
            if (auto found = indexed(node, *next, isLeaf ? scope.self : value)) {
                value = std::move(*found);
                isLeaf = false;
                m_spine.pop_back();
                continue;
            }
        }
        // What a path defines is not seen on the other side of an operator.
        if (node.kind == Kind::Binary) m_defined.erase(m_defined.begin() + defined, m_defined.end());
        value = isLeaf ? TRY(leaf(node, scope)) : TRY(apply(node, std::move(value), scope));
        if (value.size() > 1)
            TRY(spend(node, 0, value.size() * valueBytes));
        else if (auto const* text = value.begin()->as<Value::Text>(); text && *text && node.kind != Kind::Literal)
            TRY(spend(node, 0, (*text)->size()));
        isLeaf = false;
    }
    return value;
}

Result<Collection> Evaluation::leaf(Node const& node, Scope const& scope) {
    switch (node.kind) {
    case Kind::Literal: return Collection(node.literal);
    case Kind::Empty: return Collection();
    case Kind::This: return scope.self;
    case Kind::Index: return scope.index ? Collection(Value(*scope.index)) : Collection();
    case Kind::Total: return scope.total ? *scope.total : Collection();
    case Kind::Variable: {
        auto value = variable(node.text);
        if (!value) return fault(node, "there is no variable %" + node.text);
        return std::move(*value);
    }
    case Kind::Member: return member(node, scope.self);
    default: return apply(node, Collection(scope.self), scope);
    }
}

Result<Collection> Evaluation::apply(Node const& node, Collection&& left, Scope const& scope) {
    switch (node.kind) {
    case Kind::Member: return member(node, left);
    case Kind::Call: return node.function->run(*this, node, std::move(left), scope);
    case Kind::This: return std::move(left);
    case Kind::At: return at(node, std::move(left), scope);
    case Kind::Negate:
    case Kind::Plus: return sign(node, left);
    case Kind::Is:
    case Kind::As: return typeTest(node, left);
    case Kind::Binary:
        if (node.op >= Operator::And) return logic(node, left, scope);
        return applyOperator(*this, node, std::move(left), TRY(evaluate(*node.right, scope)));
    default: return fault(node, "cannot stand behind a point");
    }
}

namespace {

void pushMembersOfValue(Value const& value, std::string_view name, Collection& to) {
    if (auto const* type = value.as<TypeName>()) {
        if (name == "namespace") to.push(Value(std::string(type->space)));
        if (name == "name") to.push(Value(std::string(type->name)));
    } else if (auto const quantity = value.quantity()) {
        if (name == "value") to.push(Value(quantity->value));
        if (name == "unit" || name == "code") to.push(Value(quantity->unit));
    }
}

} // namespace

Result<Collection> Evaluation::member(Node const& node, Collection const& from) {
    Collection found;
    for (auto const& value : from) {
        auto const* element = value.element();
        if (!element) {
            pushMembersOfValue(value, node.text, found);
        } else if (node.selfType && element->type() && element->type()->is(*node.selfType)) {
            found.push(value);
        } else {
            for (auto const& child : element->children(node.name)) found.push(Value(child));
        }
    }
    TRY(spend(node, from.size() + found.size()));
    return found;
}

Result<Collection> Evaluation::at(Node const& node, Collection&& left, Scope const& scope) {
    auto const position = TRY(evaluate(*node.right, scope));
    auto const* value = TRY(single(*this, *node.right, position));
    if (!value) return Collection();
    auto const index = value->integer();
    if (!index) return fault(*node.right, "an index must be a whole number");
    if (*index < 0 || static_cast<std::uint64_t>(*index) >= left.size()) return Collection();
    return Collection(left[static_cast<std::size_t>(*index)]);
}

Result<Collection> Evaluation::sign(Node const& node, Collection const& operand) const {
    auto const* value = TRY(single(*this, node, operand));
    if (!value) return Collection();
    bool const isMinus = node.kind == Kind::Negate;
    if (auto const quantity = value->quantity()) {
        auto copy = *quantity;
        if (isMinus) copy.value = copy.value.negated();
        return Collection(Value(std::move(copy)));
    }
    if (auto const integer = value->integer()) {
        auto const result = isMinus ? -*integer : *integer;
        return value->type() == SystemType::Long ? Collection(Value(result)) : whole(result);
    }
    auto const decimal = value->decimal();
    if (!decimal) return fault(node, "a sign before what is not a number");
    return Collection(Value(isMinus ? decimal->negated() : *decimal));
}

Result<Collection> Evaluation::typeTest(Node const& node, Collection const& left) const {
    auto const* value = TRY(single(*this, node, left));
    if (!value) return Collection();
    if (node.kind == Kind::Is) return one(isOfType(*value, node.type));
    return isExactlyOfType(*value, node.type) ? left : Collection();
}

Result<Collection> Evaluation::logic(Node const& node, Collection const& left, Scope const& scope) {
    auto const a = TRY(truth(*this, node, left));
    if (node.op == Operator::And && a == false) return one(false);
    if (node.op == Operator::Or && a == true) return one(true);
    if (node.op == Operator::Implies && a == false) return one(true);
    auto const right = TRY(evaluate(*node.right, scope));
    auto const b = TRY(truth(*this, node, right));
    auto const known = [](bool value) { return one(value); };
    switch (node.op) {
    case Operator::And:
        if (b == false) return known(false);
        return a && b ? known(true) : Collection();
    case Operator::Or:
        if (b == true) return known(true);
        return a && b ? known(false) : Collection();
    case Operator::Xor: return a && b ? known(*a != *b) : Collection();
    default:
        if (b == true) return known(true);
        return a && b ? known(false) : Collection();
    }
}

Result<Value const*> single(Evaluation const& evaluation, Node const& at, Collection const& collection) {
    if (collection.size() > 1) return evaluation.fault(at, "more than one value where one is needed");
    return collection.empty() ? nullptr : collection.begin();
}

Result<std::optional<bool>> truth(Evaluation const& evaluation, Node const& at, Collection const& collection) {
    auto const* value = TRY(single(evaluation, at, collection));
    if (!value) return std::optional<bool>();
    return std::optional(value->boolean().value_or(true));
}

} // namespace kiosk::fhirpath
