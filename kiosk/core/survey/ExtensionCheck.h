#pragma once

#include "kiosk/core/fhir/Element.h"
#include "kiosk/core/survey/Finding.h"

#include <vector>

namespace kiosk::survey {

/// Warns once of each extension in HL7's or our name that is not followed: most often a slip in its url. Those of
/// others are their own affair.
void checkExtensions(fhir::Element const& questionnaire, std::vector<Finding>& findings);

} // namespace kiosk::survey
