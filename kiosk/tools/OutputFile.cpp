#include "kiosk/tools/OutputFile.h"

#include "kiosk/core/base/Uuid.h"
#include "kiosk/tools/Interruption.h"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace kiosk::tools {

namespace {

/// "folder/" and "folder" are the same place.
Path withoutSlash(Path const& path) {
    return path.has_filename() ? path : path.parent_path();
}

Error thereAlready(Path const& path) {
    return {ErrorKind::Invalid, path.string() + ": is there already"};
}

Result<void> requireNothingAt(Path const& path) {
    std::error_code error;
    auto const type = std::filesystem::symlink_status(path, error).type();
    if (type == std::filesystem::file_type::not_found) return {};
    if (type != std::filesystem::file_type::none) return fail(thereAlready(path));
    errno = error.value();
    return fail(base::systemError(path, "cannot be written"));
}

Result<Path> hiddenNeighbour(Path const& path) {
    if (path.empty()) return fail(ErrorKind::Invalid, "an empty path");
    TRY(requireNothingAt(path));
    return path.parent_path() / ("." + path.filename().string() + "." + Uuid::random().toString());
}

/// Not over what came there in the meantime.
Result<void> putInPlace(Path const& hidden, Path const& path) {
    TRY(notInterrupted());
    int status = ::renameat2(AT_FDCWD, hidden.c_str(), AT_FDCWD, path.c_str(), RENAME_NOREPLACE);
    if (status != 0 && errno == EINVAL) { // a file system that cannot do both at once (NFS)
        TRY(requireNothingAt(path));
        status = ::rename(hidden.c_str(), path.c_str());
    }
    if (status == 0) return {};
    return fail(errno == EEXIST ? thereAlready(path) : base::systemError(path, "cannot be put in place"));
}

Result<void> syncParent(Path const& path) {
    return base::syncFolder(path.has_parent_path() ? path.parent_path() : Path("."));
}

} // namespace

Result<OutputFile> OutputFile::create(Path const& file) {
    auto const hidden = TRY(hiddenNeighbour(file));
    int const descriptor = ::open(hidden.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0) return fail(base::systemError(file, "cannot be written"));
    return OutputFile(file, hidden, descriptor);
}

Result<void> OutputFile::write(ByteView content) {
    TRY(notInterrupted());
    while (!content.empty()) {
        auto const written = ::write(m_descriptor, content.data(), content.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return fail(base::systemError(m_file, "cannot be written"));
        content = content.subspan(static_cast<std::size_t>(written));
    }
    return {};
}

Result<void> OutputFile::commit() {
    if (::fsync(m_descriptor) != 0) return fail(base::systemError(m_file, "cannot be made durable"));
    if (::close(std::exchange(m_descriptor, -1)) != 0) return fail(base::systemError(m_file, "cannot be written"));
    TRY(putInPlace(m_hidden, m_file));
    m_hidden.clear();
    return syncParent(m_file);
}

OutputFile::OutputFile(OutputFile&& other) noexcept :
    m_file(std::move(other.m_file)), m_hidden(std::exchange(other.m_hidden, {})),
    m_descriptor(std::exchange(other.m_descriptor, -1)) {}

OutputFile::~OutputFile() {
    if (m_descriptor >= 0) ::close(m_descriptor);
    if (!m_hidden.empty()) ::unlink(m_hidden.c_str());
}

Result<OutputFolder> OutputFolder::create(Path const& folder) {
    auto const target = withoutSlash(folder);
    auto const hidden = TRY(hiddenNeighbour(target));
    if (::mkdir(hidden.c_str(), 0700) != 0) return fail(base::systemError(target, "cannot be made"));
    return OutputFolder(target, hidden);
}

Result<void> OutputFolder::commit() {
    TRY(putInPlace(m_hidden, m_folder));
    m_hidden.clear();
    return syncParent(m_folder);
}

OutputFolder::OutputFolder(OutputFolder&& other) noexcept :
    m_folder(std::move(other.m_folder)), m_hidden(std::exchange(other.m_hidden, {})) {}

OutputFolder::~OutputFolder() {
    std::error_code ignored;
    if (!m_hidden.empty()) std::filesystem::remove_all(m_hidden, ignored);
}

} // namespace kiosk::tools
