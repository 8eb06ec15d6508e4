#include "kiosk/core/fhirpath/Ast.h"
#include "kiosk/core/lint/FormTexts.h"
#include "kiosk/core/lint/Rules.h"
#include "kiosk/core/survey/ValueSets.h"

namespace kiosk::lint {

namespace {

constexpr std::string_view terminology = "terminology";

std::string placeOf(survey::Expression const& expression) {
    return expression.item ? pathOf(*expression.item) : std::string{};
}

/// memberOf('…') with a value set that is neither in the form nor at hand has no result.
void checkMemberOf(survey::Expression const& expression, survey::ValueSets& valueSets, Remarks& remarks) {
    for (auto const& node : expression.program->program().nodes) {
        if (!isCallOf(&node, "memberOf") || node.arguments.size() != 1) continue;
        auto const canonical = node.arguments.front()->literal.text();
        if (!canonical || valueSets.expand(*canonical)) continue;
        remarks.push_back({Severity::Warning, placeOf(expression),
                           "memberOf: the value set '" + std::string(*canonical) + "' is not at hand", terminology});
    }
}

} // namespace

void checkTerminology(Subject const& subject, Remarks& remarks) {
    survey::ValueSets valueSets(subject.form->source(), subject.library);
    for (auto const& expression : subject.form->expressions()) {
        if (expression.isQuery() && expression.role == survey::Role::Variable)
            remarks.push_back(
                {Severity::Warning, placeOf(expression),
                 "%" + expression.name +
                     " is a query: it finds what the kiosk has been given before, there is no server behind it",
                 terminology});
        if (expression.program) checkMemberOf(expression, valueSets, remarks);
    }
}

} // namespace kiosk::lint
