#pragma once

#include "kiosk/core/base/Json.h"

#include <string>
#include <vector>

namespace kiosk::packs {

/// Of an instrument, as it stands in the name of its file: 1 to 64 of a-z, 0-9 and -, not beginning with -.
[[nodiscard]] bool isInstrumentId(std::string_view text);

/// A list of 1 to `most` different ids. Invalid, with the member's name.
[[nodiscard]] Result<std::vector<std::string>> readIds(Json const& object, std::string_view name, std::size_t most);

} // namespace kiosk::packs
