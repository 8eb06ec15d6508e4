#pragma once

#include "kiosk/core/survey/Finding.h"
#include "kiosk/core/survey/Item.h"

namespace kiosk::survey {

/// What changes only how an item looks, and its control.
void readLook(Element const& source, Item& item, Notes const& notes);

[[nodiscard]] Rendering readRendering(Element const* primitive, Notes const& notes);

} // namespace kiosk::survey
