#include "kiosk/core/store/Store.h"

#include "kiosk/core/base/Log.h"
namespace kiosk::store {

sql::Migrations migrations(); // made from sql/*.sql

namespace {

constexpr std::size_t answerCap = 1U << 20U;

Error noDraft(Uuid const& record) {
    return {ErrorKind::NotFound, "draft " + record.toString() + " is not there"};
}

constexpr std::string_view self = "self", assisted = "assisted";

std::string_view toText(Mode mode) {
    return mode == Mode::Assisted ? assisted : self;
}

Result<void> checkAnswer(std::string_view json) {
    if (json.size() > answerCap) return fail(ErrorKind::Invalid, "an answer is larger than 1 MiB");
    auto const parsed = base::parseJson(asBytes(json));
    if (!parsed || !parsed->is_array()) return fail(ErrorKind::Invalid, "an answer must be a FHIR answer array");
    return {};
}

Result<std::vector<SealedRecord>> readSealed(sql::Statement rows) {
    std::vector<SealedRecord> sealed;
    while (TRY(rows.next())) sealed.push_back({rows.id(0), rows.number(1), rows.bytes<32>(2), rows.blob(3)});
    return sealed;
}

} // namespace

Result<Store> Store::open(Path const& file, SecretBytes key, Clock const& clock) {
    auto connection = TRY(sql::Connection::open(file, std::move(key)));
    TRY(connection.checkPages());
    TRY(connection.migrate(migrations()));
    return Store(std::move(connection), clock);
}

Result<void> Store::beginDraft(Draft const& draft) {
    auto transaction = TRY(sql::Transaction::begin(m_connection));
    TRY(m_connection.run(
        "INSERT INTO draft SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8 WHERE ?1 NOT IN (SELECT record FROM sealed)",
        draft.record, draft.questionnaire, draft.instrumentId, draft.language, draft.startedAt, toText(draft.mode),
        draft.visitCode, draft.answeredBy));
    if (m_connection.changes() == 0)
        return fail(ErrorKind::Invalid, "record " + draft.record.toString() + " is sealed already");
    for (auto const& [address, json] : draft.answers) TRY(saveAnswer(draft.record, address, json));
    TRY(count("given"));
    return transaction.commit();
}

Result<void> Store::saveAnswer(Uuid const& record, std::string_view address, std::string_view json) {
    TRY(checkAnswer(json));
    TRY(m_connection.run("INSERT INTO answer (record, link_id, value) SELECT record, ?, ? FROM draft "
                         "WHERE record = ? ON CONFLICT DO UPDATE SET value = excluded.value",
                         address, json, record));
    if (m_connection.changes() == 0) return fail(noDraft(record));
    return {};
}

Result<std::vector<Draft>> Store::openDrafts() {
    std::vector<Draft> drafts;
    auto rows = TRY(m_connection.query(
        "SELECT record, questionnaire, instrument, language, started_at_ms, mode, visit_code, answered_by FROM draft "
        "ORDER BY started_at_ms, record"));
    while (TRY(rows.next()))
        drafts.push_back({rows.id(0),
                          rows.text(1),
                          rows.text(2),
                          rows.text(3),
                          rows.instant(4),
                          {},
                          rows.text(5) == assisted ? Mode::Assisted : Mode::Self,
                          rows.text(6),
                          rows.text(7)});
    for (auto& draft : drafts) TRY(loadAnswers(draft));
    return drafts;
}

Result<void> Store::loadAnswers(Draft& draft) {
    auto rows = TRY(m_connection.query("SELECT link_id, value FROM answer WHERE record = ? ORDER BY id", draft.record));
    while (TRY(rows.next())) draft.answers.emplace_back(rows.text(0), rows.text(1));
    return {};
}

Result<void> Store::discardDraft(Uuid const& record) {
    auto transaction = TRY(sql::Transaction::begin(m_connection));
    if (!TRY(deleteDraft(record))) return {};
    TRY(count("discarded"));
    TRY(appendAudit(m_connection, m_clock->now(), "draft-discarded", Json::object()));
    TRY(transaction.commit());
    forgetDeleted();
    return {};
}

Result<bool> Store::deleteDraft(Uuid const& record) {
    TRY(m_connection.run("DELETE FROM draft WHERE record = ?", record));
    return m_connection.changes() == 1;
}

/// The answers are overwritten in the file's pages; earlier versions of these pages lie in the log. A failure here
/// takes nothing back: the connection refuses further work, and opening it again empties the log.
void Store::forgetDeleted() {
    if (auto const emptied = m_connection.emptyLog(); !emptied)
        base::log(base::LogLevel::Warning, "store", "the log was not emptied", {{"error", emptied.error().text}});
}

Result<ChainHead> Store::chainHead() {
    auto rows = TRY(m_connection.query("SELECT number, link FROM chain_head"));
    if (!TRY(rows.next()))
        return fail(ErrorKind::Corrupt, m_connection.file().string() + ": the chain has lost its head");
    return ChainHead{rows.number(0), rows.bytes<32>(1)};
}

Result<void> Store::sealDraft(SealedRecord const& sealed) {
    auto transaction = TRY(sql::Transaction::begin(m_connection));
    auto const next = TRY(chainHead()).number + 1;
    if (sealed.number != next)
        return fail(ErrorKind::Invalid, "record " + sealed.record.toString() + " has chain number " +
                                            std::to_string(sealed.number) + " where " + std::to_string(next) +
                                            " is next");
    if (!TRY(deleteDraft(sealed.record))) return fail(noDraft(sealed.record));
    auto const now = m_clock->now();
    TRY(m_connection.run("INSERT INTO sealed (number, record, link, sealed_at_ms) VALUES (?, ?, ?, ?)", sealed.number,
                         sealed.record, sealed.link, now));
    TRY(m_connection.run("INSERT INTO envelope VALUES (?, ?)", sealed.number, sealed.envelope));
    TRY(m_connection.run("UPDATE chain_head SET number = ?, link = ?", sealed.number, sealed.link));
    TRY(appendAudit(m_connection, now, "record-sealed", {{"number", sealed.number}})); // the id is in exports: no time
    TRY(transaction.commit());
    forgetDeleted();
    return {};
}

Result<std::vector<SealedRecord>> Store::unpublished() {
    return readSealed(
        TRY(m_connection.query("SELECT record, number, link, content FROM sealed JOIN envelope USING (number) "
                               "WHERE published_at_ms IS NULL ORDER BY number")));
}

Result<void> Store::markPublished(Uuid const& record) {
    return m_connection.run("UPDATE sealed SET published_at_ms = coalesce(published_at_ms, ?) WHERE record = ?",
                            m_clock->now(), record);
}

Result<std::vector<SealedRecord>> Store::missingFrom(std::function<bool(Uuid const&)> const& inSpool) {
    std::vector<SealedRecord> missing;
    auto rows =
        TRY(m_connection.query("SELECT record, number, link FROM sealed "
                               "WHERE receipted_at_ms IS NULL AND published_at_ms IS NOT NULL ORDER BY number"));
    while (TRY(rows.next()))
        if (!inSpool(rows.id(0))) missing.push_back({rows.id(0), rows.number(1), rows.bytes<32>(2), {}});
    for (auto& record : missing) {
        auto content = TRY(m_connection.query("SELECT content FROM envelope WHERE number = ?", record.number));
        if (TRY(content.next())) record.envelope = content.blob(0);
    }
    return missing;
}

Result<void> Store::markReceipted(std::span<const Uuid> records, ChainHead const& serverHead) {
    auto transaction = TRY(sql::Transaction::begin(m_connection));
    TRY(checkOnOurChain(serverHead));
    for (auto const& record : records) TRY(markReceipted(record));
    return transaction.commit();
}

Result<void> Store::markReceipted(Uuid const& record) {
    auto const now = m_clock->now();
    TRY(m_connection.run("UPDATE sealed SET receipted_at_ms = ?1, published_at_ms = coalesce(published_at_ms, ?1) "
                         "WHERE record = ?2 AND receipted_at_ms IS NULL",
                         now, record));
    if (m_connection.changes() == 0) return {};
    return m_connection.run("DELETE FROM envelope WHERE number = (SELECT number FROM sealed WHERE record = ?)", record);
}

Result<void> Store::checkOnOurChain(ChainHead const& serverHead) {
    if (serverHead.number == 0) return {};
    auto rows = TRY(m_connection.query("SELECT link FROM sealed WHERE number = ?", serverHead.number));
    if (TRY(rows.next()) && rows.bytes<32>(0) == serverHead.link) return {};
    return fail(ErrorKind::Corrupt, m_connection.file().string() + ": the server's head, number " +
                                        std::to_string(serverHead.number) + ", is not on this kiosk's chain");
}

Result<std::optional<std::string>> Store::setting(std::string_view key) {
    auto rows = TRY(m_connection.query("SELECT value FROM setting WHERE key = ?", key));
    if (!TRY(rows.next())) return std::nullopt;
    return rows.text(0);
}

Result<void> Store::setSetting(std::string_view key, std::string_view value) {
    return m_connection.run("INSERT INTO setting VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value", key,
                            value);
}

Result<void> Store::audit(std::string_view event, Json const& detail) {
    auto transaction = TRY(sql::Transaction::begin(m_connection));
    TRY(appendAudit(m_connection, m_clock->now(), event, detail));
    return transaction.commit();
}

Result<void> Store::verifyAudit() {
    return store::verifyAudit(m_connection);
}

Result<void> Store::count(std::string_view name) {
    return m_connection.run("UPDATE tally SET value = value + 1 WHERE name = ?", name);
}

Result<Counts> Store::counts() {
    auto rows = TRY(
        m_connection.query("SELECT (SELECT value FROM tally WHERE name = 'given'), count(*), count(published_at_ms), "
                           "count(receipted_at_ms), (SELECT value FROM tally WHERE name = 'discarded') FROM sealed"));
    TRY(rows.next());
    return Counts{rows.number(0), rows.number(1), rows.number(2), rows.number(3), rows.number(4)};
}

} // namespace kiosk::store
