#pragma once

#include "kiosk/core/base/Bytes.h"

#include <string>
#include <string_view>

namespace kiosk::base {

/// "line 3, column 12" of the byte at `offset` (behind the last: of the end). Columns count characters of UTF-8.
[[nodiscard]] std::string placeInText(ByteView text, std::size_t offset);

/// What is wrong with a text that nlohmann::json gave up on after `read` bytes for the reason `parserSays`: never what
/// stands there, which could be an answer.
[[nodiscard]] std::string whyNotJson(ByteView text, std::size_t read, std::string_view parserSays);

} // namespace kiosk::base
