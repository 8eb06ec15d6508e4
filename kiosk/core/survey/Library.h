#pragma once

#include "kiosk/core/fhir/Document.h"

#include <memory>
#include <string_view>
#include <vector>

namespace kiosk::survey {

/// Resources that are at hand: value sets, code systems, sub-questionnaires, what is known of the patient. There is no
/// network behind it. Cheap to copy.
class Library {
public:
    /// Also the resources inside a Bundle.
    void add(std::shared_ptr<const fhir::Document> document);

    /// By "url|version", "url", or "Type/id". Null: not at hand.
    [[nodiscard]] fhir::Element const* find(std::string_view type, std::string_view canonical) const;
    [[nodiscard]] std::vector<fhir::Element const*> const& resources() const { return m_resources; }

private:
    void note(fhir::Element const& resource);

    std::vector<std::shared_ptr<const fhir::Document>> m_documents;
    std::vector<fhir::Element const*> m_resources;
};

/// Whether `resource` is what the canonical "url|version" or "url" names.
[[nodiscard]] bool isNamed(fhir::Element const& resource, std::string_view canonical);

} // namespace kiosk::survey
