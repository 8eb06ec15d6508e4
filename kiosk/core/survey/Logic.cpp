#include "kiosk/core/survey/Logic.h"

#include "kiosk/core/survey/Queries.h"

#include <algorithm>

namespace kiosk::survey {

namespace {

constexpr int deepestVariable = 20; // variables that refer to variables
constexpr std::uint64_t mostSteps = 2'000'000;
constexpr std::uint64_t mostBytes = 16U << 20U;
constexpr std::chrono::milliseconds longest{500};
constexpr std::chrono::hours anyTime{1}; // where steps are counted, the clock of a busy machine must not have a say

} // namespace

Logic::Logic(Instances const& instances, Launch launch) :
    m_instances(instances), m_launch(std::move(launch)), m_reported(instances.form().expressions().size()) {}

Logic::Collection Logic::evaluate(std::size_t expression, Instance const* instance) {
    m_variables.clear();
    return run(expression, instance, 0);
}

bool Logic::holds(std::size_t expression, Instance const* instance, bool otherwise) {
    auto const result = evaluate(expression, instance);
    if (result.size() != 1) return otherwise && result.empty();
    auto const value = result.front().boolean();
    return value.value_or(true); // any single value counts as true
}

bool Logic::covers(Element const& response) const {
    return &response == &m_instances.document().root();
}

void Logic::find(std::string_view linkId, Collection& items) const {
    auto const* item = m_instances.form().find(linkId);
    if (!item) return;
    for (auto const* instance : m_instances.of(*item))
        if (instance->element) items.push(fhirpath::Value(*instance->element));
}

Element const* Logic::contextOf(Instance const* instance) const {
    return instance ? instance->element : &m_instances.document().root();
}

Logic::Collection Logic::run(std::size_t index, Instance const* instance, int depth) {
    auto const& expression = m_instances.form().expressions()[index];
    auto const* context = contextOf(instance);
    if (!context || (!expression.program && !expression.isQuery()) || m_steps >= m_launch.mostSteps) return {};
    if (m_steps - m_turnBegan >= mostStepsOfTurn) {
        report(expression, "the expressions of the form take more than " + std::to_string(mostStepsOfTurn) + " steps");
        return {};
    }
    fhirpath::Environment environment;
    environment.now = m_launch.now;
    environment.zone = m_launch.zone;
    environment.index = this;
    bool const countsAllSteps = m_launch.mostSteps != std::numeric_limits<std::uint64_t>::max();
    environment.budget = {mostSteps, mostBytes, countsAllSteps ? anyTime : longest};
    environment.spent = &m_steps;
    auto const add = [&](char const* name, Element const& element) {
        environment.variables.emplace(name, Collection(fhirpath::Value(element)));
    };
    add("resource", m_instances.document().root());
    add("rootResource", m_instances.document().root());
    add("questionnaire", m_instances.form().source());
    add("context", *context);
    if (instance) add("qitem", *instance->item->source);
    for (auto const& [name, document] : m_launch.contexts) add(name.c_str(), document->root());
    addVariables(expression.isQuery() ? namesInQuery(expression.text) : expression.reads.variables, instance,
                 environment, depth);
    if (expression.isQuery()) return query(index, instance, environment);
    auto result = fhirpath::evaluate(*expression.program, Collection(fhirpath::Value(*context)), environment);
    if (result) return std::move(*result);
    report(expression, result.error().text);
    return {};
}

void Logic::addVariables(std::set<std::string, std::less<>> const& names, Instance const* instance,
                         fhirpath::Environment& environment, int depth) {
    if (depth > deepestVariable) return;
    auto const& form = m_instances.form();
    for (auto const& name : names) {
        bool isFound = false;
        for (auto const* at = instance; at && !isFound; at = at->parent)
            isFound = addVariable(name, at->item->expressions, at, environment, depth);
        if (!isFound) isFound = addVariable(name, form.variables(), nullptr, environment, depth);
        auto const isContext = [&](LaunchContext const& context) { return context.name == name; };
        bool const isKnown = isFound || std::ranges::any_of(form.launchContexts(), isContext);
        if (isKnown) environment.variables.try_emplace(name); // a context that was not handed in is empty
    }
}

bool Logic::addVariable(std::string const& name, std::span<const std::size_t> candidates, Instance const* owner,
                        fhirpath::Environment& environment, int depth) {
    for (auto const index : candidates) {
        auto const& expression = m_instances.form().expressions()[index];
        bool const isNamed =
            expression.name == name && (expression.role == Role::Variable || expression.role == Role::Population);
        if (!isNamed) continue;
        auto known = m_variables.find({index, owner});
        if (known == m_variables.end()) {
            auto value = run(index, owner, depth + 1);
            if (expression.role == Role::Population && owner) value = ofRepetition(std::move(value), *owner);
            known = m_variables.insert_or_assign({index, owner}, std::move(value)).first;
        }
        environment.variables.insert_or_assign(name, known->second);
        return true;
    }
    return false;
}

Logic::Collection Logic::query(std::size_t index, Instance const* instance, fhirpath::Environment const& environment) {
    if (auto const known = m_queries.find(index); known != m_queries.end()) return known->second;
    auto const& expression = m_instances.form().expressions()[index];
    auto bundle =
        runQuery(expression.text, m_launch.resources, Collection(fhirpath::Value(*contextOf(instance))), environment);
    if (!bundle) {
        report(expression, bundle.error().text);
        return {};
    }
    m_queryResults.push_back(std::make_shared<const fhir::Document>(std::move(*bundle)));
    auto const& found = m_queryResults.back()->root();
    Collection result;
    if (expression.role != Role::Population) result.push(fhirpath::Value(found));
    if (expression.role == Role::Population) // of which each repetition has one
        for (auto const& entry : found.children("entry")) result.push(fhirpath::Value(*entry.child("resource")));
    return m_queries.emplace(index, std::move(result)).first->second;
}

/// Of several results of a population context each repetition of its group has one; its number stays when others go.
Logic::Collection Logic::ofRepetition(Collection all, Instance const& group) {
    if (!group.item->repeats) return all;
    return group.id <= all.size() ? Collection(all[group.id - 1]) : Collection();
}

void Logic::report(Expression const& expression, std::string reason) {
    auto const index = static_cast<std::size_t>(&expression - m_instances.form().expressions().data());
    if (m_reported[index]) return;
    m_reported[index] = true;
    m_findings.push_back({Severity::Warning, expression.item ? "item '" + expression.item->linkId + "'" : "",
                          "an expression failed: " + std::move(reason)});
}

} // namespace kiosk::survey
