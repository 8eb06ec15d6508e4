#pragma once

#include "kiosk/core/fhir/Document.h"

#include <string>
#include <vector>

namespace kiosk::survey {

/// One step of the id of an element: `name`, `value[x]`, `value[x]:valueQuantity`.
struct PathStep {
    std::string member;                      ///< as in JSON; of a choice without a type as in FHIRPath
    fhir::ElementInfo const* info = nullptr; ///< of a choice without a type, of any one
    bool isOpenChoice = false;
};

/// The steps of an element id of a resource, `Patient.name.given`, without the first.
/// Invalid: FHIR R4 has no such element; a slice, which only a profile knows.
[[nodiscard]] Result<std::vector<PathStep>> parseElementId(std::string_view id, fhir::Type const& resource);

} // namespace kiosk::survey
