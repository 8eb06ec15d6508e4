#pragma once

#include "kiosk/core/fhir/Element.h"

#include <optional>

namespace kiosk::fhirpath {

struct Code {
    std::optional<std::string_view> system; ///< nothing: any, for a code that stands alone
    std::string_view code;
};

/// Whether a ValueSet has the code: by its expansion, or by the concepts that its compose lists. Nothing: it names
/// codes by filter, by other value sets or by a whole system, and has no expansion.
[[nodiscard]] std::optional<bool> contains(fhir::Element const& valueSet, Code const& code);

} // namespace kiosk::fhirpath
