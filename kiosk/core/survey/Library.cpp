#include "kiosk/core/survey/Library.h"

namespace kiosk::survey {

using fhir::Element;

void Library::add(std::shared_ptr<const fhir::Document> document) {
    note(document->root());
    m_documents.push_back(std::move(document));
}

void Library::note(Element const& resource) {
    m_resources.push_back(&resource);
    if (resource.textOf("resourceType") != "Bundle") return;
    for (auto const& entry : resource.children("entry"))
        if (auto const* inner = entry.child("resource")) note(*inner);
}

Element const* Library::find(std::string_view type, std::string_view canonical) const {
    for (auto const* resource : m_resources)
        if (resource->textOf("resourceType") == type && isNamed(*resource, canonical)) return resource;
    return nullptr;
}

bool isNamed(Element const& resource, std::string_view canonical) {
    auto const bar = canonical.find('|');
    auto const url = canonical.substr(0, bar);
    if (bar != std::string_view::npos && resource.textOf("version") != canonical.substr(bar + 1)) return false;
    if (!url.empty() && resource.textOf("url") == url) return true;
    auto const slash = url.rfind('/');
    return slash != std::string_view::npos && resource.textOf("id") == url.substr(slash + 1) &&
           url.substr(0, slash) == resource.textOf("resourceType");
}

} // namespace kiosk::survey
