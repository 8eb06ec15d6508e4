#include "kiosk/core/crypto/Signing.h"

#include "kiosk/core/base/Encoding.h"
#include "kiosk/core/crypto/Hash.h"

#include <algorithm>
#include <sodium.h>

namespace kiosk::crypto {

namespace {
constexpr std::string_view seedLabel = "CANDOR-ED25519-SEED ";
}

Result<VerifyKey> VerifyKey::parse(std::string_view base64) {
    auto const bytes = base::fromBase64(base64);
    if (!bytes || bytes->size() != crypto_sign_ed25519_PUBLICKEYBYTES)
        return fail(ErrorKind::Invalid, "not an Ed25519 public key: base64 of 32 bytes is needed");
    if (crypto_core_ed25519_is_valid_point(bytes->data()) != 1)
        return fail(ErrorKind::Invalid, "not an Ed25519 public key: no valid point");
    VerifyKey key;
    std::copy(bytes->begin(), bytes->end(), key.bytes.begin());
    return key;
}

std::string VerifyKey::toText() const {
    return base::toBase64(bytes);
}
std::string VerifyKey::keyId() const {
    return base::toHex(sha256(bytes));
}

SigningKey SigningKey::generate() {
    return *fromSeed(SecretBytes::random(crypto_sign_ed25519_SEEDBYTES)); // a seed of the right size always works
}

Result<SigningKey> SigningKey::fromSeed(ByteView seed) {
    if (seed.size() != crypto_sign_ed25519_SEEDBYTES) return fail(ErrorKind::Invalid, "an Ed25519 seed has 32 bytes");
    SecretBytes secret(crypto_sign_ed25519_SECRETKEYBYTES);
    VerifyKey verifyKey;
    crypto_sign_ed25519_seed_keypair(verifyKey.bytes.data(), secret.data(), seed.data());
    return SigningKey(std::move(secret), verifyKey);
}

Result<SigningKey> SigningKey::parse(std::string_view keyFileText) {
    if (keyFileText.ends_with('\n')) keyFileText.remove_suffix(1);
    if (!keyFileText.starts_with(seedLabel))
        return fail(ErrorKind::Invalid, "not a signing key: the line does not begin with CANDOR-ED25519-SEED");
    auto seed = base::fromBase64(keyFileText.substr(seedLabel.size()));
    if (!seed) return fail(ErrorKind::Invalid, "not a signing key: the seed is not base64");
    auto key = fromSeed(*seed);
    base::wipe(*seed);
    return key;
}

SecretBytes SigningKey::toText() const {
    auto base64 = base::toBase64(m_secret.view().first(crypto_sign_ed25519_SEEDBYTES));
    SecretBytes text(seedLabel.size() + base64.size() + 1);
    auto* end = std::copy(seedLabel.begin(), seedLabel.end(), text.data());
    end = std::copy(base64.begin(), base64.end(), end);
    *end = '\n';
    base::wipe(base64);
    return text;
}

Signature SigningKey::sign(ByteView message) const {
    Signature signature;
    crypto_sign_ed25519_detached(signature.data(), nullptr, message.data(), message.size(), m_secret.data());
    return signature;
}

bool verify(VerifyKey const& key, ByteView message, ByteView signature) {
    return signature.size() == crypto_sign_ed25519_BYTES &&
           crypto_sign_ed25519_verify_detached(signature.data(), message.data(), message.size(), key.bytes.data()) == 0;
}

} // namespace kiosk::crypto
