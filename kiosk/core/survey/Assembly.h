#pragma once

#include "kiosk/core/survey/Finding.h"
#include "kiosk/core/survey/Library.h"

namespace kiosk::survey {

/// Puts the items of sub-questionnaires, as far as they are at hand, in the place of the items that name them
/// (sdc-questionnaire-subQuestionnaire), with their variables, launch contexts and contained resources. A variable
/// `linkIdPrefix` on the item goes before every linkId of the part.
void assemble(fhir::Document& questionnaire, Library const& library, std::vector<Finding>& findings);

} // namespace kiosk::survey
