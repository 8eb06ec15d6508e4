#pragma once

#include <string>
#include <string_view>

namespace kiosk::richtext {

/// The character that an entity ("&amp;", "&#233;", "&#xE9;") stands for, in UTF-8; empty: none that is known.
[[nodiscard]] std::string entity(std::string_view name);

} // namespace kiosk::richtext
