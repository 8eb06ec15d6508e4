#pragma once

#include "kiosk/core/base/File.h"

#include <map>
#include <random>
#include <vector>

namespace kiosk::tests {

/// Stands before write, fsync, rename and unlink of this program (whose functions of these names come before libc's),
/// for files below one folder, while it lives. One at a time, one thread. Counts the calls, can make any one of them
/// fail, and can take back what a power cut would: names changed in a folder that was not synced since, and content
/// that was not synced.
class FileFaults {
public:
    enum class Kind { None, ErrorOnce, PowerLoss };

    explicit FileFaults(Path folder);
    FileFaults(FileFaults const&) = delete;
    FileFaults& operator=(FileFaults const&) = delete;
    ~FileFaults();

    /// Counting starts anew; the `call`-th from now (from 1) fails, and with PowerLoss all after it.
    void failAt(int call, Kind kind);
    [[nodiscard]] int calls() const { return m_calls; }
    [[nodiscard]] int syncs() const { return m_syncs; }
    /// Puts the folder back to what a disk might have kept. Then the machine is on again.
    void losePower(std::mt19937& random);

    // For the functions that stand before libc's.
    [[nodiscard]] bool covers(Path const& path) const;
    /// errno value if this call is to fail, else 0.
    int step();
    void wrote(Path const& file);
    void synced(Path const& path);
    void renamed(Path const& from, Path const& to);
    void removed(Path const& file, Bytes content);

private:
    /// A changed name: moved from one place to another, or removed. On the disk once `folder` is synced.
    struct NameChange {
        Path folder;
        Path from;
        Path to; ///< empty: removed
        Bytes content;
    };

    Path m_folder;
    Kind m_kind = Kind::None;
    int m_failAt = 0;
    int m_calls = 0;
    int m_syncs = 0;
    std::vector<NameChange> m_names;
    std::map<Path, bool> m_unsynced;
};

} // namespace kiosk::tests
