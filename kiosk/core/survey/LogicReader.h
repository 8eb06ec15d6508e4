#pragma once

#include "kiosk/core/survey/ItemReader.h"

namespace kiosk::survey {

/// enableWhen and the expressions of an item.
void readLogic(Reading& reading, Element const& source, Item& item, Notes const& notes);

/// The variables and launch contexts of the form itself; indexes into the expressions.
[[nodiscard]] std::vector<std::size_t> readFormLogic(Reading& reading, Element const& questionnaire,
                                                     Notes const& notes);

/// `value` is a valueExpression, or the text of a FHIRPath expression.
std::optional<std::size_t> addExpression(Reading& reading, Role role, Element const& value, Notes const& notes);

} // namespace kiosk::survey
