#pragma once

#include "kiosk/core/base/Bytes.h"

#include <array>
#include <sodium/crypto_hash_sha256.h>

namespace kiosk::crypto {

using Digest = std::array<std::uint8_t, 32>;

/// SHA-256 (FIPS 180-4).
[[nodiscard]] Digest sha256(ByteView bytes);

/// SHA-256 of what arrives in pieces. Not to be used after finish().
class Sha256 {
public:
    Sha256();
    Sha256& update(ByteView bytes);
    [[nodiscard]] Digest finish();

private:
    crypto_hash_sha256_state m_state;
};

} // namespace kiosk::crypto
