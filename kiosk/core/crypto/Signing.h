#pragma once

#include "kiosk/core/base/Result.h"
#include "kiosk/core/base/SecretBytes.h"

#include <array>

namespace kiosk::crypto {

using Signature = std::array<std::uint8_t, 64>;

/// The public half of an Ed25519 key (RFC 8032).
struct VerifyKey {
    std::array<std::uint8_t, 32> bytes{};

    /// Canonical padded base64 of 32 bytes. Invalid: anything else, and points no honest key has (small order, off the
    /// curve).
    [[nodiscard]] static Result<VerifyKey> parse(std::string_view base64);
    [[nodiscard]] std::string toText() const;
    /// Lower-case hexadecimal SHA-256 of the 32 bytes, as in DSSE files.
    [[nodiscard]] std::string keyId() const;
    bool operator==(VerifyKey const&) const = default;
};

/// An Ed25519 key that signs. The secret lives in guarded memory.
class SigningKey {
public:
    static SigningKey generate();
    /// Invalid: not 32 bytes.
    [[nodiscard]] static Result<SigningKey> fromSeed(ByteView seed);
    /// The one line of a key file, "CANDOR-ED25519-SEED " and the base64 of the seed. Invalid: anything else; the text
    /// of the error never holds part of the key.
    [[nodiscard]] static Result<SigningKey> parse(std::string_view keyFileText);
    /// What parse() takes, with the newline.
    [[nodiscard]] SecretBytes toText() const;

    [[nodiscard]] SigningKey copy() const { return {m_secret.copy(), m_verifyKey}; }
    [[nodiscard]] VerifyKey const& verifyKey() const { return m_verifyKey; }
    /// Deterministic: the same message gives the same signature.
    [[nodiscard]] Signature sign(ByteView message) const;

private:
    SigningKey(SecretBytes secret, VerifyKey verifyKey) : m_secret(std::move(secret)), m_verifyKey(verifyKey) {}
    SecretBytes m_secret; // libsodium's form: seed, then public key
    VerifyKey m_verifyKey;
};

/// True only for a signature of exactly 64 bytes by that key over that message.
[[nodiscard]] bool verify(VerifyKey const& key, ByteView message, ByteView signature);

} // namespace kiosk::crypto
