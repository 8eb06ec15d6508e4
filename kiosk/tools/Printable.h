#pragma once

#include <string>
#include <string_view>

namespace kiosk::tools {

/// For a terminal: text out of other people's files may hold control sequences, or characters that turn its direction;
/// each byte or character of these becomes "?". Line ends stay.
[[nodiscard]] std::string printable(std::string_view text);

} // namespace kiosk::tools
