#pragma once

#include "kiosk/core/base/File.h"
#include "kiosk/core/base/Uuid.h"

#include <optional>
#include <vector>

namespace kiosk::outbox {

/// A sealed envelope in the spool: `<chain number, 16 digits>-<record id>.cev`.
struct SpoolEntry {
    std::uint64_t number;
    Uuid record;
    Path file;
};

[[nodiscard]] std::string spoolName(std::uint64_t number, Uuid const& record);
/// Nothing: the file has another name.
[[nodiscard]] std::optional<SpoolEntry> parseSpoolName(Path const& file);

/// The envelopes in a folder, in chain order; other files are left alone. NotFound, Denied, Internal name the folder.
[[nodiscard]] Result<std::vector<SpoolEntry>> listSpool(Path const& folder);

/// The names in a folder, sorted.
[[nodiscard]] Result<std::vector<Path>> listFolder(Path const& folder);

} // namespace kiosk::outbox
