#pragma once

#include "kiosk/core/base/File.h"
#include "kiosk/core/crypto/Age.h"
#include "kiosk/core/crypto/Hash.h"

#include <memory>

namespace kiosk::tools {

/// A place for more plaintext than memory should hold: a file without a name, sealed to a key that exists only in this
/// object. Nothing readable reaches the disk, and nothing at all stays there.
class SealedSpool {
public:
    /// In `folder`, which should be where the output goes: there is room, and it is the practice's own disk.
    [[nodiscard]] static Result<SealedSpool> create(Path const& folder);

    [[nodiscard]] Result<void> write(ByteView content);
    /// No more is written; from now on length and hash are known and it can be replayed.
    [[nodiscard]] Result<void> close();

    [[nodiscard]] std::uint64_t length() const { return m_length; }
    [[nodiscard]] crypto::Digest const& sha256() const { return m_digest; }
    /// What reached `sink` counts only if this succeeds.
    [[nodiscard]] Result<void> replay(crypto::Sink const& sink) const;

private:
    struct File;
    SealedSpool(std::shared_ptr<File> file, crypto::Identity identity, crypto::Sealer sealer) :
        m_file(std::move(file)), m_identity(std::move(identity)), m_sealer(std::move(sealer)) {}

    std::shared_ptr<File> m_file; ///< shared with the sealer's sink
    crypto::Identity m_identity;
    crypto::Sealer m_sealer;
    crypto::Sha256 m_hash;
    std::uint64_t m_length = 0;
    crypto::Digest m_digest{};
};

} // namespace kiosk::tools
