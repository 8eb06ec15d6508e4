#pragma once

#include "kiosk/core/survey/ItemReader.h"

namespace kiosk::survey {

/// Which answers are right: lengths, limits, patterns, units, constraints.
void readRules(Reading& reading, Element const& source, Item& item, Notes const& notes);

/// targetConstraint and questionnaire-constraint of an item, or of the form (`item` null).
[[nodiscard]] std::vector<Constraint> readConstraints(Reading& reading, Element const& source, Notes const& notes);

/// Whether answers to an item of this type can be compared with such a value at all.
[[nodiscard]] bool isComparable(Item const& question, std::string_view valueType);

} // namespace kiosk::survey
