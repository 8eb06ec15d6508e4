#pragma once

#include "kiosk/core/base/Bytes.h"
#include "kiosk/core/base/Result.h"

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kiosk::packs {

/// Language tag → text, with an entry for each of the settings' languages.
using Translated = std::map<std::string, std::string>;

/// Whom a person in need is told to call. Without one, an instrument that needs it is not offered.
struct SafetyContact {
    Translated name;
    std::string phone;
    Translated text;
};

/// settings.json of the factory pack; each member is described in firmware-config/schema/README.md.
struct Settings {
    std::string practice;
    std::vector<std::string> languages;   ///< in the order they are offered
    std::vector<std::string> instruments; ///< ids, in the order they are offered: target instruments/<id>.json
    std::chrono::seconds idleWarning{60};
    std::chrono::seconds idleWipe{20};
    std::optional<SafetyContact> safetyContact;

    /// Invalid, with the member's name: missing, of another type or out of range, an unknown member, a text with
    /// control or direction-changing characters, a language without its text.
    [[nodiscard]] static Result<Settings> parse(ByteView json);
};

} // namespace kiosk::packs
