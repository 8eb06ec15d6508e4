#pragma once

#include "kiosk/core/survey/Response.h"

namespace kiosk::survey {

/// Observation-based extraction of SDC: an Observation for each answer to an item with a code for which
/// sdc-questionnaire-observationExtract is true, on it, on something around it, or on the form, the innermost deciding.
/// Codes, value, status `final`, category `survey`, effective and issued when the response was authored, derivedFrom
/// it, subject if given. A transaction Bundle, empty if there is nothing to extract.
[[nodiscard]] fhir::Document extractObservations(Response const& response, Completion const& completion,
                                                 std::string const& subject = {});

} // namespace kiosk::survey
