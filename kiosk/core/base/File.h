#pragma once

#include "kiosk/core/base/Bytes.h"
#include "kiosk/core/base/Result.h"

#include <filesystem>

namespace kiosk::base {

using Path = std::filesystem::path;

inline constexpr unsigned ownerOnly = 0600;
inline constexpr unsigned groupReads = 0640;

/// The whole file. NotFound, Denied, Invalid (larger than `capBytes`), Internal; each names the file.
[[nodiscard]] Result<Bytes> readFile(Path const& file, std::size_t capBytes = 64U << 20U);

/// Replaces `file` by write to a hidden neighbour, fsync, rename, fsync of the folder. Durable on return; at any
/// moment a reader sees the old content or the new, never a part. Full, Denied, Internal.
[[nodiscard]] Result<void> writeFileDurably(Path const& file, ByteView content, unsigned mode = ownerOnly);

/// Makes a file that is not there yet and syncs its content. The name is durable only after syncFolder().
[[nodiscard]] Result<void> writeNewFile(Path const& file, ByteView content, unsigned mode = ownerOnly);

/// Renames within one file system and makes both folders durable. Replaces `to` if it is there.
[[nodiscard]] Result<void> renameDurably(Path const& from, Path const& to);

/// Removes `file`; one that is not there is fine. Not durable until the folder is synced.
[[nodiscard]] Result<void> removeFile(Path const& file);

/// What is read of `file` from now on comes from its medium, as far as the system does as it is asked.
[[nodiscard]] Result<void> dropFromCache(Path const& file);

[[nodiscard]] Result<void> syncFolder(Path const& folder);
/// Makes a folder and its parents. Existing ones are left as they are.
[[nodiscard]] Result<void> makeFolders(Path const& folder, unsigned mode = 0700);

/// The Error for the current value of `errno`: "file: what: reason".
[[nodiscard]] Error systemError(Path const& file, std::string_view what);

} // namespace kiosk::base

namespace kiosk {
using base::Path;
} // namespace kiosk
