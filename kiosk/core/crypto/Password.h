#pragma once

#include "kiosk/core/base/SecretBytes.h"

#include <string>
#include <string_view>

namespace kiosk::crypto {

// What a person types to be let in. Argon2id (RFC 9106), in the text form of its reference implementation.

/// With a salt of its own; 3 passes over 32 MiB, about a twentieth of a second. Throws std::bad_alloc without memory.
[[nodiscard]] std::string passwordHash(SecretBytes const& password);
/// Takes as long as passwordHash() for what passwordHash() made, whether it matches or not. False for any other text.
[[nodiscard]] bool passwordMatches(std::string const& hash, SecretBytes const& password);
/// Has the form and the costs of passwordHash(), so that checking one cannot take for ever.
[[nodiscard]] bool isPasswordHash(std::string_view text);

} // namespace kiosk::crypto
