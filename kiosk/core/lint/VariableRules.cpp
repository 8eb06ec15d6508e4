#include "kiosk/core/lint/FormTexts.h"
#include "kiosk/core/lint/Rules.h"

#include <set>

namespace kiosk::lint {

namespace {

using survey::Expression;
using survey::Form;
using survey::Role;

/// The variable that a name means in an expression: of its item, of one around it, or of the form.
Expression const* variableSeenBy(Form const& form, Expression const& expression, std::string_view name) {
    auto const find = [&](std::vector<std::size_t> const& indexes) -> Expression const* {
        for (auto const index : indexes)
            if (auto const& each = form.expressions()[index]; each.role == Role::Variable && each.name == name)
                return &each;
        return nullptr;
    };
    for (auto const* at = expression.item; at; at = at->parent)
        if (auto const* found = find(at->expressions)) return found;
    return find(form.variables());
}

/// Depth first, each variable once, without recursion: a form may have thousands in a row.
class CycleSearch {
public:
    CycleSearch(Form const& form, Remarks& remarks) : m_form(form), m_remarks(remarks) {}

    void from(Expression const& start) {
        if (!m_done.contains(&start)) open(start);
        while (!m_path.empty()) {
            auto& step = m_path.back();
            if (step.next == step.expression->reads.variables.end()) {
                m_open.erase(step.expression);
                m_done.insert(step.expression);
                m_path.pop_back();
                continue;
            }
            auto const* used = variableSeenBy(m_form, *step.expression, *step.next++);
            if (!used || m_done.contains(used)) continue;
            if (m_open.contains(used))
                report(*used);
            else
                open(*used);
        }
    }

private:
    struct Step {
        Expression const* expression;
        std::set<std::string, std::less<>>::const_iterator next;
    };

    void open(Expression const& expression) {
        m_open.insert(&expression);
        m_path.push_back({&expression, expression.reads.variables.begin()});
    }

    void report(Expression const& start) {
        std::string names;
        bool isOn = false;
        for (auto const& step : m_path) {
            isOn = isOn || step.expression == &start;
            if (isOn) names += "%" + step.expression->name + ", ";
        }
        m_remarks.push_back({Severity::Error, start.item ? pathOf(*start.item) : std::string{},
                             "variables depend on each other in a circle: " + names + "%" + start.name, "cycle"});
    }

    Form const& m_form;
    Remarks& m_remarks;
    std::vector<Step> m_path;
    std::set<Expression const*> m_open;
    std::set<Expression const*> m_done;
};

} // namespace

void checkVariables(Subject const& subject, Remarks& remarks) {
    CycleSearch search(*subject.form, remarks);
    for (auto const& expression : subject.form->expressions())
        if (expression.role == Role::Variable && expression.program) search.from(expression);
}

} // namespace kiosk::lint
