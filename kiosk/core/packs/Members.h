#pragma once

#include "kiosk/core/base/Json.h"

#include <initializer_list>
#include <span>
#include <string>
#include <vector>

namespace kiosk::packs {

// Reading of JSON that people write: a slip of the pen is named, not passed over.

/// Invalid: not an object, or a member that is not in the list, by name.
[[nodiscard]] Result<void> knownMembersOnly(Json const& object, std::initializer_list<std::string_view> known);
[[nodiscard]] Result<void> knownMembersOnly(Json const& object, std::span<std::string_view const> known);
/// A list of 1 to `most` different texts. Invalid, with the member's name.
[[nodiscard]] Result<std::vector<std::string>> textList(Json const& object, std::string_view name, std::size_t most);

/// A text for people: 1 to `longest` bytes, no control characters and none that change the direction of writing.
/// Invalid: begins with `where`.
[[nodiscard]] Result<void> checkText(std::string_view text, std::string_view where, std::size_t longest);

} // namespace kiosk::packs
