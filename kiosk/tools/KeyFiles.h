#pragma once

#include "kiosk/core/base/Clock.h"
#include "kiosk/core/base/File.h"
#include "kiosk/core/crypto/Age.h"
#include "kiosk/core/crypto/Signing.h"

namespace kiosk::tools {

/// The text of an age-keygen file, so that `age -d -i` takes it as it is.
[[nodiscard]] SecretBytes identityFileText(crypto::Identity const& identity, Instant created);

/// A key file sealed to a passphrase in age's own way: `age -d FILE` opens it without us.
[[nodiscard]] Result<void> writeSealedKey(Path const& file, SecretBytes const& keyText, SecretBytes const& passphrase);
/// Denied: another passphrase; Corrupt: altered; each with the file's name.
[[nodiscard]] Result<crypto::SigningKey> openApproverKey(Path const& file, SecretBytes const& passphrase);

/// Secret key files that lie open on a server (mode 0600): errors name the file, never the content.
[[nodiscard]] Result<crypto::SigningKey> readSigningKey(Path const& file);
[[nodiscard]] Result<std::vector<crypto::Identity>> readIdentities(Path const& file);

/// "age1…" itself, or a file of lines with one each (`#` comments and empty lines pass). Invalid: neither.
[[nodiscard]] Result<std::vector<crypto::Recipient>> readRecipients(std::string const& textOrFile);

} // namespace kiosk::tools
