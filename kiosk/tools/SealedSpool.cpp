#include "kiosk/tools/SealedSpool.h"

#include "kiosk/core/base/Uuid.h"

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace kiosk::tools {

struct SealedSpool::File {
    Path folder;
    int descriptor = -1;

    explicit File(Path where) : folder(std::move(where)) {}
    File(File const&) = delete;
    File& operator=(File const&) = delete;
    ~File() {
        if (descriptor >= 0) ::close(descriptor);
    }

    Result<void> open() {
        auto const name = folder / (".spool." + Uuid::random().toString());
        descriptor = ::open(name.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
        if (descriptor < 0) return fail(base::systemError(folder, "no file can be made in it"));
        if (::unlink(name.c_str()) != 0) return fail(base::systemError(name, "cannot be removed"));
        return {};
    }
    Result<void> write(ByteView content) {
        while (!content.empty()) {
            auto const written = ::write(descriptor, content.data(), content.size());
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) return fail(base::systemError(folder, "no room for the export"));
            content = content.subspan(static_cast<std::size_t>(written));
        }
        return {};
    }
    Result<std::size_t> readAt(std::uint64_t offset, std::span<std::uint8_t> to) const {
        for (;;) {
            auto const got = ::pread(descriptor, to.data(), to.size(), static_cast<off_t>(offset));
            if (got >= 0) return static_cast<std::size_t>(got);
            if (errno != EINTR) return fail(base::systemError(folder, "the spool cannot be read"));
        }
    }
};

Result<SealedSpool> SealedSpool::create(Path const& folder) {
    auto file = std::make_shared<File>(folder);
    TRY(file->open());
    auto identity = crypto::Identity::generate();
    const std::vector recipients{identity.recipient()};
    auto sealer = TRY(crypto::Sealer::create(recipients, [file](ByteView sealed) { return file->write(sealed); }));
    return SealedSpool(std::move(file), std::move(identity), std::move(sealer));
}

Result<void> SealedSpool::write(ByteView content) {
    m_hash.update(content);
    m_length += content.size();
    return m_sealer.write(content);
}

Result<void> SealedSpool::close() {
    m_digest = m_hash.finish();
    return m_sealer.finish();
}

Result<void> SealedSpool::replay(crypto::Sink const& sink) const {
    std::uint64_t offset = 0;
    auto const source = [&](std::span<std::uint8_t> to) -> Result<std::size_t> {
        auto const got = TRY(m_file->readAt(offset, to));
        offset += got;
        return got;
    };
    return crypto::openStream(source, std::span(&m_identity, 1), sink);
}

} // namespace kiosk::tools
