#pragma once

#include <string_view>

namespace kiosk::fhirpath {

/// What FHIR asks of the XHTML of a narrative (invariants txt-1 and txt-2): well formed, one <div>, only elements and
/// attributes of basic formatting, no script, and something to read.
[[nodiscard]] bool isSafeXhtml(std::string_view text);

} // namespace kiosk::fhirpath
