#pragma once

#include "kiosk/core/base/Clock.h"
#include "kiosk/core/base/Uuid.h"

#include <string>
#include <vector>

namespace kiosk::viewmodels {

/// How it stands with this kiosk, for its staff. Counts and kinds only.
struct DeviceStatus {
    struct Refused {
        std::uint64_t number; ///< in the device's chain
        std::string reason;   ///< one word of the protocol
    };
    std::uint64_t waiting = 0;   ///< sealed, and not proven to be with the server
    std::uint64_t sealed = 0;    ///< ever
    std::uint64_t receipted = 0; ///< ever: the server has proven to keep them
    std::vector<Refused> refused;
    std::uint64_t freeBytes = 0;
    Instant now;
    std::uint64_t packVersion = 0;
    Instant packExpires;
    Uuid device;
};

} // namespace kiosk::viewmodels
