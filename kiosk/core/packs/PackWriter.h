#pragma once

#include "kiosk/core/packs/Pack.h"

namespace kiosk::packs {

struct PackContent {
    std::string name;
    std::uint64_t version = 0;
    Instant created;
    Instant expires;
    std::vector<std::pair<std::string, Bytes>> targets; ///< path and content, in the order they are to have
};

/// A pack file that nobody has signed yet. Invalid: what Pack::parse would refuse.
[[nodiscard]] Result<Bytes> writeUnsignedPack(PackContent const& content, ByteView rootDsseJson);
/// The same pack file with one more signature. Invalid: this key signed already.
[[nodiscard]] Result<Bytes> signPack(Pack const& pack, crypto::SigningKey const& key);

} // namespace kiosk::packs
