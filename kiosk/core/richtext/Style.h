#pragma once

#include "kiosk/core/richtext/RichText.h"

namespace kiosk::richtext {

/// ASCII letters made small; others stay.
[[nodiscard]] std::string lowered(std::string_view text);

/// `before` as CSS declarations change it. Weight, slant, lines and a readable colour count; all else is passed over.
[[nodiscard]] Style styled(Style before, std::string_view css);

/// Sets the colour if it can be read.
void colour(Style& style, std::string_view css);

} // namespace kiosk::richtext
