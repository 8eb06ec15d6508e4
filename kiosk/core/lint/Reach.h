#pragma once

#include "kiosk/core/survey/Form.h"

#include <set>

namespace kiosk::lint {

/// Finds out which items of a form nobody can ever get to. Sure of what it says, not of all there is: where it cannot
/// tell, an item counts as reachable. Expressions are not looked into, save one that is plainly `false`.
class Reach {
public:
    explicit Reach(survey::Form const& form);

    /// Why no answers whatever lead to the item; empty: some may. An item inside one that cannot be reached says
    /// nothing of its own.
    [[nodiscard]] std::string whyNever(survey::Item const& item) const;
    [[nodiscard]] bool isReachable(survey::Item const& item) const { return m_never.count(&item) == 0; }
    /// Whether the question can have an answer: from a person, from the form, or from an expression.
    [[nodiscard]] bool mayHaveAnswer(survey::Item const& question) const;

private:
    using Conditions = std::vector<survey::Condition const*>;

    [[nodiscard]] bool hasValueOfItsOwn(survey::Item const& item) const;
    [[nodiscard]] std::string whyNot(survey::Item const& question, Conditions const& conditions) const;
    [[nodiscard]] std::string whyNotAll(Conditions const& conditions) const;
    [[nodiscard]] std::string reasonFor(survey::Item const& item) const;

    survey::Form const& m_form;
    std::set<survey::Item const*> m_never; ///< found so far
};

} // namespace kiosk::lint
