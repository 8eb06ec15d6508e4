#pragma once

#include "kiosk/core/crypto/AgeHeader.h"

namespace kiosk::crypto::age {

inline constexpr std::size_t fileKeySize = 16;

/// Invalid: the recipient's key is of low order.
[[nodiscard]] Result<Stanza> wrapForRecipient(SecretBytes const& fileKey, Recipient const& recipient);
/// The file key from the first stanza that one of the identities opens. Denied: none. Corrupt: a malformed X25519
/// stanza.
[[nodiscard]] Result<SecretBytes> unwrapWithIdentities(std::span<const Stanza> stanzas,
                                                       std::span<const Identity> identities);

[[nodiscard]] Result<Stanza> wrapForPassphrase(SecretBytes const& fileKey, SecretBytes const& passphrase, int log2Work);
[[nodiscard]] Result<SecretBytes> unwrapWithPassphrase(std::span<const Stanza> stanzas, SecretBytes const& passphrase);

} // namespace kiosk::crypto::age
