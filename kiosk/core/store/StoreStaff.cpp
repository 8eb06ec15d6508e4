#include "kiosk/core/store/Store.h"

namespace kiosk::store {

Result<AuditHead> Store::auditHead() {
    return store::auditHead(m_connection);
}

Result<bool> Store::auditHolds(AuditHead const& head) {
    return store::auditHolds(m_connection, head);
}

Result<std::vector<AuditRow>> Store::lastAudit(std::size_t most) {
    return store::lastAudit(m_connection, most);
}

Result<std::optional<SignIn>> Store::signIn(Uuid const& user) {
    return readSignIn(m_connection, user);
}

Result<std::vector<SignIn>> Store::signIns() {
    return readSignIns(m_connection);
}

Result<void> Store::keepSignIn(SignIn const& signIn, Event const& event, std::optional<std::string> const& usedCode) {
    auto transaction = TRY(sql::Transaction::begin(m_connection));
    auto const now = m_clock->now();
    TRY(writeSignIn(m_connection, signIn));
    if (usedCode) TRY(m_connection.run("INSERT INTO used_code VALUES (?, ?)", *usedCode, now));
    TRY(appendAudit(m_connection, now, event.name, event.detail));
    return transaction.commit();
}

Result<void> Store::forgetSignIn(Uuid const& user, Event const& event) {
    auto transaction = TRY(sql::Transaction::begin(m_connection));
    TRY(m_connection.run("DELETE FROM sign_in WHERE user = ?", user));
    if (m_connection.changes() == 0) return {};
    TRY(appendAudit(m_connection, m_clock->now(), event.name, event.detail));
    TRY(transaction.commit());
    forgetDeleted();
    return {};
}

Result<bool> Store::isCodeUsed(std::string const& code) {
    auto rows = TRY(m_connection.query("SELECT 1 FROM used_code WHERE code = ?", code));
    return rows.next();
}

} // namespace kiosk::store
