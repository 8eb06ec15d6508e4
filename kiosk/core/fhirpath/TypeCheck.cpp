#include "kiosk/core/fhirpath/TypeCheck.h"

#include "kiosk/core/fhirpath/Functions.h"
#include "kiosk/core/fhirpath/Token.h"

#include <algorithm>

namespace kiosk::fhirpath {

namespace {

using Kind = Node::Kind;
using Gives = Function::Gives;

/// Types of which any other may be the one that is there: Resource, Element.
bool isAbstract(Type const& type) {
    return type.name() == "Resource" || type.name() == "DomainResource" || type.name() == "Element" ||
           type.name() == "BackboneElement";
}

bool isNumber(SystemType type) {
    return type == SystemType::Integer || type == SystemType::Long || type == SystemType::Decimal;
}
bool isTemporal(SystemType type) {
    return type >= SystemType::Date && type <= SystemType::Time;
}
bool isDate(SystemType type) {
    return type == SystemType::Date || type == SystemType::DateTime;
}

bool canOperate(Operator op, SystemType a, SystemType b) {
    auto const bothAre = [&](SystemType type) { return a == type && b == type; };
    bool const numbers = isNumber(a) && isNumber(b);
    switch (op) {
    case Operator::Multiply:
    case Operator::Divide:
        return numbers || ((isNumber(a) || a == SystemType::Quantity) && (isNumber(b) || b == SystemType::Quantity));
    case Operator::WholeDivide:
    case Operator::Modulo: return numbers;
    case Operator::Add:
    case Operator::Subtract:
        if (op == Operator::Add && bothAre(SystemType::String)) return true;
        return numbers || bothAre(SystemType::Quantity) || (isTemporal(a) && b == SystemType::Quantity) ||
               (isNumber(a) && b == SystemType::Quantity) || (a == SystemType::Quantity && isNumber(b));
    case Operator::Concatenate: return bothAre(SystemType::String);
    case Operator::Less:
    case Operator::LessOrEqual:
    case Operator::Greater:
    case Operator::GreaterOrEqual:
        return numbers || bothAre(SystemType::String) || bothAre(SystemType::Quantity) || bothAre(SystemType::Time) ||
               (isDate(a) && isDate(b));
    default: return true;
    }
}

std::string describe(TypeSet const& types) {
    std::string text;
    auto const add = [&](std::string_view name) { text += (text.empty() ? "" : " or ") + std::string(name); };
    for (auto const* type : types.fhir()) add(type->name());
    for (auto const type : types.operands())
        if (types.hasSystem(type)) add(nameOf(type));
    return text.size() < 80 ? text : "any of these types";
}

std::optional<SystemType> systemGiven(Gives gives) {
    switch (gives) {
    case Gives::Boolean: return SystemType::Boolean;
    case Gives::Integer: return SystemType::Integer;
    case Gives::Decimal: return SystemType::Decimal;
    case Gives::String: return SystemType::String;
    case Gives::Date: return SystemType::Date;
    case Gives::DateTime: return SystemType::DateTime;
    case Gives::Time: return SystemType::Time;
    case Gives::Quantity: return SystemType::Quantity;
    default: return std::nullopt;
    }
}

} // namespace

void TypeSet::add(Type const& type) {
    if (std::ranges::find(m_fhir, &type) == m_fhir.end()) m_fhir.push_back(&type);
}

void TypeSet::add(TypeSet const& other) {
    m_isAnything = m_isAnything || other.m_isAnything;
    for (auto const* type : other.m_fhir) add(*type);
    m_system |= other.m_system;
    isOrdered = isOrdered && other.isOrdered;
}

std::vector<SystemType> TypeSet::operands() const {
    std::vector<SystemType> types;
    for (unsigned i = 0; i <= static_cast<unsigned>(SystemType::Quantity); ++i)
        if (hasSystem(static_cast<SystemType>(i))) types.push_back(static_cast<SystemType>(i));
    for (auto const* type : m_fhir) types.push_back(systemTypeOf(*type));
    return types;
}

TypeCheck::TypeCheck(Program const& program, AnalysisOptions const& options, std::vector<Problem>& problems) :
    m_program(program), m_options(options), m_problems(problems) {
    for (auto const& node : program.nodes) {
        auto const* name = isCallOf(&node, "defineVariable") ? node.arguments[0] : nullptr;
        if (name && name->kind == Kind::Literal && name->literal.text()) m_defined.insert(*name->literal.text());
    }
}

void TypeCheck::run() {
    check(*m_program.root, TypeSet::of(m_options.focus));
}

void TypeCheck::problem(Node const& at, std::string_view what, Problem::Severity severity) {
    m_problems.push_back({severity, faultAt(m_program.text, at.offset, what).text});
}

/// Along the left side in a loop, as the evaluation does it.
TypeSet TypeCheck::check(Node const& node, TypeSet const& self) {
    std::vector<Node const*> spine;
    for (auto const* at = &node; at; at = at->left) spine.push_back(at);
    auto types = leaf(*spine.back(), self);
    for (spine.pop_back(); !spine.empty(); spine.pop_back()) types = apply(*spine.back(), types, self);
    return types;
}

TypeSet TypeCheck::leaf(Node const& node, TypeSet const& self) {
    switch (node.kind) {
    case Kind::Literal: return TypeSet::of(node.literal.type());
    case Kind::Empty: return {};
    case Kind::This: return self;
    case Kind::Index: return TypeSet::of(SystemType::Integer);
    case Kind::Total: return TypeSet::anything();
    case Kind::Variable: return variable(node);
    default: return apply(node, self, self);
    }
}

TypeSet TypeCheck::variable(Node const& node) {
    std::string_view const name = node.text;
    if (auto const known = m_options.variables.find(name); known != m_options.variables.end())
        return TypeSet::of(known->second);
    if (name == "context") return TypeSet::of(m_options.focus);
    if (name == "sct" || name == "loinc" || name == "ucum" || name.starts_with("vs-") || name.starts_with("ext-"))
        return TypeSet::of(SystemType::String);
    bool const isKnown = name == "resource" || name == "rootResource" || m_defined.contains(name);
    if (!isKnown && m_options.knowsVariables) problem(node, "there is no variable %" + node.text);
    return TypeSet::anything();
}

TypeSet TypeCheck::apply(Node const& node, TypeSet const& left, TypeSet const& self) {
    switch (node.kind) {
    case Kind::Member: return member(node, left);
    case Kind::Call: return call(node, left, self);
    case Kind::At: check(*node.right, self); return left;
    case Kind::Negate:
    case Kind::Plus: {
        auto const operands = left.operands();
        bool const canBe = left.isAnything() || left.isNothing() || std::ranges::any_of(operands, [](SystemType type) {
                               return isNumber(type) || type == SystemType::Quantity;
                           });
        if (!canBe) problem(node, "a sign before " + describe(left));
        return left;
    }
    case Kind::Is: return TypeSet::of(SystemType::Boolean);
    case Kind::As: return given(node, left, {});
    case Kind::Binary: return binary(node, left, check(*node.right, self));
    default: return left;
    }
}

bool TypeCheck::memberOfType(Node const& node, Type const& type, TypeSet& found) {
    if (node.selfType && type.is(*node.selfType)) {
        found.add(type);
        return true;
    }
    bool isThere = false;
    for (auto const* at = &type; at; at = at->base())
        for (auto const& info : at->ownElements())
            if (info.element == node.name) {
                found.add(*info.type);
                isThere = true;
            }
    if (isThere) return true;
    if (auto const* info = type.findMember(node.name); info && info->isChoice) {
        found.add(*info->type);
        problem(node, "FHIRPath calls " + node.text + " just " + std::string(info->element.text()),
                m_options.isStrict ? Problem::Severity::Error : Problem::Severity::Warning);
        return true;
    }
    if (!isAbstract(type) && !(node.selfType && node.selfType->is(type)) && node.text != "resourceType") return false;
    found.add(TypeSet::anything());
    return true;
}

TypeSet TypeCheck::member(Node const& node, TypeSet const& left) {
    if (left.isAnything()) return TypeSet::anything();
    TypeSet found;
    found.isOrdered = left.isOrdered;
    bool isThere = left.isNothing();
    for (auto const* type : left.fhir()) isThere = memberOfType(node, *type, found) || isThere;
    if (left.hasSystem(SystemType::Quantity) && (node.text == "value" || node.text == "unit" || node.text == "code")) {
        found.add(node.text == "value" ? SystemType::Decimal : SystemType::String);
        isThere = true;
    }
    if (!isThere) problem(node, describe(left) + " has no element " + node.text);
    return found;
}

TypeSet TypeCheck::call(Node const& node, TypeSet const& left, TypeSet const& self) {
    auto const& function = *node.function;
    std::vector<TypeSet> arguments;
    bool const seesLeft = function.eachItem || node.text == "defineVariable" || (node.text == "iif" && node.left);
    if (!function.takesType)
        for (auto const* argument : node.arguments) arguments.push_back(check(*argument, seesLeft ? left : self));
    auto const operands = left.operands();
    bool const isWrong = function.on != SystemType::None && !left.isAnything() && !left.isNothing() &&
                         std::ranges::find(operands, function.on) == operands.end();
    if (isWrong) problem(node, node.text + "() is not for " + describe(left));
    if (function.needsOrder && !left.isOrdered && m_options.checksOrder)
        problem(node, node.text + "() on what has no order");
    if (node.text == "iif" && !arguments[0].isAnything() && !arguments[0].isNothing()) {
        auto const tests = arguments[0].operands();
        if (std::ranges::find(tests, SystemType::Boolean) == tests.end())
            problem(*node.arguments[0], "the criterion of iif() is no Boolean");
    }
    return given(node, left, arguments);
}

TypeSet TypeCheck::given(Node const& node, TypeSet const& left, std::vector<TypeSet> const& arguments) {
    auto const gives = node.kind == Kind::As ? Gives::Type : node.function->gives;
    if (auto const type = systemGiven(gives)) return TypeSet::of(*type);
    if (gives == Gives::Same) return left;
    if (gives == Gives::Argument) return arguments.empty() ? TypeSet::anything() : arguments.back();
    if (gives == Gives::Type) {
        TypeSet types;
        if (node.type.fhir) types.add(*node.type.fhir);
        if (node.type.system != SystemType::None) types.add(node.type.system);
        return types;
    }
    if (node.text == "extension") return TypeSet::of(fhir::Model::r4().find("Extension"));
    if (node.text == "union" || node.text == "combine") {
        auto types = left;
        types.add(arguments[0]);
        return types;
    }
    if (node.text == "iif") {
        auto types = arguments[1];
        if (arguments.size() > 2) types.add(arguments[2]);
        return types;
    }
    auto types = TypeSet::anything();
    types.isOrdered = node.text != "children" && node.text != "descendants";
    return types;
}

TypeSet TypeCheck::binary(Node const& node, TypeSet const& left, TypeSet const& right) {
    if (node.op == Operator::Union) {
        auto types = left;
        types.add(right);
        return types;
    }
    bool const isKnown = !left.isAnything() && !right.isAnything() && !left.isNothing() && !right.isNothing();
    if (isKnown) {
        bool canBe = false;
        for (auto const a : left.operands())
            for (auto const b : right.operands()) canBe = canBe || canOperate(node.op, a, b);
        if (!canBe) problem(node, "cannot be done with " + describe(left) + " and " + describe(right));
    }
    if (node.op >= Operator::Less) return TypeSet::of(SystemType::Boolean);
    if (node.op == Operator::Concatenate) return TypeSet::of(SystemType::String);
    if (!isKnown) return TypeSet::anything();
    TypeSet types;
    for (auto const a : left.operands()) types.add(a);
    for (auto const b : right.operands())
        if (!isTemporal(left.operands().front())) types.add(b);
    if (node.op == Operator::Divide) types.add(SystemType::Decimal);
    return types;
}

} // namespace kiosk::fhirpath
