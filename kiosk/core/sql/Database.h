#pragma once

// Inside kiosk/core/sql only: the one place, besides the .cpp files, that sees SQLCipher's C interface.

#include "kiosk/core/base/File.h"

#ifndef SQLITE_HAS_CODEC
#define SQLITE_HAS_CODEC // declares sqlite3_key
#endif
#include <sqlite3.h>

namespace kiosk::sql {

/// An open handle, the file it stands for, and whether a write to it failed in a way that leaves the disk unknown.
struct Database {
    explicit Database(Path path) : file(std::move(path)) {}
    Database(Database const&) = delete;
    Database& operator=(Database const&) = delete;
    ~Database();

    /// The Error for an (extended) result code. An input or output error makes the database suspect.
    [[nodiscard]] Error error(int code);
    /// Internal once the database is suspect.
    [[nodiscard]] Result<void> usable() const;

    Path file;
    sqlite3* handle = nullptr;
    bool suspect = false;
};

} // namespace kiosk::sql
