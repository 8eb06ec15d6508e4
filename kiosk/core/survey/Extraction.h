#pragma once

#include "kiosk/core/base/Uuid.h"
#include "kiosk/core/survey/Response.h"

namespace kiosk::survey {

/// What an extraction needs beside the form and the response.
struct ExtractionInput {
    Launch launch;                               ///< for hidden items, and resources that are brought up to date
    std::function<Uuid()> newId = &Uuid::random; ///< for extractAllocateId, and entries that name no fullUrl
    std::string responseReference;               ///< how Observations name the response; empty: by its id
};

/// Every kind of extraction that the form asks for (SDC 4.0.0), into one transaction Bundle, empty if there is nothing
/// to extract: PUT of what has an id, POST of the rest.
///
/// - by template: templateExtract of the form or of an item, templateExtractBundle
/// - by definition: definitionExtract, item.definition, definitionExtractValue; itemExtractionContext of SDC 3
/// - by observation: observationExtract
///
/// Hidden items that the response does not have are made anew as the form says. Expressions see the response, the
/// form, what extractAllocateId names and what was handed in, but not the form's variables. What cannot be done is left
/// out and is a finding; so are parts of profiles, which are not at hand: only the types of FHIR R4 itself are.
[[nodiscard]] fhir::Document extract(std::shared_ptr<const Form> const& form, Element const& response,
                                     ExtractionInput const& input, std::vector<Finding>& findings);

} // namespace kiosk::survey
