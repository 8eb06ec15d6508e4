#pragma once

#include "kiosk/core/base/Bytes.h"
#include "kiosk/core/base/Result.h"

namespace kiosk::base {

/// Lower-case hexadecimal.
[[nodiscard]] std::string toHex(ByteView bytes);
/// Invalid: odd length or a character that is not hexadecimal.
[[nodiscard]] Result<Bytes> fromHex(std::string_view text);

/// RFC 4648 base64, standard alphabet: with padding, or (age headers) without.
enum class Padding { Yes, No };
[[nodiscard]] std::string toBase64(ByteView bytes, Padding padding = Padding::Yes);
/// Strict: one canonical spelling for each value. Invalid: anything else.
[[nodiscard]] Result<Bytes> fromBase64(std::string_view text, Padding padding = Padding::Yes);

/// base64url without padding, for tokens that people paste.
[[nodiscard]] std::string toBase64Url(ByteView bytes);
[[nodiscard]] Result<Bytes> fromBase64Url(std::string_view text);

} // namespace kiosk::base
