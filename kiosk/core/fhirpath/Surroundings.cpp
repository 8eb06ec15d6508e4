// What an expression sees beside its focus: variables and the resources around.

#include "kiosk/core/fhirpath/Evaluation.h"

#include <algorithm>

namespace kiosk::fhirpath {

namespace {

bool isContained(Element const& resource) {
    return resource.parent() && resource.member().text() == "contained";
}

Element const* findContained(Element const& resource, std::string_view id) {
    for (auto const& contained : resource.children("contained"))
        if (contained.textOf("id") == id) return &contained;
    return nullptr;
}

/// By fullUrl, or by type and id: "Patient/1".
Element const* findInBundle(Element const& bundle, std::string_view reference) {
    for (auto const& entry : bundle.children("entry")) {
        auto const* resource = entry.child("resource");
        if (!resource) continue;
        if (entry.textOf("fullUrl") == reference) return resource;
        auto const type = resource->textOf("resourceType"), id = resource->textOf("id");
        if (reference.size() == type.size() + id.size() + 1 && reference.starts_with(type) && reference.ends_with(id) &&
            reference[type.size()] == '/')
            return resource;
    }
    return nullptr;
}

} // namespace

Collection const* Environment::find(std::string_view variable) const {
    for (auto const* at = this; at; at = at->outer)
        if (auto const found = at->variables.find(variable); found != at->variables.end()) return &found->second;
    return nullptr;
}

Element const* Evaluation::resourceOf(Element const& element) {
    auto const* at = &element;
    while (at && !at->isResource()) at = at->parent();
    return at;
}

Element const* Evaluation::rootResourceOf(Element const& element) {
    auto const* resource = resourceOf(element);
    while (resource && isContained(*resource)) {
        auto const* outer = resourceOf(*resource->parent());
        if (!outer) break;
        resource = outer;
    }
    return resource;
}

std::optional<Collection> Evaluation::variable(std::string_view name) const {
    for (auto at = m_defined.rbegin(); at != m_defined.rend(); ++at)
        if (at->first == name) return at->second;
    if (auto const* found = m_environment.find(name)) return *found;
    return builtIn(name);
}

std::optional<Collection> Evaluation::builtIn(std::string_view name) const {
    auto const text = [](std::string value) { return Collection(Value(std::move(value))); };
    if (name == "context") return m_focus;
    if (name == "resource" || name == "rootResource") {
        auto const* element = m_focus.empty() ? nullptr : m_focus.front().element();
        if (!element) return Collection();
        auto const* resource = name == "resource" ? resourceOf(*element) : rootResourceOf(*element);
        return resource ? Collection(Value(*resource)) : Collection();
    }
    if (name == "sct") return text("http://snomed.info/sct");
    if (name == "loinc") return text("http://loinc.org");
    if (name == "ucum") return text("http://unitsofmeasure.org");
    if (name.starts_with("vs-")) return text("http://hl7.org/fhir/ValueSet/" + std::string(name.substr(3)));
    if (name.starts_with("ext-")) return text("http://hl7.org/fhir/StructureDefinition/" + std::string(name.substr(4)));
    return std::nullopt;
}

Result<void> Evaluation::define(Node const& call, std::string name, Collection value) {
    if (variable(name)) return fault(call, "there is a variable of this name already");
    m_defined.emplace_back(std::move(name), std::move(value));
    return {};
}

Element const* Evaluation::resolve(Element const& from, std::string_view reference) const {
    auto const* root = rootResourceOf(from);
    if (reference.starts_with('#'))
        return !root || reference.size() == 1 ? root : findContained(*root, reference.substr(1));
    for (auto const* at = root; at; at = at->parent())
        if (at->isResource() && at->textOf("resourceType") == "Bundle")
            if (auto const* found = findInBundle(*at, reference)) return found;
    return m_environment.resolve ? m_environment.resolve(reference) : nullptr;
}

} // namespace kiosk::fhirpath
