#pragma once

#include "kiosk/core/outbox/Spool.h"

namespace kiosk::outbox {

/// kiosk-syncd's side of the spool: reads new/, writes receipts/, removes nothing. One thread.
class OutboxReader {
public:
    /// NotFound: kiosk-app has not made the spool yet; try again later. Removes its own unfinished files of before.
    [[nodiscard]] static Result<OutboxReader> open(Path const& folder);

    /// Chain order.
    [[nodiscard]] Result<std::vector<SpoolEntry>> waiting() const;
    /// NotFound: settled in the meantime.
    [[nodiscard]] Result<Bytes> read(SpoolEntry const& entry) const;

    /// Durable on return. Whole receipts as the server signed them; checking is kiosk-app's part.
    [[nodiscard]] Result<void> deliverReceipt(ByteView receipt);
    /// `reason` is one word of the protocol. The envelope is moved to quarantine, never deleted.
    [[nodiscard]] Result<void> deliverRefusal(Uuid const& record, std::string_view reason);

private:
    explicit OutboxReader(Path folder) : m_folder(std::move(folder)) {}

    Path m_folder;
};

} // namespace kiosk::outbox
