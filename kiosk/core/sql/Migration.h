#pragma once

#include <span>
#include <string_view>

namespace kiosk::sql {

/// One step of a schema. Number 1 is the first; `PRAGMA user_version` holds the number of the last one applied.
/// A released step is never changed: the next step changes the schema.
struct Migration {
    int number;
    std::string_view name; ///< the file it came from
    std::string_view text;
};

using Migrations = std::span<const Migration>;

} // namespace kiosk::sql
