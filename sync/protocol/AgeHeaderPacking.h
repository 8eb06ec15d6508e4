#pragma once

#include "sync/protocol/Cursor.h"

namespace sync_protocol {

/// The header of an age v1 file whose stanzas are all X25519, as binary: count 1 | count * (share 32 | body 32) | MAC
/// 32, in place of text and base64. Only headers that unpackAgeHeader() gives back to the byte are packed.
struct PackedAge {
    kiosk::Bytes header;  ///< packed
    kiosk::ByteView rest; ///< of the age file: all that follows the header
};
/// Nothing: the payload does not begin with such a header.
[[nodiscard]] std::optional<PackedAge> packAgeHeader(kiosk::ByteView ageFile);

/// Reads a packed header and appends its text. Where the cursor ends early, nothing of `to` is of use.
void unpackAgeHeader(Cursor& from, kiosk::Bytes& to);

} // namespace sync_protocol
