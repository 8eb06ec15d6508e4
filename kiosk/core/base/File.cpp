#include "kiosk/core/base/File.h"

#include "kiosk/core/base/Uuid.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace kiosk::base {

namespace {

class Descriptor {
public:
    explicit Descriptor(int descriptor) : m_descriptor(descriptor) {}
    Descriptor(Descriptor const&) = delete;
    Descriptor& operator=(Descriptor const&) = delete;
    ~Descriptor() {
        if (m_descriptor >= 0) ::close(m_descriptor);
    }
    [[nodiscard]] int get() const { return m_descriptor; }
    /// Errors of close(2) count for files we wrote.
    [[nodiscard]] int close() { return ::close(std::exchange(m_descriptor, -1)); }

private:
    int m_descriptor;
};

ErrorKind kindOf(int code) {
    switch (code) {
    case ENOENT:
    case ENOTDIR: return ErrorKind::NotFound;
    case EACCES:
    case EPERM:
    case EROFS: return ErrorKind::Denied;
    case ENOSPC:
    case EDQUOT: return ErrorKind::Full;
    default: return ErrorKind::Internal;
    }
}

Result<void> writeAll(Descriptor const& to, ByteView content, Path const& file) {
    while (!content.empty()) {
        auto const written = ::write(to.get(), content.data(), content.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return fail(systemError(file, "cannot be written"));
        content = content.subspan(static_cast<std::size_t>(written));
    }
    return {};
}

Path folderOf(Path const& file) {
    return file.has_parent_path() ? file.parent_path() : Path(".");
}

} // namespace

Error systemError(Path const& file, std::string_view what) {
    int const code = errno;
    return {kindOf(code), file.string() + ": " + std::string(what) + ": " + std::strerror(code)};
}

Result<Bytes> readFile(Path const& file, std::size_t capBytes) {
    Descriptor from(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)); // no waiting for the writer of a FIFO
    if (from.get() < 0) return fail(systemError(file, "cannot be opened"));
    struct stat info {};
    if (::fstat(from.get(), &info) != 0) return fail(systemError(file, "cannot be examined"));
    if (!S_ISREG(info.st_mode)) return fail(ErrorKind::Invalid, file.string() + ": is not a regular file");
    if (static_cast<std::size_t>(info.st_size) > capBytes)
        return fail(ErrorKind::Invalid, file.string() + ": is larger than " + std::to_string(capBytes) + " bytes");
    Bytes content(static_cast<std::size_t>(info.st_size));
    std::size_t filled = 0;
    while (filled < content.size()) {
        auto const got = ::read(from.get(), content.data() + filled, content.size() - filled);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return fail(systemError(file, "cannot be read"));
        if (got == 0) break; // shrank while being read: the caller's checks see a short file
        filled += static_cast<std::size_t>(got);
    }
    content.resize(filled);
    return content;
}

Result<void> writeNewFile(Path const& file, ByteView content, unsigned mode) {
    Descriptor to(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, static_cast<mode_t>(mode)));
    if (to.get() < 0) return fail(systemError(file, "cannot be written"));
    auto const discard = [&](Error error) {
        ::unlink(file.c_str());
        return fail(std::move(error));
    };
    if (auto written = writeAll(to, content, file); !written) return discard(written.error());
    if (::fchmod(to.get(), static_cast<mode_t>(mode)) != 0) return discard(systemError(file, "mode cannot be set"));
    if (::fsync(to.get()) != 0) return discard(systemError(file, "cannot be made durable"));
    if (to.close() != 0) return discard(systemError(file, "cannot be written"));
    return {};
}

Result<void> writeFileDurably(Path const& file, ByteView content, unsigned mode) {
    const Path hidden = folderOf(file) / ("." + file.filename().string() + "." + Uuid::random().toString());
    TRY(writeNewFile(hidden, content, mode));
    if (::rename(hidden.c_str(), file.c_str()) != 0) {
        auto const error = systemError(file, "cannot be put in place");
        ::unlink(hidden.c_str());
        return fail(error);
    }
    return syncFolder(folderOf(file));
}

Result<void> renameDurably(Path const& from, Path const& to) {
    if (::rename(from.c_str(), to.c_str()) != 0) return fail(systemError(from, "cannot be moved"));
    TRY(syncFolder(folderOf(to)));
    if (folderOf(from) != folderOf(to)) TRY(syncFolder(folderOf(from)));
    return {};
}

Result<void> removeFile(Path const& file) {
    if (::unlink(file.c_str()) != 0 && errno != ENOENT) return fail(systemError(file, "cannot be removed"));
    return {};
}

Result<void> dropFromCache(Path const& file) {
    Descriptor of(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (of.get() < 0) return fail(systemError(file, "cannot be opened"));
    errno = ::posix_fadvise(of.get(), 0, 0, POSIX_FADV_DONTNEED);
    return errno == 0 ? Result<void>() : fail(systemError(file, "cannot be read anew"));
}

Result<void> syncFolder(Path const& folder) {
    Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (opened.get() < 0) return fail(systemError(folder, "cannot be opened"));
    if (::fsync(opened.get()) != 0) return fail(systemError(folder, "cannot be made durable"));
    return {};
}

Result<void> makeFolders(Path const& folder, unsigned mode) {
    std::error_code unreadable;
    if (folder.empty() || std::filesystem::is_directory(folder, unreadable)) return {};
    if (folder.has_parent_path() && folder.parent_path() != folder) TRY(makeFolders(folder.parent_path(), mode));
    if (::mkdir(folder.c_str(), static_cast<mode_t>(mode)) != 0) {
        auto const error = systemError(folder, "cannot be made");
        if (!std::filesystem::is_directory(folder, unreadable)) return fail(error);
    }
    return syncFolder(folderOf(folder));
}

} // namespace kiosk::base
