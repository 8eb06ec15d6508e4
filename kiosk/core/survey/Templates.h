#pragma once

#include "kiosk/core/survey/Response.h"

namespace kiosk::survey {

/// Template-based extraction of SDC: contained resources that sdc-questionnaire-templateExtract of the form or of an
/// item names (of an item once for each enabled instance), filled in by their templateExtractContext and
/// templateExtractValue: an element without result is left out, one with several is repeated. A transaction Bundle:
/// PUT of what has an id, POST of the rest. A template that is not there and an expression that fails are findings.
[[nodiscard]] fhir::Document extractTemplates(Response const& response, std::vector<Finding>& findings);

} // namespace kiosk::survey
