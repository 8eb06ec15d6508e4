#include "kiosk/core/crypto/Hash.h"

namespace kiosk::crypto {

Digest sha256(ByteView bytes) {
    return Sha256().update(bytes).finish();
}

Sha256::Sha256() {
    crypto_hash_sha256_init(&m_state);
}

Sha256& Sha256::update(ByteView bytes) {
    crypto_hash_sha256_update(&m_state, bytes.data(), bytes.size());
    return *this;
}

Digest Sha256::finish() {
    Digest digest;
    crypto_hash_sha256_final(&m_state, digest.data());
    return digest;
}

} // namespace kiosk::crypto
