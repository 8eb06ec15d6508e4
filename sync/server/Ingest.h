#pragma once

#include "sync/protocol/Batch.h"
#include "sync/server/ServerStore.h"

namespace sync_server {

/// Takes batches in: checks each envelope, has the good ones stored, signs the receipt. Opens no payload.
class Ingest {
public:
    Ingest(ServerStore& store, kiosk::crypto::SigningKey const& receiptKey, kiosk::Clock const& clock) :
        m_store(store), m_receiptKey(receiptKey), m_clock(clock) {}

    /// The answer to a batch (PROTOCOL.md) of this device, durable. Corrupt: the body is not a batch. Internal: the
    /// store failed; nothing was taken. An envelope that is refused never stops the others.
    [[nodiscard]] Result<Bytes> take(Device const& device, ByteView body, std::uint64_t waiting);

private:
    [[nodiscard]] Bytes answer(Device const& device, std::span<const Arrival> arrivals, Ingested const& ingested,
                               std::vector<std::optional<sync_protocol::Reason>> reasons) const;

    ServerStore& m_store;
    kiosk::crypto::SigningKey const& m_receiptKey;
    kiosk::Clock const& m_clock;
};

/// For each item why it is refused on sight: nothing for those that the device signed. In a run of consecutive numbers
/// whose links chain, the signature of the last vouches for all, because a link covers all before it.
[[nodiscard]] std::vector<std::optional<sync_protocol::Reason>>
checkItems(std::span<const sync_protocol::BatchItem> items, Device const& device);

} // namespace sync_server
