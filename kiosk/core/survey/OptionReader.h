#pragma once

#include "kiosk/core/survey/ItemReader.h"

namespace kiosk::survey {

/// answerOption and answerValueSet.
void readOptions(Reading& reading, Element const& source, Item& item, Notes const& notes);

/// An option that is this value[x]; what stands beside it (prefix, exclusive, weight) is read from `holder`.
[[nodiscard]] Option optionFrom(Element const& value, Element const* holder, Notes const& notes);

} // namespace kiosk::survey
