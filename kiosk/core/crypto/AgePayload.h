#pragma once

#include "kiosk/core/crypto/AgeReader.h"

namespace kiosk::crypto::age {

inline constexpr std::size_t chunkSize = 64U << 10U;

enum class LastChunk : std::uint8_t { No = 0, Yes = 1 };

/// The STREAM construction of age: chunks of 64 KiB under one key, each with its number and whether it is the last.
class PayloadWriter {
public:
    /// Hands the nonce to `sink`; a writer that exists has begun the payload.
    [[nodiscard]] static Result<std::unique_ptr<PayloadWriter>> begin(SecretBytes const& fileKey, Sink sink);
    [[nodiscard]] Result<void> write(ByteView plaintext);
    [[nodiscard]] Result<void> finish();
    ~PayloadWriter();

private:
    PayloadWriter(SecretBytes key, Sink sink);
    [[nodiscard]] Result<void> flush(LastChunk last);

    SecretBytes m_key;
    Sink m_sink;
    Bytes m_pending; // plaintext of the chunk being filled
    Bytes m_sealed;
    std::uint64_t m_number = 0;
    bool m_finished = false;
};

/// Corrupt: a chunk altered, missing, too many, out of order, or bytes after the last.
[[nodiscard]] Result<void> openPayload(Reader& reader, SecretBytes const& fileKey, Sink const& sink);

} // namespace kiosk::crypto::age
