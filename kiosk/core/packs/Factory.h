#pragma once

#include "kiosk/core/packs/Pack.h"
#include "kiosk/core/packs/Recipients.h"
#include "kiosk/core/packs/Settings.h"
#include "kiosk/core/packs/Staff.h"

namespace kiosk::packs {

inline constexpr std::string_view factoryName = "factory";

/// What the pack 'factory' holds: all that a kiosk needs to ask and to seal. loadPack has checked it already, so `from`
/// fails only for a pack that did not come from there.
struct Factory {
    Settings settings;
    Recipients recipients;
    Staff staff; ///< nobody, where the pack has no staff.json
    Pack pack;   ///< keeps the instruments alive

    /// Invalid: settings.json, recipients.json or staff.json breaks a rule (the text names the member); NotFound: one
    /// of the first two, or an instrument or picture that the settings name, is not in the pack.
    [[nodiscard]] static Result<Factory> from(Pack const& pack);
    /// The FHIR Questionnaire of an instrument that the settings name.
    [[nodiscard]] Result<ByteView> instrument(std::string const& id) const;
    /// A file of the media folder that the settings name.
    [[nodiscard]] Result<ByteView> media(std::string const& name) const;
};

} // namespace kiosk::packs
