#include "kiosk/core/crypto/AgeStanzas.h"

#include "kiosk/core/base/Encoding.h"
#include "kiosk/core/crypto/Kdf.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <sodium.h>

namespace kiosk::crypto::age {

namespace {

constexpr std::string_view x25519Type = "X25519";
constexpr std::string_view x25519Label = "age-encryption.org/v1/X25519";
constexpr std::string_view scryptType = "scrypt";
constexpr std::string_view scryptLabel = "age-encryption.org/v1/scrypt";
constexpr std::size_t scryptSaltSize = 16;
constexpr std::size_t wrappedSize = fileKeySize + crypto_aead_chacha20poly1305_IETF_ABYTES;
constexpr std::array<std::uint8_t, crypto_aead_chacha20poly1305_IETF_NPUBBYTES>
    zeroNonce{}; // each wrap key is used once

Bytes wrapFileKey(SecretBytes const& fileKey, SecretBytes const& wrapKey) {
    Bytes wrapped(wrappedSize);
    crypto_aead_chacha20poly1305_ietf_encrypt(wrapped.data(), nullptr, fileKey.data(), fileKey.size(), nullptr, 0,
                                              nullptr, zeroNonce.data(), wrapKey.data());
    return wrapped;
}

std::optional<SecretBytes> unwrapFileKey(ByteView wrapped, SecretBytes const& wrapKey) {
    SecretBytes fileKey(fileKeySize);
    if (crypto_aead_chacha20poly1305_ietf_decrypt(fileKey.data(), nullptr, nullptr, wrapped.data(), wrapped.size(),
                                                  nullptr, 0, zeroNonce.data(), wrapKey.data()) != 0)
        return std::nullopt;
    return fileKey;
}

SecretBytes x25519WrapKey(SecretBytes const& shared, ByteView share, Recipient const& recipient) {
    Bytes salt(share.begin(), share.end());
    base::append(salt, recipient.bytes);
    return hkdfSha256(shared, salt, asBytes(x25519Label), 32);
}

using Share = std::array<std::uint8_t, 32>;

Result<Share> parseX25519(Stanza const& stanza) {
    Share share;
    if (stanza.arguments.size() != 1) return headerError("an X25519 stanza has other than one argument");
    auto const bytes = base::fromBase64(stanza.arguments[0], base::Padding::No);
    if (!bytes || bytes->size() != share.size())
        return headerError("an X25519 share is not canonical base64 of 32 bytes");
    if (stanza.body.size() != wrappedSize) return headerError("an X25519 body is not 32 bytes");
    std::copy(bytes->begin(), bytes->end(), share.begin());
    return share;
}

/// No value: this stanza is for somebody else.
Result<std::optional<SecretBytes>> tryIdentity(Stanza const& stanza, Share const& share, Identity const& identity) {
    auto const shared = identity.agree(share);
    if (!shared) return headerError(shared.error().text);
    return unwrapFileKey(stanza.body, x25519WrapKey(*shared, share, identity.recipient()));
}

Result<SecretBytes> scryptWrapKey(SecretBytes const& passphrase, ByteView salt, int log2Work) {
    auto labelled = toBytes(scryptLabel);
    base::append(labelled, salt);
    SecretBytes key(32);
    if (crypto_pwhash_scryptsalsa208sha256_ll(passphrase.data(), passphrase.size(), labelled.data(), labelled.size(),
                                              std::uint64_t{1} << log2Work, 8, 1, key.data(), key.size()) != 0)
        return fail(ErrorKind::Internal, "scrypt: not enough memory");
    return key;
}

struct ScryptParameters {
    Bytes salt;
    int log2Work;
};

/// Decimal without sign or leading zero, capped so that a file cannot ask for endless work.
Result<int> parseLog2Work(std::string_view text) {
    int work = 0;
    auto const* end = text.data() + text.size();
    auto const [stop, error] = std::from_chars(text.data(), end, work);
    if (error != std::errc() || stop != end || text.front() == '0' || work < 1)
        return headerError("a scrypt work factor is malformed");
    if (work > maximumLog2Work) return headerError("a scrypt work factor is too high");
    return work;
}

Result<ScryptParameters> parseScrypt(Stanza const& stanza) {
    if (stanza.arguments.size() != 2) return headerError("a scrypt stanza has other than two arguments");
    auto salt = base::fromBase64(stanza.arguments[0], base::Padding::No);
    if (!salt || salt->size() != scryptSaltSize)
        return headerError("a scrypt salt is not canonical base64 of 16 bytes");
    if (stanza.body.size() != wrappedSize) return headerError("a scrypt body is not 32 bytes");
    auto const log2Work = TRY(parseLog2Work(stanza.arguments[1]));
    return ScryptParameters{std::move(*salt), log2Work};
}

} // namespace

Result<Stanza> wrapForRecipient(SecretBytes const& fileKey, Recipient const& recipient) {
    auto const ephemeral = Identity::generate();
    auto const shared = ephemeral.agree(recipient.bytes);
    if (!shared) return fail(ErrorKind::Invalid, "age recipient: a key of low order");
    auto const& share = ephemeral.recipient().bytes;
    auto const wrapKey = x25519WrapKey(*shared, share, recipient);
    return Stanza{std::string(x25519Type), {base::toBase64(share, base::Padding::No)}, wrapFileKey(fileKey, wrapKey)};
}

Result<SecretBytes> unwrapWithIdentities(std::span<const Stanza> stanzas, std::span<const Identity> identities) {
    for (auto const& stanza : stanzas) {
        if (stanza.type != x25519Type) continue;
        auto const share = TRY(parseX25519(stanza));
        for (auto const& identity : identities)
            if (auto fileKey = TRY(tryIdentity(stanza, share, identity))) return std::move(*fileKey);
    }
    return fail(ErrorKind::Denied, "sealed to other keys");
}

Result<Stanza> wrapForPassphrase(SecretBytes const& fileKey, SecretBytes const& passphrase, int log2Work) {
    std::array<std::uint8_t, scryptSaltSize> salt;
    randombytes_buf(salt.data(), salt.size());
    auto const wrapKey = TRY(scryptWrapKey(passphrase, salt, log2Work));
    return Stanza{std::string(scryptType),
                  {base::toBase64(salt, base::Padding::No), std::to_string(log2Work)},
                  wrapFileKey(fileKey, wrapKey)};
}

Result<SecretBytes> unwrapWithPassphrase(std::span<const Stanza> stanzas, SecretBytes const& passphrase) {
    if (stanzas.front().type != scryptType) return fail(ErrorKind::Denied, "not sealed with a passphrase");
    auto const parameters = TRY(parseScrypt(stanzas.front()));
    auto const wrapKey = TRY(scryptWrapKey(passphrase, parameters.salt, parameters.log2Work));
    auto fileKey = unwrapFileKey(stanzas.front().body, wrapKey);
    if (!fileKey) return fail(ErrorKind::Denied, "wrong passphrase");
    return std::move(*fileKey);
}

} // namespace kiosk::crypto::age
