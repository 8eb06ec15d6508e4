#pragma once

#include "kiosk/core/fhirpath/Collection.h"
#include "kiosk/core/survey/Answers.h"

namespace kiosk::survey {

/// What an expression gave, as answers to an item of this type: codings of the options where a code or its words are
/// enough to tell which. Values that cannot be answers are left out.
[[nodiscard]] fhir::Document answersOf(Item const& item, std::span<const Option> options,
                                       fhirpath::Collection const& values);

} // namespace kiosk::survey
