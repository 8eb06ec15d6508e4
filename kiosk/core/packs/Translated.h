#pragma once

#include "kiosk/core/base/Json.h"

#include <map>
#include <string>
#include <vector>

namespace kiosk::packs {

/// Language tag → text, with an entry for each of the settings' languages.
using Translated = std::map<std::string, std::string>;

/// The member `name`: one text, of at most 2000 bytes (checkText), for each of the languages and no other. Invalid:
/// names member and language.
[[nodiscard]] Result<Translated> readTranslated(Json const& json, std::string const& name,
                                                std::vector<std::string> const& languages);

} // namespace kiosk::packs
