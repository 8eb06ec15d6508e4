#pragma once

#include "kiosk/core/packs/Settings.h"

#include <QVariantList>

namespace kiosk::viewmodels {

/// The settings in force for the staff to read: one entry for each of packs::settingNames, in that order: {name,
/// value}. The value is a text in that language or as it stands in the file, a list of such, true or false, a number of
/// seconds, or null where it is not set; the screen has the words.
[[nodiscard]] QVariantList shown(packs::Settings const& settings, std::string const& language);

} // namespace kiosk::viewmodels
