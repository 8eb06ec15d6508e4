#pragma once

#include "kiosk/core/fhir/Element.h"

#include <compare>

namespace kiosk::survey {

/// Order of two FHIR Quantities: exact in the same unit, else as UCUM converts. Unordered: one has no value, or their
/// units do not convert.
[[nodiscard]] std::partial_ordering compareQuantities(fhir::Element const& left, fhir::Element const& right);

} // namespace kiosk::survey
