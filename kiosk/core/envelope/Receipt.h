#pragma once

#include "kiosk/core/base/Clock.h"
#include "kiosk/core/envelope/Envelope.h"

/// The receipt, version 1. Integers are big endian.
///
///      0   4  "CRC1"
///      4  16  device id
///     20   8  server time, milliseconds since 1970
///     28   8  head number
///     36  32  head link
///     68   4  count
///     72 48n  count * (record id 16 | link 32)
///      …  64  Ed25519 signature by the server's receipt key over "candor/receipt/1" 00 | all before it
namespace kiosk::envelope {

/// The server keeps these envelopes. The head is the highest number up to which it keeps the device's chain without a
/// gap, and that envelope's link; number 0 and a zero link while it keeps none.
struct Receipt {
    struct Entry {
        Uuid record;
        crypto::Digest link{};
        bool operator==(Entry const&) const = default;
    };
    Uuid device;
    Instant serverTime;
    std::uint64_t headNumber = 0;
    crypto::Digest headLink{};
    std::vector<Entry> entries;
};

/// At most this many entries; openReceipt() refuses more.
inline constexpr std::size_t maximumReceiptEntries = 65536;

[[nodiscard]] Bytes signReceipt(Receipt const& receipt, crypto::SigningKey const& key);
/// Corrupt: not a receipt. Denied: not signed by this key, or altered since.
[[nodiscard]] Result<Receipt> openReceipt(ByteView bytes, crypto::VerifyKey const& key);

} // namespace kiosk::envelope
