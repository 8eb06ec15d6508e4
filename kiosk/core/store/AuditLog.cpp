#include "kiosk/core/store/AuditLog.h"

namespace kiosk::store {

namespace {

void appendText(Bytes& to, std::string_view text) {
    base::appendU32(to, static_cast<std::uint32_t>(text.size()));
    base::append(to, asBytes(text));
}

crypto::Digest hashOf(std::uint64_t seq, Instant at, std::string_view event, std::string_view detail,
                      crypto::Digest const& previous) {
    Bytes row = toBytes(std::string_view("candor/audit/1\0", 15));
    base::appendU64(row, seq);
    base::appendU64(row, static_cast<std::uint64_t>(at.time_since_epoch().count()));
    appendText(row, event);
    appendText(row, detail);
    base::append(row, previous);
    return crypto::sha256(row);
}

} // namespace

Result<AuditHead> auditHead(sql::Connection& connection) {
    auto rows = TRY(connection.query("SELECT seq, hash FROM audit_head"));
    if (!TRY(rows.next()))
        return fail(ErrorKind::Corrupt, connection.file().string() + ": the audit log has lost its head");
    return AuditHead{rows.number(0), rows.bytes<32>(1)};
}

Result<bool> auditHolds(sql::Connection& connection, AuditHead const& head) {
    if (head.seq == 0) return true;
    auto rows = TRY(connection.query("SELECT hash FROM audit WHERE seq = ?", head.seq));
    return TRY(rows.next()) && rows.bytes<32>(0) == head.hash;
}

Result<std::vector<AuditRow>> lastAudit(sql::Connection& connection, std::size_t most) {
    std::vector<AuditRow> last;
    auto rows = TRY(connection.query("SELECT seq, at_ms, event, detail FROM audit ORDER BY seq DESC LIMIT ?", most));
    while (TRY(rows.next())) last.push_back({rows.number(0), rows.instant(1), rows.text(2), rows.text(3)});
    return last;
}

Result<void> appendAudit(sql::Connection& connection, Instant at, std::string_view event, Json const& detail) {
    auto const head = TRY(auditHead(connection));
    auto const seq = head.seq + 1;
    auto const text = detail.dump();
    auto const hash = hashOf(seq, at, event, text, head.hash);
    TRY(connection.run("INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?)", seq, at, event, text, head.hash, hash));
    return connection.run("UPDATE audit_head SET seq = ?, hash = ?", seq, hash);
}

Result<void> verifyAudit(sql::Connection& connection) {
    auto const head = TRY(auditHead(connection));
    auto rows = TRY(connection.query("SELECT seq, at_ms, event, detail, previous, hash FROM audit ORDER BY seq"));
    AuditHead last{0, {}};
    auto const broken = [&] {
        return fail(ErrorKind::Corrupt, connection.file().string() + ": the audit log does not hold at row " +
                                            std::to_string(last.seq + 1));
    };
    while (TRY(rows.next())) {
        auto const hash = hashOf(rows.number(0), rows.instant(1), rows.text(2), rows.text(3), last.hash);
        if (rows.number(0) != last.seq + 1 || rows.bytes<32>(4) != last.hash || rows.bytes<32>(5) != hash)
            return broken();
        last = {last.seq + 1, hash};
    }
    if (last.seq != head.seq || last.hash != head.hash) return broken();
    return {};
}

} // namespace kiosk::store
