#pragma once

#include "kiosk/tools/ExportManifest.h"

namespace kiosk::tools {

/// README.txt of an export, for whoever opens it years later without us.
[[nodiscard]] std::string exportReadme(ExportManifest const& manifest);

} // namespace kiosk::tools
