#pragma once

#include "kiosk/core/base/Result.h"
#include "kiosk/core/base/SecretBytes.h"

namespace kiosk::crypto::bech32 {

/// BIP 173 without its 90-character limit, as age keys use it. Lower case; `prefix` must be lower case too.
[[nodiscard]] SecretBytes encode(std::string_view prefix, ByteView bytes);

/// The bytes behind `prefix`, which must match in lower case. Invalid: other prefix, upper or mixed case, wrong
/// checksum, left-over bits.
[[nodiscard]] Result<SecretBytes> decode(std::string_view prefix, std::string_view text);

} // namespace kiosk::crypto::bech32
