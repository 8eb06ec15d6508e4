#pragma once

#include "kiosk/core/envelope/Receipt.h"
#include "kiosk/core/outbox/Spool.h"

#include <functional>

namespace kiosk::outbox {

/// Chain numbers, both ends included.
struct Gap {
    std::uint64_t first;
    std::uint64_t last;
    bool operator==(Gap const&) const = default;
};

struct Counts {
    std::size_t waiting;
    std::size_t quarantined;
};

/// What one pass over the receipts did.
struct SettleReport {
    std::size_t settled = 0;  ///< envelopes proven to be with the server, and removed
    std::size_t refused = 0;  ///< envelopes moved to quarantine
    std::size_t setAside = 0; ///< receipts that prove nothing or contradict what waits, moved to receipts/bad
    std::vector<Gap> gaps;    ///< see Outbox::gaps()
};

/// kiosk-app's side of the spool, the only one that adds and removes envelopes. One thread.
///
/// Folders are made for two users of one group (which the spool's parent folder hands down by its set-group-id bit):
/// the group reads `new` and `quarantine` and may put files into `receipts`, nothing else.
class Outbox {
public:
    /// Called with a verified receipt whose entries are those proven against the waiting bytes (none, if it names
    /// only others; its head still counts). Records it durably; an error ends the pass before anything is removed.
    using Settled = std::function<Result<void>(envelope::Receipt const&)>;

    /// Makes what is missing of tmp, new, quarantine, receipts; removes what a crash left in tmp.
    [[nodiscard]] static Result<Outbox> open(Path const& folder);

    /// Durable on return. The same again: no change. Corrupt: the name is there with other bytes. Full, Internal: not
    /// published; try again.
    [[nodiscard]] Result<void> publish(std::uint64_t number, Uuid const& record, ByteView envelope);

    /// Chain order.
    [[nodiscard]] Result<std::vector<SpoolEntry>> waiting() const;
    [[nodiscard]] Result<std::vector<SpoolEntry>> quarantined() const;

    /// One pass over receipts/. A receipt must be signed by `receiptKey`, name `device`, and each entry must match id
    /// and link of the waiting file; only then, and after `settled` has returned, the file is removed. What is not
    /// proven stays. Refused envelopes go to quarantine/ with `<name>.reason` beside. Receipts that are not sound go to
    /// receipts/bad/ with an alarm in the log. Two folder syncs for a whole pass; 10,000 receipted files take a second
    /// or less. A crash in between is made good by the next pass.
    [[nodiscard]] Result<SettleReport> settle(crypto::VerifyKey const& receiptKey, Uuid const& device,
                                              Settled const& settled);

    /// Chain numbers between the first and the last waiting that are neither waiting nor in quarantine. They are with
    /// the server (a receipt came for them before one for an earlier number), or somebody removed them: the store
    /// knows (store::Store::missingFrom).
    [[nodiscard]] Result<std::vector<Gap>> gaps() const;

    [[nodiscard]] Result<Counts> counts() const;

private:
    explicit Outbox(Path folder) : m_folder(std::move(folder)) {}

    Path m_folder;
};

} // namespace kiosk::outbox
