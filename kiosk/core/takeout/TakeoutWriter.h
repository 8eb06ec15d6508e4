#pragma once

#include "kiosk/core/outbox/Spool.h"
#include "kiosk/core/takeout/Manifest.h"

#include <functional>

namespace kiosk::takeout {

/// A whole one.
struct Takeout {
    Path folder;
    std::size_t records = 0;
    std::uint64_t bytes = 0;
};

/// Steps done of all: each record is copied, and read back. False: stop.
using Progress = std::function<bool(std::size_t done, std::size_t all)>;

struct Carrier {
    Uuid device;
    crypto::SigningKey const& key;
};

/// Copies `entries` onto the medium and reads every copy back from it, past the cache; on return all of it is durable
/// there. One that has gone from the spool in the meantime is with the server and left out. Nothing half done stays.
/// Full, Denied (read only), Internal (pulled out): name the file. Corrupt: a copy reads otherwise than it was
/// written. Locked: `progress` said stop.
[[nodiscard]] Result<Takeout> writeTakeout(Path const& medium, std::span<const outbox::SpoolEntry> entries,
                                           Carrier const& carrier, Instant now, Progress const& progress);

} // namespace kiosk::takeout
