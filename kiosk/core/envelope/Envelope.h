#pragma once

#include "kiosk/core/base/Uuid.h"
#include "kiosk/core/crypto/Age.h"
#include "kiosk/core/crypto/Hash.h"
#include "kiosk/core/crypto/Signing.h"

/// The envelope, version 1: a file in the spool (`.cev`) and an item on the wire. Integers are big endian.
///
///      0   4  "CEV1"
///      4   1  kind
///      5  16  record id
///     21  16  device id
///     37   8  chain number: from 1, no gaps, for each device
///     45  32  link of the envelope before; zero in number 1
///     77   4  payload length
///     81  64  Ed25519 signature by the device over "candor/envelope/1" 00 | bytes 0..81 | SHA-256(payload)
///    145   …  payload: age v1 file of one zstd frame of one FHIR R4 Bundle (JSON, UTF-8)
///
/// link = SHA-256("candor/link/1" 00 | bytes 0..81 | SHA-256(payload) | signature): it covers every byte, so whoever
/// knows the link of one envelope can tell any change in all that came before.
namespace kiosk::envelope {

inline constexpr std::size_t headSize = 81;
inline constexpr std::size_t payloadOffset = headSize + 64;
inline constexpr std::size_t maximumSize = 32U << 20U;
/// Of zstd. On a Bundle of 2 KB, 19 takes ten times as long and saves one byte (tests/bench seal).
inline constexpr int compressionLevel = 9;

enum class Kind : std::uint8_t { Survey = 1 };

struct Head {
    Kind kind = Kind::Survey;
    Uuid record;
    Uuid device;
    std::uint64_t number = 0;
    crypto::Digest previous{}; ///< link of number - 1; zero if number is 1
};

/// An envelope that has the right shape. Its views are into the bytes given to parse(), which must outlive it.
struct EnvelopeView {
    Head head;
    crypto::Signature signature{};
    ByteView payload;
    crypto::Digest payloadHash{};
    ByteView signedPart; ///< bytes 0..81

    [[nodiscard]] crypto::Digest link() const;
};

/// The payload must leave the whole within maximumSize (parse() refuses it otherwise).
[[nodiscard]] Bytes assemble(Head const& head, ByteView payload, crypto::SigningKey const& key);

/// Shape only; nothing is proven before verify(). Corrupt, with what is wrong.
[[nodiscard]] Result<EnvelopeView> parse(ByteView envelope);

/// Denied: not signed by this device key, or altered since.
[[nodiscard]] Result<void> verify(EnvelopeView const& envelope, crypto::VerifyKey const& device);

/// Compresses, then seals. Invalid: no recipient, or a Bundle too large to be opened again.
[[nodiscard]] Result<Bytes> sealPayload(ByteView bundleJson, std::span<const crypto::Recipient> recipients);
/// Denied: sealed to others. Corrupt: altered, not one zstd frame, or it would grow beyond 64 MiB.
[[nodiscard]] Result<Bytes> openPayload(ByteView payload, std::span<const crypto::Identity> identities);

} // namespace kiosk::envelope
