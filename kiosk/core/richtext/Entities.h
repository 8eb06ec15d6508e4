#pragma once

#include <string>
#include <string_view>

namespace kiosk::richtext {

/// Character references of HTML in words: numbers, the five of XML, and the names in use for Latin letters and signs.
/// An unknown one stays as it is written; a number that is no character becomes U+FFFD.
[[nodiscard]] std::string withoutEntities(std::string_view text);

} // namespace kiosk::richtext
