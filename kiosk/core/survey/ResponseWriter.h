#pragma once

#include "kiosk/core/survey/Instances.h"

namespace kiosk::survey {

/// Appends the items of a response that count and are not hidden, as short as R4 allows. True: there are any.
void writeItems(fhir::Document& document, Element& holder, Instances const& instances);

/// The answers of an instance as a JSON array, as they are written down: codings of options as system and code; with
/// the number of each where items are nested under several.
[[nodiscard]] std::string answersText(Instance const& instance);

} // namespace kiosk::survey
