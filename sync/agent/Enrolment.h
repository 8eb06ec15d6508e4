#pragma once

#include "kiosk/core/base/Clock.h"
#include "kiosk/core/base/File.h"

namespace sync_agent {

/// Makes a kiosk of this machine: keys are made here, the server gives identity, certificate and the factory pack. All
/// or nothing: `folder` is there complete on success and was not touched otherwise. Uses the token's code up.
/// Invalid: token, name, or the folder is there already. Denied: code refused, or the server is not the token's.
/// Offline: server not reached. Corrupt: what the server gave does not fit the token.
[[nodiscard]] kiosk::Result<void> enrol(std::string_view token, kiosk::Path const& folder, std::string const& name,
                                        kiosk::Clock const& clock);

} // namespace sync_agent
