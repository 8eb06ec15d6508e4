#pragma once

#include "kiosk/core/crypto/AgeReader.h"
#include "kiosk/core/crypto/Hash.h"

namespace kiosk::crypto::age {

/// One way to the file key: "-> type argument…", then the body in base64 lines of 64 columns, the last one shorter.
struct Stanza {
    std::string type;
    std::vector<std::string> arguments;
    Bytes body;
};

struct Header {
    std::vector<Stanza> stanzas; ///< at least one; a passphrase stanza is alone
    std::string authenticated;   ///< the text that `mac` covers: from the version line through "---"
    Digest mac{};
};

/// A Corrupt error about the header.
[[nodiscard]] tl::unexpected<Error> headerError(std::string_view what);

/// Reads up to the first byte of the payload. Strict: exactly one spelling of each header is taken. Corrupt: anything
/// else, and headers over 64 KiB.
[[nodiscard]] Result<Header> readHeader(Reader& reader);

/// Corrupt: the header was altered after it was made with `fileKey`.
[[nodiscard]] Result<void> authenticate(Header const& header, SecretBytes const& fileKey);

[[nodiscard]] std::string writeHeader(std::span<const Stanza> stanzas, SecretBytes const& fileKey);

} // namespace kiosk::crypto::age
