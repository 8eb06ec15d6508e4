#pragma once

#include "kiosk/core/fhirpath/Environment.h"
#include "kiosk/core/survey/Library.h"

#include <set>

namespace kiosk::survey {

/// The variables in the {{expressions}} of a query.
[[nodiscard]] std::set<std::string, std::less<>> namesInQuery(std::string_view query);

/// What an x-fhir-query finds among the resources at hand: a searchset Bundle. Understands `Type?…` with `_id`, `code`,
/// `category`, `status`, and references to the patient (`patient`, `subject`), and `Type/id`; `_sort` and `_count` by
/// leaving the order as it is. Invalid: another parameter, or an expression in {{ }} that fails.
[[nodiscard]] Result<fhir::Document> runQuery(std::string_view query, Library const& library,
                                              fhirpath::Collection const& focus,
                                              fhirpath::Environment const& environment);

} // namespace kiosk::survey
