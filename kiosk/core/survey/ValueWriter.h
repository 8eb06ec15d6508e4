#pragma once

#include "kiosk/core/fhir/Document.h"
#include "kiosk/core/fhirpath/Value.h"

namespace kiosk::survey {

/// What an object of this type can hold under a name, as in JSON ("valueQuantity") or as in FHIRPath ("value", one for
/// each of its types). Empty: FHIR R4 has no such member here.
[[nodiscard]] std::vector<fhir::ElementInfo const*> membersNamed(fhir::Type const& type, std::string_view name);

/// Adds a value to an object of a resource under a name as membersNamed() takes it, in the type of that place. Where
/// the value is of another type it is turned into it if nothing is lost: a Coding is a CodeableConcept and a code, a
/// text a Reference, a number a Quantity, a whole decimal an integer… Returns what was added. Invalid: there is no such
/// member, it takes another type, or one value and has it; never with the value.
[[nodiscard]] Result<fhir::Element*> addValue(fhir::Document& document, fhir::Element& holder, std::string_view name,
                                              fhirpath::Value const& value);

} // namespace kiosk::survey
