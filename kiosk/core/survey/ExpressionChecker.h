#pragma once

#include "kiosk/core/survey/Form.h"

#include <map>
#include <set>

namespace kiosk::survey {

/// Parses the expressions of a form whose items are linked, and finds out what they read.
class ExpressionChecker {
public:
    ExpressionChecker(Form const& form, std::vector<Expression>& expressions, std::vector<Finding>& findings) :
        m_form(form), m_expressions(expressions), m_findings(findings) {}

    void parseAll();
    /// What each item's logic reads, variables followed.
    [[nodiscard]] Enablement::Reads reads() const;

private:
    void parse(Expression& expression);
    [[nodiscard]] fhirpath::AnalysisOptions surroundingsOf(Expression const& expression) const;
    void checkItems(Expression const& expression);
    void checkVariables(Expression const& expression);
    [[nodiscard]] bool hangsOnOutside(Expression const& expression, std::set<Expression const*>& seen) const;
    void say(Expression const& expression, std::string const& what, bool isDead);
    [[nodiscard]] Expression const* variable(std::string_view name, Item const* at) const;
    void addReads(Expression const& expression, std::set<std::size_t>& positions, bool& everything,
                  std::set<Expression const*>& seen) const;
    void addInside(Item const& item, std::set<std::size_t>& positions) const;

    Form const& m_form;
    std::vector<Expression>& m_expressions;
    std::vector<Finding>& m_findings;
    /// By name and the item they are defined on; null: the form.
    std::map<std::pair<std::string_view, Item const*>, Expression const*> m_variables;
};

} // namespace kiosk::survey
