#pragma once

#include "kiosk/core/base/Bytes.h"
#include "kiosk/core/base/Result.h"
#include "kiosk/core/crypto/Signing.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace kiosk::packs {

/// Signed data in the DSSE v1 envelope (secure-systems-lab/dsse, protocol.md and envelope.md): Ed25519 over PAE.
/// Two rules are stricter than the specification's: there is one spelling (compact JSON, this order of members, a line
/// end), and every signature must count: one by a stranger, one that does not verify, or two by one key refuse the
/// whole.
struct Dsse {
    struct Signed {
        std::string keyId; ///< hex SHA-256 of the 32-byte public key
        crypto::Signature signature;
    };
    std::string payloadType;
    Bytes payload;
    std::vector<Signed> signatures;

    /// Corrupt: not such an envelope, another spelling, more than 16 signatures, more than `capBytes`. Says nothing
    /// about who signed.
    [[nodiscard]] static Result<Dsse> parse(ByteView text, std::size_t capBytes = 16U << 20U);
    [[nodiscard]] std::string toText() const;

    /// Invalid: this key signed already.
    [[nodiscard]] Result<void> sign(crypto::SigningKey const& key);
    /// The ids of the keys that signed. Denied: a signature by a key not in `allowed`, twice by one key, or that does
    /// not verify; the text names the key id.
    [[nodiscard]] Result<std::set<std::string>> signers(std::map<std::string, crypto::VerifyKey> const& allowed) const;
};

} // namespace kiosk::packs
