#pragma once

#include "kiosk/core/fhirpath/Environment.h"

#include <iosfwd>

namespace kiosk::tools {

/// The values of an expression for a resource, each as JSON. `context` is an expression too: what the first starts at.
[[nodiscard]] Result<std::vector<std::string>> evaluateAsJson(std::string_view expression, std::string_view context,
                                                              fhir::Element const* resource,
                                                              fhirpath::Environment environment);

/// Answers each line {"id", "expr", "resource", "context"?, "variables"?} with {"id", "result": […]} or {"id",
/// "error"}. Gives how many were errors.
[[nodiscard]] std::size_t runBatch(std::istream& in, std::ostream& out, fhirpath::Environment const& environment);

} // namespace kiosk::tools
