#include "kiosk/core/survey/ExpressionChecker.h"

#include <algorithm>
#include <array>

namespace kiosk::survey {

namespace {

constexpr std::array alwaysThere{"resource", "rootResource", "questionnaire", "context", "qitem",     "ucum",
                                 "sct",      "loinc",        "patient",       "user",    "encounter", "practitioner"};

std::string placeOfItem(Expression const& expression) {
    return expression.item ? "item '" + expression.item->linkId + "'" : std::string{};
}

/// Roles whose result changes what is asked or answered while a person goes on.
bool isLive(Role role) {
    return role != Role::Constraint && role != Role::Initial && role != Role::Variable && role != Role::Population;
}

} // namespace

void ExpressionChecker::parseAll() {
    for (auto& expression : m_expressions)
        if (expression.isFhirPath()) parse(expression);
    for (auto const& each : m_expressions)
        if (each.role == Role::Variable || each.role == Role::Population)
            m_variables.emplace(std::pair(std::string_view(each.name), each.item), &each);
    for (auto& expression : m_expressions) {
        checkItems(expression);
        checkVariables(expression);
        std::set<Expression const*> seen;
        if (expression.role == Role::Calculate) expression.hangsOnOutside = hangsOnOutside(expression, seen);
    }
}

void ExpressionChecker::parse(Expression& expression) {
    auto parsed = fhirpath::Expression::parse(expression.text);
    if (!parsed) {
        addFinding(m_findings,
                   {Severity::Error, placeOfItem(expression), "expression: " + parsed.error().text, Topic::Expression});
        return;
    }
    expression.program = std::move(*parsed);
    auto analysis = fhirpath::analyse(*expression.program, surroundingsOf(expression));
    expression.reads = std::move(analysis.reads);
    for (auto const& problem : analysis.problems)
        say(expression, problem.text, problem.severity == fhirpath::Problem::Severity::Error);
}

fhirpath::AnalysisOptions ExpressionChecker::surroundingsOf(Expression const& expression) const {
    auto const& model = fhir::Model::r4();
    auto const* response = model.find("QuestionnaireResponse");
    auto const* item = model.find("QuestionnaireResponse.item");
    fhirpath::AnalysisOptions options;
    options.knowsVariables = false; // checkVariables() does
    options.focus = expression.item ? item : response;
    options.place =
        expression.item ? fhirpath::AnalysisOptions::Place::Item : fhirpath::AnalysisOptions::Place::Response;
    if (expression.item) options.linkId = expression.item->linkId;
    options.variables = {{"resource", response},
                         {"rootResource", response},
                         {"questionnaire", model.find("Questionnaire")},
                         {"qitem", model.find("Questionnaire.item")}};
    for (auto const& context : m_form.launchContexts())
        if (context.types.size() == 1) options.variables.emplace(context.name, model.find(context.types.front()));
    return options;
}

/// Such an expression does nothing, wholly or in part: the form opens all the same, but is not to be published.
void ExpressionChecker::say(Expression const& expression, std::string const& what, bool isDead) {
    addFinding(m_findings, {Severity::Warning, placeOfItem(expression), "expression: " + what,
                            isDead ? Topic::DeadExpression : Topic::Expression});
}

void ExpressionChecker::checkItems(Expression const& expression) {
    auto linkIds = expression.reads.linkIds;
    linkIds.insert(expression.reads.subtrees.begin(), expression.reads.subtrees.end());
    for (auto const& linkId : linkIds)
        if (!m_form.find(linkId)) say(expression, "there is no item '" + linkId + "'", true);
}

void ExpressionChecker::checkVariables(Expression const& expression) {
    for (auto const& name : expression.reads.variables) {
        bool const isStandard = std::ranges::find(alwaysThere, name) != alwaysThere.end() || name.starts_with("vs-") ||
                                name.starts_with("ext-");
        auto const isHandedIn = [&](LaunchContext const& context) { return context.name == name; };
        if (isStandard || std::ranges::any_of(m_form.launchContexts(), isHandedIn) || variable(name, expression.item))
            continue;
        say(expression, "there is no variable %" + name, true);
    }
}

Expression const* ExpressionChecker::variable(std::string_view name, Item const* at) const {
    for (;; at = at->parent) {
        if (auto const found = m_variables.find({name, at}); found != m_variables.end()) return found->second;
        if (!at) return nullptr; // not of the form either
    }
}

bool ExpressionChecker::hangsOnOutside(Expression const& expression, std::set<Expression const*>& seen) const {
    if (!seen.insert(&expression).second) return false;
    if (expression.isQuery() || expression.reads.clock) return true;
    return std::ranges::any_of(expression.reads.variables, [&](std::string const& name) {
        if (auto const* used = variable(name, expression.item)) return hangsOnOutside(*used, seen);
        return name != "questionnaire" && name != "qitem";
    });
}

Enablement::Reads ExpressionChecker::reads() const {
    auto const count = m_form.allItems().size();
    Enablement::Reads reads{std::vector<std::vector<std::size_t>>(count), std::vector<bool>(count)};
    for (auto const* item : m_form.allItems()) {
        std::set<std::size_t> positions;
        bool everything = false;
        std::set<Expression const*> seen;
        for (auto const index : item->expressions)
            if (isLive(m_expressions[index].role)) addReads(m_expressions[index], positions, everything, seen);
        for (auto const& toggle : item->rules.toggles)
            addReads(m_expressions[toggle.expression], positions, everything, seen);
        auto const inside =
            std::erase_if(positions, [&](std::size_t at) { return item->position < at && at < item->end; });
        everything = everything || inside > 0; // an item comes before what is in it
        positions.erase(item->position);
        reads.items[item->position].assign(positions.begin(), positions.end());
        reads.everything[item->position] = everything;
    }
    return reads;
}

void ExpressionChecker::addReads(Expression const& expression, std::set<std::size_t>& positions, bool& everything,
                                 std::set<Expression const*>& seen) const {
    if (!seen.insert(&expression).second) return;
    auto const& reads = expression.reads;
    everything = everything || reads.all;
    for (auto const& linkId : reads.linkIds)
        if (auto const* item = m_form.find(linkId)) positions.insert(item->position);
    for (auto const& linkId : reads.subtrees)
        if (auto const* item = m_form.find(linkId)) addInside(*item, positions);
    for (auto const& name : reads.variables)
        if (auto const* used = variable(name, expression.item)) addReads(*used, positions, everything, seen);
}

void ExpressionChecker::addInside(Item const& item, std::set<std::size_t>& positions) const {
    for (auto position = item.position; position < item.end; ++position) positions.insert(position);
}

} // namespace kiosk::survey
