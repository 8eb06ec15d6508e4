#pragma once

#include "kiosk/core/fhir/Element.h"
#include "kiosk/core/survey/Finding.h"

#include <string>

namespace kiosk::survey {

inline constexpr std::size_t longestLinkId = 255; ///< bytes

/// "item 'linkId'" of the innermost item around an element of a Questionnaire or QuestionnaireResponse; empty if none.
/// A linkId that is too long is cut.
[[nodiscard]] std::string placeOf(fhir::Element const& element);

/// Checks every member below `top` against FHIR R4: JSON types, lists. A wrong one is an error, an unknown one a
/// warning. Does not go into contained resources.
void checkShape(fhir::Element const& top, std::vector<Finding>& findings);

/// What another version of FHIR has and R4 has not: "R5: …" or "STU3: …". Empty: none of these.
[[nodiscard]] std::string foreignVersion(fhir::Element const& questionnaire);

} // namespace kiosk::survey
