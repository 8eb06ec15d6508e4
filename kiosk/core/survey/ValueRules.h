#pragma once

#include "kiosk/core/survey/Answers.h"

namespace kiosk::survey {

/// The type of value[x] that answers to such items have: "Integer", "Coding", …
[[nodiscard]] std::string expectedType(ItemType type);
[[nodiscard]] bool isAllowed(Item const& item, std::span<const Option> options, std::string_view valueType);

/// The rules for one answer of the right type that is no option: length, pattern, places, unit, file, reference.
void checkFreeAnswer(Item const& item, Element const& value, Report const& report);
/// Smallest and largest.
void checkBounds(Situation const& situation, Element const& value, Report const& report);

} // namespace kiosk::survey
