#pragma once

#include "kiosk/core/envelope/Envelope.h"

#include <optional>

/// The bodies of POST /v1/envelopes; PROTOCOL.md has the formats.
namespace sync_protocol {

using kiosk::Bytes;
using kiosk::ByteView;
using kiosk::Result;

/// A batch holds at most this much, or a single larger envelope.
inline constexpr std::size_t batchBytes = 4U << 20U;
inline constexpr std::size_t batchEnvelopes = 2048;
/// The largest body of a batch: one envelope of the largest size.
inline constexpr std::size_t batchCapBytes = kiosk::envelope::maximumSize + 64;

/// Why the server will not take an envelope; the numbers are those on the wire.
enum class Reason : std::uint8_t { Malformed = 1, Signature = 2, Conflict = 3, ForeignDevice = 4, Fork = 5 };
[[nodiscard]] std::string_view toWord(Reason reason);

/// Names one envelope of a batch to those who match the answer with it.
struct Named {
    kiosk::Uuid record;
    kiosk::crypto::Digest link{};
};

/// Fills a batch. Envelopes that continue the one before are written without what the reader can work out.
class BatchWriter {
public:
    /// Whether an envelope of that size may still come in.
    [[nodiscard]] bool takes(std::size_t envelopeSize) const;
    /// `view` is of `envelope`. What neither takes() nor an empty batch allows must not be added.
    void add(ByteView envelope, kiosk::envelope::EnvelopeView const& view);

    [[nodiscard]] std::vector<Named> const& envelopes() const { return m_envelopes; }
    [[nodiscard]] Bytes const& bytes() const { return m_bytes; }
    [[nodiscard]] Bytes takeBytes() { return std::move(m_bytes); }

private:
    Bytes m_bytes;
    std::vector<Named> m_envelopes;
    std::optional<kiosk::envelope::Head> m_last;
};

/// An envelope as it was on the kiosk, to the byte.
struct BatchItem {
    Bytes bytes;
    std::optional<kiosk::envelope::EnvelopeView> view; ///< of `bytes`; nothing where they are not an envelope
    kiosk::crypto::Digest link{};
};

/// Corrupt: the body is cut short, has a form that is not known or more than the caps allow; the text names the item.
[[nodiscard]] Result<std::vector<BatchItem>> readBatch(ByteView body);

struct Refusal {
    std::uint32_t index = 0; ///< place in the batch, from 0
    Reason reason = Reason::Malformed;
};

/// The receipt, without the entries that the kiosk knows, and the refusals in ascending order.
[[nodiscard]] Bytes writeAnswer(ByteView receipt, std::span<const Refusal> refusals);

struct Answer {
    Bytes receipt; ///< with all entries; its signature is not checked
    std::vector<Refusal> refusals;
};

/// Corrupt: not an answer, of the server for this device, to a batch of these envelopes.
[[nodiscard]] Result<Answer> readAnswer(ByteView body, kiosk::Uuid const& device, std::span<const Named> sent);

/// The records that a receipt names, without a look at its signature. Corrupt: not a receipt.
[[nodiscard]] Result<std::vector<kiosk::Uuid>> recordsNamedBy(ByteView receipt);

} // namespace sync_protocol
