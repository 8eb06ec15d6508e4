#pragma once

#include "kiosk/core/base/File.h"

#include <map>
#include <memory>
#include <random>

namespace kiosk::tests {

enum class Fault {
    None,
    ErrorOnce, ///< that one operation fails with an input/output error
    DiskFull,  ///< that one operation, if it is a write, fails with "no space left"
    PowerLoss, ///< that operation and all after it fail: the machine is off
};

/// Stands before SQLite's file system while it lives (as the default VFS; one at a time, one thread). Counts what
/// changes a file (write, truncate, sync, delete), can make any one of them fail, and knows which bytes a disk would
/// still have after a power cut: what was synced, and of the rest a random part, torn at sectors.
class FaultVfs {
public:
    enum class Disk { Honest, LiesAboutSync };

    explicit FaultVfs(Disk disk = Disk::Honest);
    FaultVfs(FaultVfs const&) = delete;
    FaultVfs& operator=(FaultVfs const&) = delete;
    ~FaultVfs();

    /// Counting starts anew; the `operation`-th from now (from 1) is hit.
    void failAt(int operation, Fault fault);
    [[nodiscard]] int operations() const { return m_operations; }
    [[nodiscard]] bool hit() const { return m_fault != Fault::None && m_operations >= m_failAt; }

    /// Puts the files back to what survived. All connections must be closed. Then the machine is on again.
    void losePower(std::mt19937& random);

    struct Change {
        std::int64_t at;
        Bytes content;
        bool truncates;
    };
    struct Disc {
        bool durable = false; ///< the file's name is on the disk
        bool deleted = false; ///< deleted, which may not be on the disk yet
        Bytes content;
        std::vector<Change> pending;
    };

    // For the functions that SQLite calls.
    /// An SQLite error code if this operation is to fail, else 0.
    int step(int errorCode, bool isWrite);
    Disc& disc(Path const& file);
    void synced(Disc& disc) const;

private:
    Disk m_disk;
    Fault m_fault = Fault::None;
    int m_failAt = 0;
    int m_operations = 0;
    std::map<Path, Disc> m_discs;
    struct Registration;
    std::unique_ptr<Registration> m_registration;
};

} // namespace kiosk::tests
