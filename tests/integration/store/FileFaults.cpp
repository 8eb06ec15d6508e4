#include "tests/integration/store/FileFaults.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <fstream>
#include <sys/syscall.h>
#include <unistd.h>

namespace kiosk::tests {

namespace {

FileFaults* activeFaults = nullptr;

Path pathOf(int descriptor) {
    std::error_code none;
    return std::filesystem::read_symlink("/proc/self/fd/" + std::to_string(descriptor), none);
}

/// Whether this call fails, having set errno.
bool fails(Path const& path) {
    if (activeFaults == nullptr || !activeFaults->covers(path)) return false;
    int const code = activeFaults->step();
    if (code != 0) errno = code;
    return code != 0;
}

FileFaults* watching(Path const& path) {
    return activeFaults != nullptr && activeFaults->covers(path) ? activeFaults : nullptr;
}

} // namespace

FileFaults::FileFaults(Path folder) : m_folder(std::move(folder)) {
    activeFaults = this;
}
FileFaults::~FileFaults() {
    activeFaults = nullptr;
}

void FileFaults::failAt(int call, Kind kind) {
    m_failAt = call;
    m_kind = kind;
    m_calls = 0;
    m_syncs = 0;
}

bool FileFaults::covers(Path const& path) const {
    return path.string().starts_with(m_folder.string());
}

int FileFaults::step() {
    ++m_calls;
    if (m_kind == Kind::None) return 0;
    return m_calls == m_failAt || (m_kind == Kind::PowerLoss && m_calls > m_failAt) ? EIO : 0;
}

void FileFaults::wrote(Path const& file) {
    m_unsynced[file] = true;
}

void FileFaults::synced(Path const& path) {
    ++m_syncs;
    m_unsynced.erase(path);
    std::erase_if(m_names, [&](NameChange const& change) { return change.folder == path; });
}

void FileFaults::renamed(Path const& from, Path const& to) {
    m_names.push_back({to.parent_path(), from, to, {}});
    if (auto moved = m_unsynced.extract(from)) {
        moved.key() = to;
        m_unsynced.insert(std::move(moved));
    }
}

void FileFaults::removed(Path const& file, Bytes content) {
    m_names.push_back({file.parent_path(), file, {}, std::move(content)});
}

void FileFaults::losePower(std::mt19937& random) {
    activeFaults = nullptr;
    for (auto const& [file, unsynced] : m_unsynced)
        if (std::filesystem::exists(file))
            std::filesystem::resize_file(file, random() % (std::filesystem::file_size(file) + 1));
    std::for_each(m_names.rbegin(), m_names.rend(), [&](NameChange const& change) {
        if (random() % 2 == 0) return;
        if (change.to.empty())
            std::ofstream(change.from, std::ios::binary) << asText(change.content);
        else if (std::filesystem::exists(change.to))
            std::filesystem::rename(change.to, change.from);
    });
    m_names.clear();
    m_unsynced.clear();
    failAt(0, Kind::None);
    activeFaults = this;
}

extern "C" {

ssize_t write(int descriptor, void const* from, std::size_t size) {
    auto const path = activeFaults == nullptr ? Path() : pathOf(descriptor);
    if (fails(path)) return -1;
    auto const written = ::syscall(SYS_write, descriptor, from, size);
    if (auto* const faults = watching(path)) faults->wrote(path);
    return written;
}

int fsync(int descriptor) {
    auto const path = activeFaults == nullptr ? Path() : pathOf(descriptor);
    if (fails(path)) return -1;
    auto const code = static_cast<int>(::syscall(SYS_fsync, descriptor));
    if (auto* const faults = watching(path)) faults->synced(path);
    return code;
}

int rename(char const* from, char const* to) noexcept {
    if (fails(from)) return -1;
    auto const code = static_cast<int>(::syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0));
    if (auto* const faults = watching(from); faults != nullptr && code == 0) faults->renamed(from, to);
    return code;
}

int unlink(char const* path) noexcept {
    if (fails(path)) return -1;
    auto* const faults = watching(path);
    auto content = faults == nullptr ? Result<Bytes>(Bytes()) : base::readFile(path);
    auto const code = static_cast<int>(::syscall(SYS_unlinkat, AT_FDCWD, path, 0));
    if (faults != nullptr && code == 0) faults->removed(path, std::move(content).value_or(Bytes()));
    return code;
}

} // extern "C"

} // namespace kiosk::tests
