#pragma once

#include "kiosk/core/base/SecretBytes.h"
#include "kiosk/core/crypto/Hash.h"

#include <initializer_list>

namespace kiosk::crypto {

/// HMAC-SHA-256 (RFC 2104) over the parts as if they were one message.
[[nodiscard]] Digest hmacSha256(ByteView key, std::initializer_list<ByteView> parts);

/// HKDF-SHA-256 (RFC 5869), extract and expand. `length` is at most 255 * 32 bytes.
[[nodiscard]] SecretBytes hkdfSha256(ByteView inputKey, ByteView salt, ByteView info, std::size_t length);

} // namespace kiosk::crypto
