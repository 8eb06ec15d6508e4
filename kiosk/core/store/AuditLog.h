#pragma once

#include "kiosk/core/base/Json.h"
#include "kiosk/core/crypto/Hash.h"
#include "kiosk/core/sql/Connection.h"

namespace kiosk::store {

/// Rows that hold one another: hash = SHA-256("candor/audit/1" 0x00 ‖ seq u64 ‖ time ms u64 ‖ event length u32 ‖ event
/// ‖ detail length u32 ‖ detail ‖ previous hash), integers big endian, the first row's previous being 32 zero bytes.
/// The head (last seq and hash) is kept beside. Changed, dropped and reordered rows are found; a file put back whole
/// is not (that takes the head that the server's receipts anchor).
///
struct AuditHead {
    std::uint64_t seq = 0;
    crypto::Digest hash{};
};

struct AuditRow {
    std::uint64_t seq = 0;
    Instant at;
    std::string event;
    std::string detail; ///< JSON
};

/// Appends in the caller's transaction.
[[nodiscard]] Result<void> appendAudit(sql::Connection& connection, Instant at, std::string_view event,
                                       Json const& detail);

/// Corrupt names the file and the first row that does not hold (the last one, if rows are missing behind it).
[[nodiscard]] Result<void> verifyAudit(sql::Connection& connection);

[[nodiscard]] Result<AuditHead> auditHead(sql::Connection& connection);
/// The log has that row, as it was when it was the head. Seq 0: always.
[[nodiscard]] Result<bool> auditHolds(sql::Connection& connection, AuditHead const& head);
/// The last rows, newest first.
[[nodiscard]] Result<std::vector<AuditRow>> lastAudit(sql::Connection& connection, std::size_t most);

} // namespace kiosk::store
