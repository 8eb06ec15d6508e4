#include "kiosk/core/survey/LogicReader.h"

#include "kiosk/core/survey/Names.h"
#include "kiosk/core/survey/Reading.h"
#include "kiosk/core/survey/Values.h"

#include <algorithm>
#include <array>

namespace kiosk::survey {

namespace {

constexpr std::size_t mostExpressions = 10'000;
constexpr std::size_t mostExpressionBytes = 512U << 10U; // parsed, an expression takes about 200 times its text
constexpr std::size_t mostToggled = 2000;                // options that the toggles of one item list

struct RoleName {
    std::string_view url;
    Role role;
};

constexpr std::array itemRoles{RoleName{names::variable, Role::Variable},
                               RoleName{names::enableWhenExpression, Role::Enable},
                               RoleName{names::initialExpression, Role::Initial},
                               RoleName{names::calculatedExpression, Role::Calculate},
                               RoleName{names::answerExpression, Role::Answers},
                               RoleName{names::candidateExpression, Role::Candidates},
                               RoleName{names::itemPopulationContext, Role::Population}};

/// Where a primitive may be computed: the extension stands on it.
constexpr std::array computedMembers{RoleName{"text", Role::Text}, RoleName{"readOnly", Role::ReadOnly},
                                     RoleName{"required", Role::Required}};

constexpr std::array computedLimits{RoleName{names::minValue, Role::MinValue},
                                    RoleName{names::maxValue, Role::MaxValue}};

std::optional<Comparison> comparisonOf(Element const& source, Notes const& notes) {
    static constexpr std::array words{std::pair(std::string_view("exists"), Comparison::Exists),
                                      std::pair(std::string_view("="), Comparison::Equal),
                                      std::pair(std::string_view("!="), Comparison::NotEqual),
                                      std::pair(std::string_view(">"), Comparison::Greater),
                                      std::pair(std::string_view("<"), Comparison::Less),
                                      std::pair(std::string_view(">="), Comparison::GreaterOrEqual),
                                      std::pair(std::string_view("<="), Comparison::LessOrEqual)};
    auto const name = source.textOf("operator");
    auto const* const found = std::ranges::find(words, name, [](auto const& entry) { return entry.first; });
    if (found != words.end()) return found->second;
    notes.error("enableWhen: operator '" + std::string(name) + "' is not one of exists = != > < >= <=");
    return std::nullopt;
}

void readConditions(Element const& source, Item& item, Notes const& ofItem) {
    auto const notes = ofItem.about(Topic::Condition);
    for (auto const& entry : source.children("enableWhen")) {
        Condition condition;
        condition.questionId = entry.textOf("question");
        auto const comparison = comparisonOf(entry, notes);
        if (!comparison) continue;
        condition.comparison = *comparison;
        condition.answer = entry.child("answer");
        if (!condition.answer) {
            notes.error("enableWhen: needs an answer");
            continue;
        }
        if (auto checked = checkValue(*condition.answer); !checked) notes.error("enableWhen: " + checked.error().text);
        if (condition.comparison == Comparison::Exists && valueType(*condition.answer) != "Boolean")
            notes.error("enableWhen: exists needs an answerBoolean");
        item.conditions.push_back(condition);
    }
}

void readBehavior(Element const& source, Item& item, Notes const& ofItem) {
    auto const notes = ofItem.about(Topic::Condition);
    auto const behavior = source.textOf("enableBehavior");
    if (behavior.empty() && item.conditions.size() > 1)
        notes.error("enableBehavior: needed with more than one enableWhen");
    if (!behavior.empty() && behavior != "all" && behavior != "any")
        notes.error("enableBehavior: '" + std::string(behavior) + "' is not all or any");
    item.needsAllConditions = behavior == "all";
}

void addTo(Reading& reading, Item& item, Role role, Element const* value, Notes const& notes) {
    if (!value) return notes.about(Topic::Expression).error("an expression is missing");
    auto const added = addExpression(reading, role, *value, notes);
    if (!added) return;
    item.expressions.push_back(*added);
    item.isComputed = item.isComputed || role == Role::Calculate;
}

/// cqf-expression (or cqf-calculatedValue) on a primitive.
Element const* computedBy(Element const& primitive) {
    for (auto const url : {names::cqfExpression, names::cqfCalculatedValue})
        if (auto const* value = extensionValue(primitive, url)) return value;
    return nullptr;
}

void readComputed(Reading& reading, Element const& source, Item& item, Notes const& notes) {
    for (auto const& member : computedMembers)
        if (auto const* primitive = source.child(member.url))
            if (auto const* value = computedBy(*primitive)) addTo(reading, item, member.role, value, notes);
    for (auto const& limit : computedLimits) {
        auto const* value = extensionValue(source, limit.url);
        if (!value) continue;
        if (valueType(*value) == "Expression") addTo(reading, item, limit.role, value, notes);
        if (auto const* computed = computedBy(*value)) addTo(reading, item, limit.role, computed, notes);
    }
}

void readToggles(Reading& reading, Element const& source, Item& item, Notes const& notes) {
    std::size_t listed = 0;
    for (auto const* each : extensions(source, names::optionsToggle)) {
        Toggle toggle;
        for (auto const* option : extensions(*each, "option"))
            if (auto const* value = option->child("value")) toggle.options.push_back(value);
        auto const* expression = extensionValue(*each, "expression");
        if (!expression || toggle.options.empty()) {
            notes.error("answerOptionsToggleExpression: needs options and an expression");
            continue;
        }
        listed += toggle.options.size();
        if (listed > mostToggled) return notes.error("answerOptionsToggleExpression: too many options");
        auto const added = addExpression(reading, Role::Toggle, *expression, notes);
        if (!added) return;
        toggle.expression = *added;
        item.rules.toggles.push_back(std::move(toggle));
    }
}

void checkLanguage(Expression const& expression, Notes const& notes) {
    if (expression.isFhirPath()) return;
    bool const isOfResources = expression.role == Role::Variable || expression.role == Role::Population;
    if (expression.isQuery() && isOfResources) return;
    bool const changesQuestions =
        expression.role == Role::Enable || expression.role == Role::Constraint || expression.role == Role::Toggle;
    auto const reason = "an expression in '" + expression.language + "' is not evaluated";
    if (changesQuestions)
        notes.error(reason);
    else
        notes.warning(reason);
}

} // namespace

std::optional<std::size_t> addExpression(Reading& reading, Role role, Element const& value, Notes const& ofItem) {
    auto const notes = ofItem.about(Topic::Expression);
    if (reading.expressions.size() >= mostExpressions || reading.expressionBytes > mostExpressionBytes) {
        notes.error("an expression more than a form may have (" + std::to_string(mostExpressions) + ", or " +
                    std::to_string(mostExpressionBytes) + " bytes in all)");
        return std::nullopt;
    }
    Expression expression;
    expression.role = role;
    expression.source = &value;
    if (valueType(value) == "Expression") {
        expression.text = value.textOf("expression");
        expression.language = value.textOf("language");
        expression.name = value.textOf("name");
    } else {
        expression.text = value.text();
    }
    if (expression.language.empty() || expression.language == "text/FHIRPath") expression.language = "text/fhirpath";
    reading.expressionBytes += expression.text.size();
    if (expression.text.empty()) notes.error("an expression is empty");
    if (role == Role::Variable && expression.name.empty()) notes.error("variable: needs a name");
    checkLanguage(expression, notes);
    reading.expressions.push_back(std::move(expression));
    return reading.expressions.size() - 1;
}

void readLogic(Reading& reading, Element const& source, Item& item, Notes const& notes) {
    readConditions(source, item, notes);
    readBehavior(source, item, notes);
    for (auto const& [url, role] : itemRoles)
        for (auto const* each : extensions(source, url)) addTo(reading, item, role, each->child("value"), notes);
    readComputed(reading, source, item, notes);
    readToggles(reading, source, item, notes);
}

std::vector<std::size_t> readFormLogic(Reading& reading, Element const& questionnaire, Notes const& notes) {
    std::vector<std::size_t> variables;
    for (auto const* each : extensions(questionnaire, names::variable))
        if (auto const* value = each->child("value"))
            if (auto const added = addExpression(reading, Role::Variable, *value, notes)) variables.push_back(*added);
    return variables;
}

} // namespace kiosk::survey
