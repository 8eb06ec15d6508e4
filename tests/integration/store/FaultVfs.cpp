#include "tests/integration/store/FaultVfs.h"

#include <algorithm>
#include <fstream>
#include <new>
#include <sqlite3.h>

namespace kiosk::tests {

namespace {

constexpr std::size_t sectorSize = 512;

struct ShimFile {
    sqlite3_file base;
    FaultVfs* faults;
    FaultVfs::Disc* disc; ///< none for temporary files
    sqlite3_file* real;
};

ShimFile& shim(sqlite3_file* file) {
    return *reinterpret_cast<ShimFile*>(file);
}
sqlite3_file* real(sqlite3_file* file) {
    return shim(file).real;
}

void apply(Bytes& content, FaultVfs::Change const& change) {
    auto const end = static_cast<std::size_t>(change.at) + change.content.size();
    if (change.truncates || content.size() < end) content.resize(end);
    std::copy(change.content.begin(), change.content.end(), content.begin() + change.at);
}

/// Sectors reach a disk in any order, or not at all.
void applySomeSectors(Bytes& content, FaultVfs::Change const& change, std::mt19937& random) {
    if (change.truncates) {
        if (random() % 2 == 0) apply(content, change);
        return;
    }
    for (std::size_t from = 0; from < change.content.size();) {
        auto const at = static_cast<std::size_t>(change.at) + from;
        auto const size = std::min(sectorSize - at % sectorSize, change.content.size() - from);
        auto const first = change.content.begin() + static_cast<std::ptrdiff_t>(from);
        if (random() % 2 == 0)
            apply(content,
                  {static_cast<std::int64_t>(at), Bytes(first, first + static_cast<std::ptrdiff_t>(size)), false});
        from += size;
    }
}

int closeFile(sqlite3_file* file) {
    return real(file)->pMethods->xClose(real(file));
}
int readFile(sqlite3_file* file, void* to, int size, sqlite3_int64 at) {
    return real(file)->pMethods->xRead(real(file), to, size, at);
}
int writeFile(sqlite3_file* file, void const* from, int size, sqlite3_int64 at) {
    auto& self = shim(file);
    auto const* bytes = static_cast<std::uint8_t const*>(from);
    if (self.disc != nullptr) self.disc->pending.push_back({at, Bytes(bytes, bytes + size), false});
    if (int const code = self.faults->step(SQLITE_IOERR_WRITE, true); code != 0) return code;
    return self.real->pMethods->xWrite(self.real, from, size, at);
}
int truncateFile(sqlite3_file* file, sqlite3_int64 size) {
    auto& self = shim(file);
    if (self.disc != nullptr) self.disc->pending.push_back({size, {}, true});
    if (int const code = self.faults->step(SQLITE_IOERR_TRUNCATE, false); code != 0) return code;
    return self.real->pMethods->xTruncate(self.real, size);
}
int syncFile(sqlite3_file* file, int) {
    auto& self = shim(file);
    if (int const code = self.faults->step(SQLITE_IOERR_FSYNC, false); code != 0) return code;
    if (self.disc != nullptr) self.faults->synced(*self.disc);
    return SQLITE_OK; // the model is the disk: the real one need not turn
}
int sizeOfFile(sqlite3_file* file, sqlite3_int64* size) {
    return real(file)->pMethods->xFileSize(real(file), size);
}
int lockFile(sqlite3_file* file, int level) {
    return real(file)->pMethods->xLock(real(file), level);
}
int unlockFile(sqlite3_file* file, int level) {
    return real(file)->pMethods->xUnlock(real(file), level);
}
int checkLock(sqlite3_file* file, int* held) {
    return real(file)->pMethods->xCheckReservedLock(real(file), held);
}
int control(sqlite3_file* file, int what, void* with) {
    return real(file)->pMethods->xFileControl(real(file), what, with);
}
int sectors(sqlite3_file* file) {
    return real(file)->pMethods->xSectorSize(real(file));
}
int characteristics(sqlite3_file* file) {
    return real(file)->pMethods->xDeviceCharacteristics(real(file));
}

// Shared memory (the index of a log that several connections use) is made anew from the log: no power cut is felt
// there.
int mapMemory(sqlite3_file* file, int page, int size, int extend, void volatile** at) {
    return real(file)->pMethods->xShmMap(real(file), page, size, extend, at);
}
int lockMemory(sqlite3_file* file, int offset, int count, int flags) {
    return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
}
void memoryBarrier(sqlite3_file* file) {
    real(file)->pMethods->xShmBarrier(real(file));
}
int unmapMemory(sqlite3_file* file, int removes) {
    return real(file)->pMethods->xShmUnmap(real(file), removes);
}

// Version 2: without xFetch, which maps the file past this shim.
sqlite3_io_methods const shimMethods = {
    2,          closeFile,     readFile,    writeFile, truncateFile, syncFile,        sizeOfFile,
    lockFile,   unlockFile,    checkLock,   control,   sectors,      characteristics, mapMemory,
    lockMemory, memoryBarrier, unmapMemory, nullptr,   nullptr};

} // namespace

struct FaultVfs::Registration {
    sqlite3_vfs vfs;
    sqlite3_vfs* original;

    explicit Registration(FaultVfs& faults) : vfs(), original(sqlite3_vfs_find(nullptr)) {
        vfs = *original;
        vfs.zName = "faults";
        vfs.pAppData = &faults;
        vfs.szOsFile = static_cast<int>(sizeof(ShimFile)) + original->szOsFile;
        vfs.xOpen = open;
        vfs.xDelete = remove;
        sqlite3_vfs_register(&vfs, 1);
    }
    Registration(Registration const&) = delete;
    Registration& operator=(Registration const&) = delete;
    ~Registration() {
        sqlite3_vfs_unregister(&vfs);
        sqlite3_vfs_register(original, 1);
    }

    static FaultVfs& faultsOf(sqlite3_vfs* self) { return *static_cast<FaultVfs*>(self->pAppData); }
    static sqlite3_vfs* originalOf(sqlite3_vfs* self) { return faultsOf(self).m_registration->original; }

    static int open(sqlite3_vfs* self, char const* name, sqlite3_file* file, int flags, int* outFlags) {
        auto* const inner = reinterpret_cast<sqlite3_file*>(reinterpret_cast<std::uint8_t*>(file) + sizeof(ShimFile));
        auto& faults = faultsOf(self);
        auto* const opened =
            new (file) ShimFile{{nullptr}, &faults, name == nullptr ? nullptr : &faults.disc(name), inner};
        auto* const original = originalOf(self);
        int const code = original->xOpen(original, name, inner, flags, outFlags);
        if (inner->pMethods != nullptr) opened->base.pMethods = &shimMethods;
        return code;
    }
    static int remove(sqlite3_vfs* self, char const* name, int syncFolder) {
        auto& faults = faultsOf(self);
        auto& disc = faults.disc(name);
        if (int const code = faults.step(SQLITE_IOERR_DELETE, false); code != 0) return code;
        disc.deleted = true;
        if (syncFolder != 0) disc = {};
        auto* const original = originalOf(self);
        return original->xDelete(original, name, 0);
    }
};

FaultVfs::FaultVfs(Disk disk) : m_disk(disk), m_registration(std::make_unique<Registration>(*this)) {}
FaultVfs::~FaultVfs() = default;

void FaultVfs::failAt(int operation, Fault fault) {
    m_failAt = operation;
    m_fault = fault;
    m_operations = 0;
}

int FaultVfs::step(int errorCode, bool isWrite) {
    ++m_operations;
    if (m_fault == Fault::PowerLoss && m_operations >= m_failAt) return errorCode;
    if (m_operations != m_failAt) return 0;
    if (m_fault == Fault::DiskFull) return isWrite ? SQLITE_FULL : 0;
    return m_fault == Fault::ErrorOnce ? errorCode : 0;
}

FaultVfs::Disc& FaultVfs::disc(Path const& file) {
    auto const found = m_discs.find(file);
    if (found != m_discs.end() && !found->second.deleted) return found->second;
    auto& fresh = m_discs[file];
    if (fresh.deleted)
        fresh.deleted = false; // made again under the name of the one deleted
    else if (auto present = base::readFile(file))
        fresh = {true, false, std::move(*present), {}};
    return fresh;
}

void FaultVfs::synced(Disc& disc) const {
    if (m_disk == Disk::LiesAboutSync) return;
    for (auto const& change : disc.pending) apply(disc.content, change);
    disc.pending.clear();
    disc.durable = true; // SQLite syncs the folder of a new log with its first sync
}

void FaultVfs::losePower(std::mt19937& random) {
    for (auto& [file, disc] : m_discs) {
        bool const lost = (!disc.durable || disc.deleted) && random() % 2 == 0;
        for (auto const& change : disc.pending) applySomeSectors(disc.content, change, random);
        std::filesystem::remove(file);
        if (lost || (!disc.durable && disc.content.empty())) continue;
        std::ofstream(file, std::ios::binary) << asText(disc.content);
    }
    m_discs.clear();
    failAt(0, Fault::None);
}

} // namespace kiosk::tests
