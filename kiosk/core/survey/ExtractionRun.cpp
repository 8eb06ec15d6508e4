#include "kiosk/core/survey/ExtractionRun.h"

#include "kiosk/core/survey/Names.h"
#include "kiosk/core/survey/Reading.h"
#include "kiosk/core/survey/ValueWriter.h"

#include <array>

namespace kiosk::survey {

namespace {

using fhirpath::Collection;
using fhirpath::Value;

constexpr std::size_t mostMade = 100'000; // values and copies in one Bundle
constexpr std::uint64_t mostSteps = 2'000'000;
constexpr std::uint64_t mostBytes = 16U << 20U;
constexpr std::chrono::milliseconds longest{500};

/// Parts of templateExtract and definitionExtract that go to entry.request.
constexpr std::array requestParts{"ifNoneMatch", "ifModifiedSince", "ifMatch", "ifNoneExist"};

} // namespace

ExtractionRun::ExtractionRun(Form const& form, Element const& response, ExtractionInput const& input,
                             std::vector<Finding>& findings) :
    m_form(form),
    m_response(response), m_input(input), m_findings(findings), m_bundle(fhir::Model::r4().find("Bundle")) {
    set(m_bundle.root(), "resourceType", "Bundle");
    set(m_bundle.root(), "type", "transaction");
}

fhirpath::Environment ExtractionRun::inside(fhirpath::Environment const& outer) const {
    fhirpath::Environment environment;
    environment.outer = &outer;
    environment.now = outer.now;
    environment.zone = outer.zone;
    environment.budget = outer.budget;
    return environment;
}

fhirpath::Environment ExtractionRun::environmentAt(Element const& formElement, fhirpath::Environment const* outer) {
    fhirpath::Environment environment;
    if (outer) {
        environment = inside(*outer);
    } else {
        environment.now = m_input.launch.now;
        environment.zone = m_input.launch.zone;
        environment.budget = {mostSteps, mostBytes, longest};
        environment.variables.emplace("resource", Collection(Value(m_response)));
        environment.variables.emplace("rootResource", Collection(Value(m_response)));
        environment.variables.emplace("questionnaire", Collection(Value(m_form.source())));
        for (auto const& [name, document] : m_input.launch.contexts)
            environment.variables.emplace(name, Collection(Value(document->root())));
    }
    environment.variables.emplace("qitem", Collection(Value(formElement)));
    for (auto const* each : extensions(formElement, names::extractAllocateId))
        if (auto const* name = each->child("value"))
            environment.variables.emplace(name->text(), Collection(Value("urn:uuid:" + m_input.newId().toString())));
    return environment;
}

Collection ExtractionRun::evaluate(std::string_view expression, Collection const& focus,
                                   fhirpath::Environment const& environment, std::string const& place) {
    auto const parsed = fhirpath::Expression::parse(expression);
    auto result = parsed ? fhirpath::evaluate(*parsed, focus, environment) : Result<Collection>(fail(parsed.error()));
    if (result) return std::move(*result);
    report(place, "an expression of the extraction failed: " + result.error().text);
    return {};
}

void ExtractionRun::finishEntry(Element& entry, Element const* extract, Collection const& focus,
                                fhirpath::Environment const& environment, std::string const& place) {
    auto const textOf = [&](char const* part) {
        auto const* expression = extract ? extensionValue(*extract, part) : nullptr;
        auto const result = expression ? evaluate(expression->text(), focus, environment, place) : Collection();
        return result.empty() ? std::string{} : fhirpath::toText(result.front()).value_or("");
    };
    auto fullUrl = textOf("fullUrl");
    set(entry, "fullUrl", fullUrl.empty() ? "urn:uuid:" + m_input.newId().toString() : std::move(fullUrl));
    auto const& resource = *entry.child("resource");
    auto const type = std::string(resource.textOf("resourceType")), id = std::string(resource.textOf("id"));
    auto& request = m_bundle.append(entry, "request");
    set(request, "method", id.empty() ? "POST" : "PUT");
    set(request, "url", id.empty() ? type : type + "/" + id);
    for (auto const* part : requestParts) {
        auto const text = textOf(part);
        if (text.empty()) continue;
        if (auto added = addValue(m_bundle, request, part, Value(text)); !added) report(place, added.error().text);
    }
}

void ExtractionRun::set(Element& parent, std::string_view member, std::string text) {
    m_bundle.setString(m_bundle.append(parent, member), std::move(text));
}

Element& ExtractionRun::copyAlone(Element& parent, std::string_view member, Element const& source) {
    if (source.kind() == Element::Kind::Object) return m_bundle.append(parent, member);
    auto& made = m_bundle.appendCopy(parent, member, source);
    m_bundle.clear(made);
    if (source.kind() == Element::Kind::String) m_bundle.setString(made, source.text()); // a resourceType has an effect
    return made;
}

void ExtractionRun::addUnit(Item const& item, Value const& answer, Element& quantity) {
    auto const* unit = extensionValue(*item.source, names::unit);
    auto const* element = answer.element();
    bool const isNumber =
        element && element->kind() == Element::Kind::Number && element->parent()->member().text() == "answer";
    if (!unit || !isNumber || !quantity.type() || quantity.type()->name() != "Quantity") return;
    auto const display = unit->textOf("display"), code = unit->textOf("code");
    set(quantity, "unit", std::string(display.empty() ? code : display));
    for (auto const* member : {"system", "code"})
        if (auto const* child = unit->child(member)) m_bundle.appendCopy(quantity, member, *child);
}

bool ExtractionRun::mayGrow() {
    if (++m_made == mostMade) report({}, "the extraction makes too much: the rest is left out");
    return m_made < mostMade;
}

void ExtractionRun::report(std::string const& place, std::string reason, Severity severity) {
    addFinding(m_findings, {severity, place, std::move(reason)});
}

bool isAnswered(Element const& item) {
    if (item.child("answer")) return true;
    for (auto const& inner : item.children("item"))
        if (isAnswered(inner)) return true;
    return false;
}

std::string placeOf(Item const& item) {
    return "item '" + item.linkId + "'";
}

} // namespace kiosk::survey
