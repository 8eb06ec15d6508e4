#pragma once

#include "kiosk/core/survey/Form.h"

namespace kiosk::survey {

/// Whether a kiosk has a screen for a question of that type: none for a file, and for a reference only where there is a
/// list of what it may be.
[[nodiscard]] bool hasScreen(ItemType type, bool hasOptions);

/// The same of a form that nobody fills in yet: its expressions may give the options.
[[nodiscard]] bool hasScreen(Form const& form, Item const& item);

} // namespace kiosk::survey
