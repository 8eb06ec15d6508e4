#include "kiosk/core/survey/DefinitionExtraction.h"

#include "kiosk/core/survey/ElementPath.h"
#include "kiosk/core/survey/Names.h"
#include "kiosk/core/survey/Queries.h"
#include "kiosk/core/survey/Reading.h"
#include "kiosk/core/survey/ValueWriter.h"

#include <algorithm>

namespace kiosk::survey {

namespace {

using fhirpath::Collection;
using fhirpath::Environment;
using fhirpath::Value;

constexpr std::string_view baseDefinitions = "http://hl7.org/fhir/StructureDefinition/";

bool isResourceType(std::string_view name) {
    auto const* type = fhir::Model::r4().find(name);
    return type && type->kind() == fhir::Type::Kind::Resource;
}

std::string_view canonicalOf(std::string_view definition) {
    return definition.substr(0, definition.find('#'));
}

std::string_view elementIdOf(std::string_view definition) {
    auto const hash = definition.find('#');
    return hash == std::string_view::npos ? std::string_view{} : definition.substr(hash + 1);
}

/// Every definition in a form below an element of it.
template <typename Look>
void eachDefinition(Element const& formElement, Look const& look) {
    look(formElement.textOf("definition"));
    for (auto const* each : extensions(formElement, names::definitionExtractValue))
        if (auto const* definition = extensionValue(*each, "definition")) look(definition->text());
    for (auto const& item : formElement.children("item")) eachDefinition(item, look);
}

Collection answersIn(Element const& item) {
    Collection values;
    for (auto const& answer : item.children("answer"))
        if (auto const* value = answer.child("value")) values.push(Value(*value));
    return values;
}

/// Takes away what holds nothing.
void prune(fhir::Document& document, Element& element) {
    for (auto* child = element.firstChild(); child;) {
        auto* const next = child->next();
        prune(document, *child);
        if (!child->hasValue() && !child->firstChild()) document.erase(*child);
        child = next;
    }
}

/// The element that the first steps of a path lead to: that of an anchor, else one that is there and can be there only
/// once, else a new one, which becomes an anchor.
Element* descend(fhir::Document& document, ExtractionTarget& target, std::span<const PathStep> steps) {
    auto* at = target.resource;
    std::string path;
    for (auto const& step : steps) {
        path += "." + step.member;
        auto const anchor = std::ranges::find(target.anchors, path, [](auto const& each) { return each.first; });
        if (anchor != target.anchors.end()) {
            at = anchor->second;
            continue;
        }
        auto* next = step.info->isList ? nullptr : at->child(step.member);
        at = next ? next : &document.append(*at, step.member);
        target.anchors.emplace_back(path, at);
    }
    return at;
}

} // namespace

ExtractionTargets DefinitionExtraction::enter(Item const* item, Element const& place, std::size_t repetition,
                                              Environment const& environment, ExtractionTargets outer) {
    m_item = item;
    m_where = item ? placeOf(*item) : std::string{};
    auto targets = std::move(outer);
    auto const& formElement = item ? *item->source : m_run.form().source();
    begin(formElement, place, repetition, environment, targets);
    if (item && !item->definition.empty() && item->isQuestion())
        put(item->definition, answersIn(place), targets);
    else if (item && !item->definition.empty())
        addElement(item->definition, targets);
    putFixedAndComputed(formElement, place, environment, targets);
    return targets;
}

void DefinitionExtraction::leave(Item const* item, Element const& place, ExtractionTargets const& outer,
                                 ExtractionTargets const& here, Environment const& environment) {
    m_where = item ? placeOf(*item) : std::string{};
    for (auto i = outer.size(); i < here.size(); ++i) {
        prune(m_run.bundle(), *here[i].resource);
        m_run.finishEntry(*here[i].entry, here[i].extract, Collection(Value(place)), environment, m_where);
    }
}

void DefinitionExtraction::begin(Element const& formElement, Element const& place, std::size_t repetition,
                                 Environment const& environment, ExtractionTargets& targets) {
    for (auto const* extract : extensions(formElement, names::definitionExtract)) {
        auto const* definition = extensionValue(*extract, "definition");
        if (!definition) {
            m_run.report(m_where, "definitionExtract: needs a definition");
            continue;
        }
        auto type = typeNamed(definition->text());
        if (!type.empty()) open(definition->text(), type, extract, targets);
    }
    if (auto const* context = extensionValue(formElement, names::itemExtractionContext))
        beginLegacy(*context, place, repetition, environment, targets);
}

/// A type to make one of, or an expression or query for what is to be brought up to date: one for each repetition.
void DefinitionExtraction::beginLegacy(Element const& context, Element const& place, std::size_t repetition,
                                       Environment const& environment, ExtractionTargets& targets) {
    if (context.hasValue()) {
        auto const definition = std::string(baseDefinitions) + context.text();
        if (auto const type = typeNamed(definition); !type.empty()) open(definition, type, nullptr, targets);
        return;
    }
    const Collection focus{Value(place)};
    auto const text = std::string(context.textOf("expression"));
    if (context.textOf("language") != "application/x-fhir-query") {
        auto const found = m_run.evaluate(text, focus, environment, m_where);
        auto const* existing = repetition < found.size() ? found[repetition].element() : nullptr;
        if (existing) return openCopy(*existing, targets);
        return m_run.report(m_where, "itemExtractionContext: finds nothing to bring up to date", Severity::Warning);
    }
    auto const bundle = runQuery(text, m_run.input().launch.resources, focus, environment);
    if (!bundle) return m_run.report(m_where, bundle.error().text);
    std::vector<Element const*> found;
    for (auto const& entry : bundle->root().children("entry")) found.push_back(entry.child("resource"));
    if (repetition < found.size()) return openCopy(*found[repetition], targets);
    auto const type = text.substr(0, text.find_first_of("?/"));
    if (isResourceType(type)) open(std::string(baseDefinitions) + type, type, nullptr, targets);
}

/// Empty, and a finding: it cannot be told what it is a definition of.
std::string DefinitionExtraction::typeNamed(std::string const& canonical) {
    std::string_view url = canonical;
    url = url.substr(0, url.find('|'));
    if (url.starts_with(baseDefinitions) && isResourceType(url.substr(baseDefinitions.size())))
        return std::string(url.substr(baseDefinitions.size()));
    auto const* profile = m_run.input().launch.resources.find("StructureDefinition", canonical);
    auto type = profile ? std::string(profile->textOf("type")) : std::string{};
    eachDefinition(m_item ? *m_item->source : m_run.form().source(), [&](std::string_view definition) {
        auto const id = elementIdOf(definition);
        if (type.empty() && canonicalOf(definition) == canonical) type = std::string(id.substr(0, id.find('.')));
    });
    if (isResourceType(type)) {
        m_run.report(m_where, "what the profile '" + canonical + "' itself fills in is left out", Severity::Warning);
        return type;
    }
    m_run.report(m_where, "definitionExtract: '" + canonical + "' is not at hand");
    return {};
}

void DefinitionExtraction::open(std::string const& definition, std::string const& type, Element const* extract,
                                ExtractionTargets& targets) {
    bool const isOpen =
        std::ranges::any_of(targets, [&](auto const& target) { return target.definition == definition; });
    if (isOpen) return m_run.report(m_where, "'" + definition + "' is extracted here and around here");
    auto& bundle = m_run.bundle();
    ExtractionTarget target;
    target.definition = definition;
    target.extract = extract;
    target.entry = &bundle.append(bundle.root(), "entry");
    target.resource = &bundle.append(*target.entry, "resource");
    m_run.set(*target.resource, "resourceType", type);
    if (definition.substr(0, definition.find('|')) != std::string(baseDefinitions) + type)
        m_run.set(bundle.append(*target.resource, "meta"), "profile", definition);
    targets.push_back(std::move(target));
}

void DefinitionExtraction::openCopy(Element const& existing, ExtractionTargets& targets) {
    auto const type = std::string(existing.textOf("resourceType"));
    if (!isResourceType(type)) return m_run.report(m_where, "itemExtractionContext: what it finds is no resource");
    auto const before = targets.size();
    open(std::string(baseDefinitions) + type, type, nullptr, targets);
    if (targets.size() == before) return;
    auto& resource = *targets.back().resource;
    auto& kept = m_existing[&resource];
    for (auto const* child = existing.firstChild(); child; child = child->next())
        if (child->isThere() && child->member().text() != "resourceType")
            kept.push_back(&m_run.bundle().appendCopy(resource, child->member().text(), *child));
}

/// What was there of an element goes when the form says what is there.
void DefinitionExtraction::makeRoom(Element& resource, fhir::Name element) {
    auto const found = m_existing.find(&resource);
    if (found == m_existing.end()) return;
    std::erase_if(found->second, [&](Element* each) {
        if (!each->isCalled(element)) return false;
        m_run.bundle().erase(*each);
        return true;
    });
}

ExtractionTarget* DefinitionExtraction::targetOf(std::string_view definition, ExtractionTargets& targets) {
    auto const found = std::ranges::find(targets, canonicalOf(definition), &ExtractionTarget::definition);
    return found == targets.end() || elementIdOf(definition).empty() ? nullptr : &*found;
}

void DefinitionExtraction::put(std::string_view definition, Collection const& values, ExtractionTargets& targets) {
    auto* target = targetOf(definition, targets);
    if (!target || values.empty()) return;
    auto const refuse = [&](std::string const& why) { m_run.report(m_where, std::string(definition) + ": " + why); };
    auto const steps = parseElementId(elementIdOf(definition), *target->resource->type());
    if (!steps) return refuse(steps.error().text);
    if (steps->empty()) return refuse("a value is no resource");
    auto const& last = steps->back();
    if (values.size() > 1 && !last.info->isList) return refuse("takes one value, and there are more");
    makeRoom(*target->resource, steps->front().info->element);
    auto* holder = descend(m_run.bundle(), *target, std::span(*steps).first(steps->size() - 1));
    for (auto const& value : values) {
        if (!m_run.mayGrow()) return;
        auto const added = addValue(m_run.bundle(), *holder, last.member, value);
        if (!added) return refuse(added.error().text);
        if (m_item) m_run.addUnit(*m_item, value, **added);
    }
}

/// For what is inside a group to go to.
void DefinitionExtraction::addElement(std::string_view definition, ExtractionTargets& targets) {
    auto* target = targetOf(definition, targets);
    if (!target || !m_run.mayGrow()) return;
    auto const steps = parseElementId(elementIdOf(definition), *target->resource->type());
    if (!steps) return m_run.report(m_where, std::string(definition) + ": " + steps.error().text);
    if (steps->empty()) return;
    if (steps->back().isOpenChoice) return m_run.report(m_where, std::string(definition) + ": of which type?");
    makeRoom(*target->resource, steps->front().info->element);
    descend(m_run.bundle(), *target, *steps);
}

/// The elements made for these are those of the item itself, where both have them, and not those of the items inside.
void DefinitionExtraction::putFixedAndComputed(Element const& formElement, Element const& place,
                                               Environment const& environment, ExtractionTargets targets) {
    for (auto const* each : extensions(formElement, names::definitionExtractValue)) {
        auto const* definition = extensionValue(*each, "definition");
        auto const* fixed = extensionValue(*each, "fixed-value");
        auto const* expression = extensionValue(*each, "expression");
        if (!definition || (fixed == nullptr) == (expression == nullptr)) {
            m_run.report(m_where, "definitionExtractValue: needs a definition and either a value or an expression");
            continue;
        }
        if (!targetOf(definition->text(), targets)) {
            m_run.report(m_where, "definitionExtractValue: '" + definition->text() + "' is not extracted here");
            continue;
        }
        put(definition->text(),
            fixed ? Collection(Value(*fixed))
                  : m_run.evaluate(expression->textOf("expression"), Collection(Value(place)), environment, m_where),
            targets);
    }
}

} // namespace kiosk::survey
