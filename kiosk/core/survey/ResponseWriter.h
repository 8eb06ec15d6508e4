#pragma once

#include "kiosk/core/survey/Instances.h"

namespace kiosk::survey {

enum class Detail {
    Shortest, ///< as short as R4 allows: without hidden items, without the words of codes
    Whole
};

/// Appends the items of a response that count.
void writeItems(fhir::Document& document, Element& holder, Instances const& instances, Detail detail);

/// The answers of an instance as a JSON array, as they are written down: codings of options as system and code; with
/// the number of each where items are nested under several, and last, without a value, the highest number there was if
/// that answer is gone.
[[nodiscard]] std::string answersText(Instance const& instance);

} // namespace kiosk::survey
