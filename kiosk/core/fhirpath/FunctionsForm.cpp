// What Structured Data Capture adds: http://hl7.org/fhir/uv/sdc/expressions.html#fhirpath-supplements.

#include "kiosk/core/fhirpath/Functions.h"

#include <array>

namespace kiosk::fhirpath {

namespace {

using Gives = Function::Gives;

bool isScoreUrl(std::string_view url) {
    constexpr std::array urls{std::string_view("http://hl7.org/fhir/StructureDefinition/itemWeight"),
                              std::string_view("http://hl7.org/fhir/StructureDefinition/ordinalValue"),
                              std::string_view("http://hl7.org/fhir/StructureDefinition/questionnaire-ordinalValue")};
    for (auto const known : urls)
        if (url == known) return true;
    return false;
}

std::optional<Decimal> scoreOn(Element const& element) {
    static fhir::Name const extension = fhir::Model::r4().name("extension");
    for (auto const& each : element.children(extension)) {
        auto const* value = isScoreUrl(each.textOf("url")) ? each.child("value") : nullptr;
        if (value) return Value(*value).decimal();
    }
    return std::nullopt;
}

bool isOfType(Element const& element, std::string_view type) {
    return element.type() && element.type()->name() == type;
}

/// Of an answer its value, else the element itself.
Element const& valueOf(Element const& element) {
    if (!isOfType(element, "QuestionnaireResponse.item.answer")) return element;
    auto const* value = element.child("value");
    return value ? *value : element;
}

Element const* answerAround(Element const& element) {
    if (isOfType(element, "QuestionnaireResponse.item.answer")) return &element;
    auto const* parent = element.parent();
    return parent && isOfType(*parent, "QuestionnaireResponse.item.answer") ? parent : nullptr;
}

Element const* findItem(Element const& parent, std::string_view linkId) {
    static fhir::Name const item = fhir::Model::r4().name("item");
    for (auto const& each : parent.children(item)) {
        if (each.textOf("linkId") == linkId) return &each;
        if (auto const* deeper = findItem(each, linkId)) return deeper;
    }
    return nullptr;
}

bool isSameAnswer(Element const& option, Element const& value) {
    if (!(option.member() == value.member())) return false;
    if (option.hasValue() || value.hasValue()) return option.text() == value.text();
    auto const system = value.textOf("system");
    return option.textOf("code") == value.textOf("code") && (system.empty() || option.textOf("system") == system);
}

/// The score that the questionnaire gives the option an answer chose.
std::optional<Decimal> scoreInForm(Evaluation const& evaluation, Element const& answer, Element const& value) {
    auto const questionnaire = evaluation.variable("questionnaire");
    if (!questionnaire || questionnaire->empty() || !questionnaire->front().element()) return std::nullopt;
    auto const* item = findItem(*questionnaire->front().element(), answer.parent()->textOf("linkId"));
    if (!item) return std::nullopt;
    for (auto const& option : item->children("answerOption")) {
        auto const* offered = option.child("value");
        if (!offered || !isSameAnswer(*offered, value)) continue;
        auto const score = scoreOn(*offered);
        return score ? score : scoreOn(option);
    }
    return std::nullopt;
}

std::optional<Decimal> weightOf(Evaluation const& evaluation, Element const& element) {
    if (auto const score = scoreOn(element)) return score;
    auto const& value = valueOf(element);
    if (auto const score = scoreOn(value)) return score;
    if (auto const* answer = answerAround(element))
        if (auto const score = scoreInForm(evaluation, *answer, value)) return score;
    auto const& hook = evaluation.environment().weight;
    return hook ? hook(value) : std::nullopt;
}

/// The score of each answer or coding that has one: on itself, on the option of %questionnaire, or as the caller says.
Result<Collection> weight(Evaluation& evaluation, Node const& call, Collection&& input, Scope const&) {
    Collection weights;
    for (auto const& value : input) {
        TRY(evaluation.spend(call, 16));
        auto const score = value.element() ? weightOf(evaluation, *value.element()) : std::nullopt;
        if (score) weights.push(Value(*score));
    }
    return weights;
}

constexpr Function functions[] = {
    {.name = "weight", .run = weight, .gives = Gives::Decimal},
    {.name = "ordinal", .run = weight, .gives = Gives::Decimal},
};

} // namespace

std::span<const Function> formFunctions() {
    return functions;
}

} // namespace kiosk::fhirpath
