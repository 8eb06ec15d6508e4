// What a Response makes of the expressions of its form.

#include "kiosk/core/survey/Conditions.h"
#include "kiosk/core/survey/OptionReader.h"
#include "kiosk/core/survey/Response.h"
#include "kiosk/core/survey/ResponseReader.h"
#include "kiosk/core/survey/Results.h"
#include "kiosk/core/survey/Values.h"

#include <algorithm>
#include <cmath>

namespace kiosk::survey {

namespace {

constexpr std::size_t mostPopulated = 100; // repetitions of one group

std::vector<Element const*> valuesIn(fhir::Document const& answers) {
    std::vector<Element const*> values;
    for (auto const& answer : answers.root().children("answer"))
        if (auto const* value = answer.child("value")) values.push_back(value);
    return values;
}

bool areTheSame(std::vector<Element const*> const& left, std::vector<Element const*> const& right) {
    return std::ranges::equal(left, right, [](Element const* l, Element const* r) {
        return valueType(*l) == valueType(*r) && toJson(*l) == toJson(*r);
    });
}

/// Numbers as far as they are given: others may have rounded.
bool areAsGiven(std::vector<Element const*> const& given, std::vector<Element const*> const& calculated) {
    return std::ranges::equal(given, calculated, [](Element const* left, Element const* right) {
        if (same(*left, *right)) return true;
        if (left->kind() != Element::Kind::Number || right->kind() != Element::Kind::Number) return false;
        auto const half = 0.5 * std::pow(10.0, -static_cast<double>(decimalPlaces(left->text())));
        return std::abs(toDouble(left->text()) - toDouble(right->text())) <= half * (1 + 1e-9);
    });
}

bool isOneOf(std::vector<Element const*> const& values, Element const& value) {
    return std::ranges::any_of(values, [&](Element const* each) { return same(*each, value); });
}

} // namespace

/// True: what depends on the item has to be looked at again.
bool Response::update(Instance& instance) {
    bool const wasInitialised = initialise(instance);
    bool const isEnabled = shouldBeEnabled(instance);
    bool const isSwitched = isEnabled != instance.isEnabled;
    if (isSwitched) m_instances->setEnabled(instance, isEnabled);
    bool const isCalculated = isEnabled && calculate(instance);
    if (!instance.item->expressions.empty() || !instance.item->rules.toggles.empty()) computeFace(instance);
    return isSwitched || isCalculated || wasInitialised;
}

bool Response::shouldBeEnabled(Instance const& instance) {
    auto const* around = instance.parent;
    if (around && !(around->isEnabled && around->holdsItems())) return false;
    if (!conditionsHold(*m_instances, instance)) return false;
    for (auto const index : instance.item->expressions)
        if (form().expressions()[index].role == Role::Enable && !m_logic->holds(index, &instance, false)) return false;
    return true;
}

/// The initial value an expression gives: once, and never over an answer.
bool Response::initialise(Instance& instance) {
    if (instance.isInitialised || !calculates(*instance.item) || !instance.element) return false;
    instance.isInitialised = true;
    if (instance.item->type == ItemType::Group) return populate(instance);
    if (instance.hasValues() || instance.isEdited) return false;
    for (auto const index : instance.item->expressions) {
        if (form().expressions()[index].role != Role::Initial) continue;
        auto const answers =
            answersOf(*instance.item, instance.situation().options, m_logic->evaluate(index, &instance));
        auto values = valuesIn(answers);
        if (values.size() > 1 && !instance.item->repeats) values.resize(1);
        if (values.empty()) continue;
        m_instances->setValues(instance, values);
        return true;
    }
    return false;
}

/// A group that repeats has a repetition for each result of its population context.
bool Response::populate(Instance& group) {
    auto const all = m_instances->repetitions(group);
    if (!group.item->repeats || all.front() != &group) return false;
    std::size_t wanted = 0;
    for (auto const index : group.item->expressions)
        if (form().expressions()[index].role == Role::Population) wanted = m_logic->evaluate(index, &group).size();
    wanted = std::min({wanted, mostPopulated, group.item->rules.maxOccurs.value_or(mostPopulated)});
    if (wanted <= all.size()) return false;
    for (auto count = all.size(); count < wanted && m_instances->hasRoom(*group.item); ++count) addEmpty(group);
    touchInside(*group.item);
    return true;
}

/// What a person edited stays theirs, unless they cannot: a calculation owns what is read only or hidden. No result
/// takes away only what a calculation gave.
bool Response::calculate(Instance& instance) {
    if (!instance.item->isComputed || !calculates(*instance.item)) return false;
    bool const isOwned = instance.item->hidden || instance.situation().readOnly;
    if (instance.isEdited && !isOwned) return false;
    for (auto const index : instance.item->expressions)
        if (form().expressions()[index].role == Role::Calculate)
            return setComputed(instance, m_logic->evaluate(index, &instance));
    return false;
}

bool Response::setComputed(Instance& instance, fhirpath::Collection const& values) {
    auto const answers = answersOf(*instance.item, instance.situation().options, values);
    auto wanted = valuesIn(answers);
    if (wanted.size() > 1 && !instance.item->repeats) wanted.resize(1);
    if (areTheSame(instance.values(), wanted)) return false;
    if (wanted.empty() && !instance.isCalculated) return false;
    instance.isCalculated = !wanted.empty();
    m_instances->setValues(instance, wanted);
    return true;
}

/// Text, flags, limits and options that expressions give.
void Response::computeFace(Instance& instance) {
    auto& computed = instance.computed;
    for (auto const index : instance.item->expressions) {
        auto const role = form().expressions()[index].role;
        if (role == Role::ReadOnly) computed.readOnly = m_logic->holds(index, &instance, false);
        if (role == Role::Required) computed.required = m_logic->holds(index, &instance, false);
        if (role == Role::Text) {
            auto const result = m_logic->evaluate(index, &instance);
            computed.text = result.empty() ? std::nullopt : fhirpath::toText(result.front());
        }
        if (role == Role::MinValue || role == Role::MaxValue) {
            auto limits =
                std::make_unique<fhir::Document>(answersOf(*instance.item, {}, m_logic->evaluate(index, &instance)));
            auto const values = valuesIn(*limits);
            auto& holder = role == Role::MinValue ? computed.least : computed.most;
            holder = std::move(limits);
            (role == Role::MinValue ? computed.minValue : computed.maxValue) =
                values.empty() ? nullptr : values.front();
        }
    }
    computeOptions(instance);
}

/// answerExpression or candidateExpression gives the options; toggles take some of them away.
void Response::computeOptions(Instance& instance) {
    auto const& item = *instance.item;
    auto& computed = instance.computed;
    for (auto const index : item.expressions) {
        auto const role = form().expressions()[index].role;
        if (role != Role::Answers && role != Role::Candidates) continue;
        auto source =
            std::make_shared<const fhir::Document>(answersOf(item, item.options, m_logic->evaluate(index, &instance)));
        std::vector<Finding> findings;
        std::vector<Option> options;
        for (auto const* value : valuesIn(*source)) options.push_back(optionFrom(*value, nullptr, Notes(findings, "")));
        computed.optionSource = std::move(source);
        computed.options = std::move(options);
    }
    if (item.rules.toggles.empty()) return;
    auto options = computed.optionSource ? *computed.options : item.options;
    for (auto const& toggle : item.rules.toggles) {
        if (m_logic->holds(toggle.expression, &instance, false)) continue;
        std::erase_if(options, [&](Option const& option) { return isOneOf(toggle.options, *option.source); });
    }
    computed.options = std::move(options);
}

std::vector<Instance const*> Response::miscalculated() const {
    std::vector<Instance const*> wrong;
    m_logic->beginTurn();
    for (auto const* item : form().allItems()) {
        auto const isOurs = [&](std::size_t index) {
            auto const& expression = form().expressions()[index];
            return expression.role == Role::Calculate && expression.program && !expression.hangsOnOutside;
        };
        auto const calculation = std::ranges::find_if(item->expressions, isOurs);
        if (item->hidden || calculation == item->expressions.end()) continue;
        for (auto const* instance : m_instances->of(*item)) {
            if (!instance->isEnabled || !instance->situation().readOnly || !instance->hasValues()) continue;
            auto const before = m_logic->findings().size();
            auto const results = m_logic->evaluate(*calculation, instance);
            bool const failed = m_logic->findings().size() > before;
            auto const answers = answersOf(*item, instance->situation().options, results);
            if (!failed && !areAsGiven(instance->values(), valuesIn(answers))) wrong.push_back(instance);
        }
    }
    return wrong;
}

std::vector<Finding> Response::brokenConstraints() const {
    std::vector<Finding> broken;
    m_logic->beginTurn();
    auto const check = [&](Constraint const& constraint, Instance const* instance) {
        auto const before = m_logic->findings().size();
        bool const holds = m_logic->holds(constraint.expression, instance, true);
        bool const isRead = form().expressions()[constraint.expression].program.has_value();
        bool const failed = !isRead || m_logic->findings().size() > before;
        if (holds && !failed) return;
        auto const path = instance ? "item '" + instance->address + "'" : std::string{};
        auto const severity = constraint.isError && !failed ? Severity::Error : Severity::Warning;
        auto const said = constraint.human.empty() ? constraint.key : constraint.human.in({});
        addFinding(broken,
                   {severity, path,
                    failed ? "constraint '" + constraint.key + "': its expression fails" : "constraint: " + said});
    };
    for (auto const& constraint : form().constraints()) check(constraint, nullptr);
    for (auto const* item : form().allItems())
        for (auto const& constraint : item->rules.constraints)
            for (auto const* instance : m_instances->of(*item))
                if (instance->isEnabled && instance->element) check(constraint, instance);
    return broken;
}

} // namespace kiosk::survey
