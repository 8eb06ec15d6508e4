#include "kiosk/tools/InputFile.h"

#include "kiosk/tools/Interruption.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace kiosk::tools {

Result<InputFile> InputFile::open(Path const& file) {
    int const descriptor =
        ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK); // no waiting for the writer of a FIFO
    if (descriptor < 0) return fail(base::systemError(file, "cannot be opened"));
    InputFile opened(file, descriptor);
    struct stat info {};
    if (::fstat(descriptor, &info) != 0) return fail(base::systemError(file, "cannot be examined"));
    if (!S_ISREG(info.st_mode)) return fail(ErrorKind::Invalid, file.string() + ": is not a regular file");
    return opened;
}

Result<std::size_t> InputFile::read(std::span<std::uint8_t> to) {
    for (;;) {
        TRY(notInterrupted());
        auto const got = ::read(m_descriptor, to.data(), to.size());
        if (got >= 0) return static_cast<std::size_t>(got);
        if (errno != EINTR) return fail(base::systemError(m_file, "cannot be read"));
    }
}

Result<void> InputFile::rewind() {
    if (::lseek(m_descriptor, 0, SEEK_SET) != 0) return fail(base::systemError(m_file, "cannot be read again"));
    return {};
}

InputFile::InputFile(InputFile&& other) noexcept :
    m_file(std::move(other.m_file)), m_descriptor(std::exchange(other.m_descriptor, -1)) {}

InputFile::~InputFile() {
    if (m_descriptor >= 0) ::close(m_descriptor);
}

} // namespace kiosk::tools
