#pragma once

#include "kiosk/core/crypto/Hash.h"
#include "kiosk/core/packs/Root.h"

namespace kiosk::packs {

/// What a kiosk, an agent or a person goes by when a pack comes: the root it trusts and, by pack name, the last
/// one it accepted. A value: accepting a pack gives a new Trust, which the caller keeps durably (toText) before it uses
/// the pack, so that a rollback is noticed after a restart too.
class Trust {
public:
    /// Trusts this root because the caller does (it came with a token of the practice, or is the practice's own file).
    /// Denied: its own root keys have not signed it in sufficient number. Expiry is looked at with each pack.
    [[nodiscard]] static Result<Trust> anchor(ByteView rootDsseJson);
    /// What toText gave. Corrupt, Invalid: it is not that.
    [[nodiscard]] static Result<Trust> fromText(ByteView text);
    [[nodiscard]] std::string toText() const;

    [[nodiscard]] Root const& root() const { return m_root; }
    [[nodiscard]] std::string const& rootText() const { return m_rootText; }

    /// The last accepted pack of a name. Version 0: none yet.
    struct Seen {
        std::uint64_t version = 0;
        crypto::Digest file{}; ///< SHA-256 of the pack file
    };
    [[nodiscard]] Seen remembered(std::string const& pack) const;

    /// Trust after a pack came with this root: unchanged if it is the trusted one to the byte; else it must be of the
    /// same practice, of exactly the next version, and signed by a threshold of both the trusted and its own root keys.
    [[nodiscard]] Result<Trust> follow(ByteView rootDsseJson) const;
    [[nodiscard]] Trust remembering(std::string const& pack, Seen const& seen) const;

private:
    std::string m_rootText;
    Root m_root;
    std::map<std::string, Seen> m_seen;
};

} // namespace kiosk::packs
