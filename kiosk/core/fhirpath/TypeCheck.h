#pragma once

#include "kiosk/core/fhirpath/Analysis.h"
#include "kiosk/core/fhirpath/Ast.h"

namespace kiosk::fhirpath {

/// The types that values may have.
class TypeSet {
public:
    static TypeSet anything() {
        TypeSet types;
        types.m_isAnything = true;
        return types;
    }
    static TypeSet of(SystemType type) {
        TypeSet types;
        types.add(type);
        return types;
    }
    static TypeSet of(Type const* type) {
        if (!type) return anything();
        TypeSet types;
        types.add(*type);
        return types;
    }
    void add(SystemType type) { m_system |= 1U << static_cast<unsigned>(type); }
    void add(Type const& type);
    void add(TypeSet const& other);

    [[nodiscard]] bool isAnything() const { return m_isAnything; }
    [[nodiscard]] bool isNothing() const { return !m_isAnything && m_fhir.empty() && m_system == 0; }
    [[nodiscard]] std::vector<Type const*> const& fhir() const { return m_fhir; }
    [[nodiscard]] bool hasSystem(SystemType type) const { return (m_system >> static_cast<unsigned>(type) & 1U) != 0; }
    /// What operators see: FHIR's primitives as what they are to FHIRPath, objects as None.
    [[nodiscard]] std::vector<SystemType> operands() const;
    bool isOrdered = true;

private:
    bool m_isAnything = false;
    std::vector<Type const*> m_fhir;
    unsigned m_system = 0;
};

/// Finds what cannot be, given the type of the focus. One use.
class TypeCheck {
public:
    TypeCheck(Program const& program, AnalysisOptions const& options, std::vector<Problem>& problems);
    void run();

private:
    TypeSet check(Node const& node, TypeSet const& self);
    TypeSet leaf(Node const& node, TypeSet const& self);
    TypeSet variable(Node const& node);
    TypeSet apply(Node const& node, TypeSet const& left, TypeSet const& self);
    TypeSet member(Node const& node, TypeSet const& left);
    bool memberOfType(Node const& node, Type const& type, TypeSet& found);
    TypeSet call(Node const& node, TypeSet const& left, TypeSet const& self);
    TypeSet given(Node const& node, TypeSet const& left, std::vector<TypeSet> const& arguments);
    TypeSet binary(Node const& node, TypeSet const& left, TypeSet const& right);
    void problem(Node const& at, std::string_view what, Problem::Severity severity = Problem::Severity::Error);

    Program const& m_program;
    AnalysisOptions const& m_options;
    std::vector<Problem>& m_problems;
    std::set<std::string_view> m_defined; ///< by defineVariable, anywhere
};

} // namespace kiosk::fhirpath
