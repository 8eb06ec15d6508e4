#pragma once

#include "kiosk/core/richtext/RichText.h"

namespace kiosk::richtext {

/// The dress (a Run without words) under declarations of CSS: color, font-weight, font-style, text-decoration. All
/// else, and a colour that cannot be read, changes nothing.
[[nodiscard]] Run styled(Run dress, std::string_view declarations);

} // namespace kiosk::richtext
