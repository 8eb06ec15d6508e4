#pragma once

#include "sync/protocol/Batch.h"
#include "sync/server/ServerStore.h"

namespace sync_server {

/// What became of a batch.
struct Taken {
    std::vector<sync_protocol::BatchItem> items;
    std::vector<Arrival> arrivals; ///< those of `items` that were not refused on sight; views into them
    Ingested ingested;             ///< an outcome for each arrival
    std::vector<std::optional<sync_protocol::Reason>> reasons; ///< for each item; nothing: the store has it
};

/// Checks each envelope of a batch and has the good ones stored; durable. `waiting` as for ServerStore::ingest.
/// Corrupt: the body is not a batch. Internal: the store failed; nothing was taken. An envelope that is refused never
/// stops the others.
[[nodiscard]] Result<Taken> takeIn(ServerStore& store, Device const& device, ByteView body, Instant now,
                                   std::optional<std::uint64_t> waiting);

/// Takes batches in: checks each envelope, has the good ones stored, signs the receipt. Opens no payload.
class Ingest {
public:
    Ingest(ServerStore& store, kiosk::crypto::SigningKey const& receiptKey, kiosk::Clock const& clock) :
        m_store(store), m_receiptKey(receiptKey), m_clock(clock) {}

    /// The answer to a batch (PROTOCOL.md) of this device. Errors as of takeIn().
    [[nodiscard]] Result<Bytes> take(Device const& device, ByteView body, std::uint64_t waiting);

private:
    [[nodiscard]] Bytes answer(Device const& device, Taken const& taken) const;

    ServerStore& m_store;
    kiosk::crypto::SigningKey const& m_receiptKey;
    kiosk::Clock const& m_clock;
};

/// For each item why it is refused on sight: nothing for those that the device signed. In a run of consecutive numbers
/// whose links chain, the signature of the last vouches for all, because a link covers all before it.
[[nodiscard]] std::vector<std::optional<sync_protocol::Reason>>
checkItems(std::span<const sync_protocol::BatchItem> items, Device const& device);

} // namespace sync_server
