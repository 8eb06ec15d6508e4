// What FHIR adds: http://hl7.org/fhir/R4/fhirpath.html.

#include "kiosk/core/fhirpath/Functions.h"
#include "kiosk/core/fhirpath/Html.h"
#include "kiosk/core/fhirpath/ValueSet.h"

#include <algorithm>

namespace kiosk::fhirpath {

namespace {

using Gives = Function::Gives;

fhir::Name nameOf(std::string_view text) {
    return fhir::Model::r4().name(text);
}

Result<Collection> extension(Evaluation& evaluation, Node const& call, Collection&& input, Scope const& scope) {
    static auto const extensionName = nameOf("extension"), urlName = nameOf("url");
    auto const url = TRY(textArgument(evaluation, call, 0, scope));
    Collection found;
    if (!url) return found;
    for (auto const& value : input) {
        TRY(evaluation.spend(call));
        if (!value.element()) continue;
        for (auto const& each : value.element()->children(extensionName)) {
            auto const* own = each.child(urlName);
            if (own && own->text() == *url) found.push(Value(each));
        }
    }
    return found;
}

Result<Collection> hasValue(Evaluation&, Node const&, Collection&& input, Scope const&) {
    if (input.size() != 1) return one(false);
    auto const* element = input.front().element();
    return one(!element || element->hasValue());
}

Result<Collection> getValue(Evaluation&, Node const&, Collection&& input, Scope const&) {
    if (input.size() != 1) return Collection();
    auto const* element = input.front().element();
    if (element && !element->hasValue()) return Collection();
    return Collection(input.front().simple());
}

Result<Collection> resolve(Evaluation& evaluation, Node const& call, Collection&& input, Scope const&) {
    static auto const referenceName = nameOf("reference");
    Collection found;
    for (auto const& value : input) {
        TRY(evaluation.spend(call, 16));
        auto const* element = value.element();
        auto const* reference = element ? element->child(referenceName) : nullptr;
        auto const text = reference ? std::optional<std::string_view>(reference->text()) : value.text();
        auto const* from = element                      ? element
                           : evaluation.focus().empty() ? nullptr
                                                        : evaluation.focus().front().element();
        if (!text || !from) continue;
        if (auto const* resource = evaluation.resolve(*from, *text)) found.push(Value(*resource));
    }
    return found;
}

/// The codes of a code, a Coding or a CodeableConcept, each with its system.
std::vector<Code> codesOf(Value const& value) {
    std::vector<Code> codes;
    auto const* element = value.element();
    if (auto const text = value.text())
        codes.push_back({std::nullopt, *text});
    else if (element && element->child("coding"))
        for (auto const& coding : element->children("coding"))
            codes.push_back({coding.textOf("system"), coding.textOf("code")});
    else if (element)
        codes.push_back({element->textOf("system"), element->textOf("code")});
    return codes;
}

/// The value set of that url: contained near the focus or in %questionnaire, or handed in.
Element const* valueSetOf(Evaluation const& evaluation, std::string_view url) {
    std::vector<Element const*> near;
    if (!evaluation.focus().empty() && evaluation.focus().front().element())
        near.push_back(evaluation.focus().front().element());
    auto const questionnaire = evaluation.variable("questionnaire");
    if (questionnaire && !questionnaire->empty() && questionnaire->front().element())
        near.push_back(questionnaire->front().element());
    for (auto const* element : near) {
        auto const* root = Evaluation::rootResourceOf(*element);
        if (!root) continue;
        for (auto const& contained : root->children("contained"))
            if (contained.textOf("url") == url || (url.starts_with('#') && contained.textOf("id") == url.substr(1)))
                return &contained;
    }
    auto const& hook = evaluation.environment().resolve;
    return hook ? hook(url) : nullptr;
}

Result<Collection> memberOf(Evaluation& evaluation, Node const& call, Collection&& input, Scope const& scope) {
    auto const* value = TRY(single(evaluation, call, input));
    auto const url = TRY(textArgument(evaluation, call, 0, scope));
    if (!value || !url) return Collection();
    auto const* valueSet = valueSetOf(evaluation, *url);
    auto const& hook = evaluation.environment().memberOf;
    bool isKnown = true;
    for (auto const& code : codesOf(*value)) {
        TRY(evaluation.spend(call, 64));
        auto answer = valueSet ? contains(*valueSet, code) : std::nullopt;
        if (!answer && hook) answer = hook(*url, code.system.value_or(""), code.code);
        if (answer == true) return one(true);
        isKnown = isKnown && answer;
    }
    return isKnown ? one(false) : Collection();
}

Result<Collection> conformsTo(Evaluation& evaluation, Node const& call, Collection&& input, Scope const& scope) {
    constexpr std::string_view base = "http://hl7.org/fhir/StructureDefinition/";
    auto const* value = TRY(single(evaluation, call, input));
    auto const url = TRY(textArgument(evaluation, call, 0, scope));
    if (!value || !url) return Collection();
    auto const* wanted =
        url->starts_with(base) ? fhir::Model::r4().find(std::string_view(*url).substr(base.size())) : nullptr;
    if (!wanted) return evaluation.fault(call, "conformsTo() knows the types of FHIR R4, not profiles");
    auto const* type = value->element() ? value->element()->type() : nullptr;
    return one(type && type->is(*wanted));
}

Result<Collection> htmlChecks(Evaluation& evaluation, Node const& call, Collection&& input, Scope const&) {
    auto const* value = TRY(single(evaluation, call, input));
    if (!value) return Collection();
    auto const text = value->text();
    if (!text) return evaluation.fault(call, "htmlChecks() is for the XHTML of a narrative");
    TRY(evaluation.spend(call, 1 + text->size() / 16));
    return one(isSafeXhtml(*text));
}

/// Invalid: there is a modifierExtension that is not among those named.
Result<Collection> checkModifiers(Evaluation& evaluation, Node const& call, Collection&& input, Scope const& scope) {
    std::vector<std::string> known;
    for (std::size_t i = 0; i < call.arguments.size(); ++i)
        known.push_back(TRY(textArgument(evaluation, call, i, scope)).value_or(""));
    for (auto const& value : input) {
        if (!value.element()) continue;
        for (auto const& each : value.element()->children("modifierExtension"))
            if (std::ranges::find(known, each.textOf("url")) == known.end())
                return evaluation.fault(call, "an element has a modifierExtension that is not known");
    }
    return std::move(input);
}

Result<Collection> notSupported(Evaluation& evaluation, Node const& call, Collection&&, Scope const&) {
    return evaluation.fault(call, call.text + "() is not supported: it needs profiles or a terminology server");
}

constexpr Function functions[] = {
    {.name = "extension", .fewest = 1, .most = 1, .run = extension},
    {.name = "hasValue", .run = hasValue, .gives = Gives::Boolean},
    {.name = "getValue", .run = getValue},
    {.name = "resolve", .run = resolve},
    {.name = "memberOf", .fewest = 1, .most = 1, .run = memberOf, .gives = Gives::Boolean},
    {.name = "conformsTo", .fewest = 1, .most = 1, .run = conformsTo, .gives = Gives::Boolean},
    {.name = "htmlChecks", .run = htmlChecks, .gives = Gives::Boolean},
    {.name = "checkModifiers", .most = 16, .run = checkModifiers, .gives = Gives::Same},
    {.name = "elementDefinition", .run = notSupported},
    {.name = "slice", .fewest = 2, .most = 2, .run = notSupported},
    {.name = "subsumes", .fewest = 1, .most = 1, .run = notSupported, .gives = Gives::Boolean},
    {.name = "subsumedBy", .fewest = 1, .most = 1, .run = notSupported, .gives = Gives::Boolean},
};

} // namespace

std::span<const Function> fhirFunctions() {
    return functions;
}

} // namespace kiosk::fhirpath
