#include "sync/server/SqlcipherServerStore.h"

namespace sql = kiosk::sql;
using kiosk::ErrorKind;
using kiosk::Path;
using kiosk::SecretBytes;

namespace sync_server {

sql::Migrations migrations();

namespace {

/// A batch of 4 MiB should fit: a checkpoint inside a commit would delay its receipt.
constexpr std::string_view roomInLog = "PRAGMA wal_autocheckpoint = 4000";
constexpr std::string_view readOnly = "PRAGMA query_only = ON";

constexpr std::string_view deviceColumns =
    "device.id, device.name, device.signing_key, device.certificate, device.enrolled_ms, device.revoked_ms";

std::optional<Instant> optionalInstant(sql::Statement const& rows, int column) {
    if (rows.isNull(column)) return std::nullopt;
    return rows.instant(column);
}

Device readDevice(sql::Statement const& rows) {
    return {rows.id(0),        rows.text(1),    kiosk::crypto::VerifyKey{rows.bytes<32>(2)},
            rows.bytes<32>(3), rows.instant(4), optionalInstant(rows, 5)};
}

std::optional<double> real(sql::Statement const& rows, int column) {
    if (rows.isNull(column)) return std::nullopt;
    return rows.real(column);
}

std::optional<std::string> optionalText(sql::Statement const& rows, int column) {
    if (rows.isNull(column)) return std::nullopt;
    return rows.text(column);
}

/// The head after these arrivals, where they continue it one after the other.
void advance(ChainHead& head, Arrival const& arrival) {
    if (arrival.number == head.number + 1 && arrival.previous == head.link) head = {arrival.number, arrival.link};
}

} // namespace

/// What ingest needs of a device.
struct SqlcipherServerStore::Row {
    std::int64_t key = 0;
    ChainHead head;
    std::uint64_t highest = 0;
};

Result<SqlcipherServerStore> SqlcipherServerStore::open(Path const& file, SecretBytes key) {
    SqlcipherServerStore store(file, std::move(key), Access::Full);
    TRY(store.connect());
    return store;
}

Result<SqlcipherServerStore> SqlcipherServerStore::openExisting(Path const& file, SecretBytes key) {
    return open(file, std::move(key), Access::Full);
}

Result<SqlcipherServerStore> SqlcipherServerStore::openForReading(Path const& file, SecretBytes key) {
    return open(file, std::move(key), Access::ReadOnly);
}

Result<SqlcipherServerStore> SqlcipherServerStore::open(Path const& file, SecretBytes key, Access access) {
    SqlcipherServerStore store(file, std::move(key), access);
    TRY(store.mustBeThere());
    TRY(store.connect());
    return store;
}

Result<void> SqlcipherServerStore::mustBeThere() const {
    std::error_code ignored;
    if (std::filesystem::exists(m_file, ignored)) return {};
    return kiosk::fail(ErrorKind::NotFound, m_file.string() + ": no such database");
}

Result<void> SqlcipherServerStore::connect() {
    auto connection = TRY(sql::Connection::open(m_file, m_key.copy(), sql::Sharing::Shared));
    TRY(connection.migrate(migrations()));
    TRY(connection.run(m_access == Access::Full ? roomInLog : readOnly));
    m_connection.emplace(std::move(connection));
    return {};
}

/// The old connection goes first: it might still hold a lock. A file that went away must not be made anew, empty.
Result<void> SqlcipherServerStore::reconnect() {
    if (m_connection && !m_connection->isSuspect()) return {};
    m_connection.reset();
    TRY(mustBeThere());
    return connect();
}

Result<void> SqlcipherServerStore::addDevice(Device const& device) {
    TRY(reconnect());
    return m_connection->run("INSERT INTO device (id, name, signing_key, certificate, enrolled_ms, head_link) "
                             "VALUES (?, ?, ?, ?, ?, zeroblob(32))",
                             device.id, device.name, device.signingKey.bytes, device.certificate, device.enrolled);
}

Result<Device> SqlcipherServerStore::device(Uuid const& id) {
    TRY(reconnect());
    auto rows = TRY(m_connection->query("SELECT " + std::string(deviceColumns) + " FROM device WHERE id = ?", id));
    if (!TRY(rows.next())) return kiosk::fail(ErrorKind::NotFound, "no such kiosk");
    return readDevice(rows);
}

Result<void> SqlcipherServerStore::revokeDevice(Uuid const& id, Instant now) {
    TRY(reconnect());
    TRY(m_connection->run("UPDATE device SET revoked_ms = coalesce(revoked_ms, ?) WHERE id = ?", now, id));
    if (m_connection->changes() == 0) return kiosk::fail(ErrorKind::NotFound, "no such kiosk");
    return {};
}

Result<SqlcipherServerStore::Row> SqlcipherServerStore::row(Uuid const& device) {
    auto rows = TRY(m_connection->query("SELECT key, head_number, head_link, (SELECT coalesce(max(number), 0) FROM "
                                        "envelope WHERE envelope.device = key) FROM device WHERE id = ?",
                                        device));
    if (!TRY(rows.next())) return kiosk::fail(ErrorKind::NotFound, "no such kiosk");
    return Row{rows.integer(0), {rows.number(1), rows.bytes<32>(2)}, rows.number(3)};
}

Result<Ingested> SqlcipherServerStore::ingest(Uuid const& device, std::span<const Arrival> arrivals, Instant now,
                                              std::optional<std::uint64_t> waiting) {
    TRY(reconnect());
    auto transaction = TRY(sql::Transaction::begin(*m_connection));
    auto known = TRY(row(device));
    Ingested result{{}, known.head, known.highest};
    if (!arrivals.empty()) TRY(insert(known, arrivals, now, result));
    TRY(m_connection->run("UPDATE device SET head_number = ?, head_link = ? WHERE key = ?", result.head.number,
                          result.head.link, known.key));
    if (waiting)
        TRY(m_connection->run("UPDATE device SET seen_ms = ?, waiting = ? WHERE key = ?", now, *waiting, known.key));
    TRY(transaction.commit());
    return result;
}

Result<void> SqlcipherServerStore::insert(Row& device, std::span<const Arrival> arrivals, Instant now,
                                          Ingested& result) {
    auto first = arrivals.front();
    auto statement = TRY(m_connection->query(
        "INSERT INTO envelope (device, number, record, link, received_ms, bytes) VALUES (?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (record) DO NOTHING ON CONFLICT (device, number) DO NOTHING RETURNING 1",
        device.key, first.number, first.record, first.link, now, first.bytes));
    for (auto const& arrival : arrivals) {
        TRY(statement.again(device.key, arrival.number, arrival.record, arrival.link, now, arrival.bytes));
        bool stored = TRY(statement.next());
        result.outcomes.push_back(stored ? Outcome::Stored : TRY(whyNotInserted(arrival)));
        if (!stored) continue;
        TRY(statement.next());
        advance(result.head, arrival);
        result.highest = std::max(result.highest, arrival.number);
    }
    return closeGaps(device, result);
}

Result<Outcome> SqlcipherServerStore::whyNotInserted(Arrival const& arrival) {
    auto rows = TRY(m_connection->query("SELECT link FROM envelope WHERE record = ?", arrival.record));
    if (!TRY(rows.next())) return Outcome::Fork;
    return rows.bytes<32>(0) == arrival.link ? Outcome::Known : Outcome::Conflict;
}

/// Envelopes that came before their predecessors now continue the chain.
Result<void> SqlcipherServerStore::closeGaps(Row const& device, Ingested& result) {
    constexpr std::string_view next = "SELECT record, link, substr(bytes, 46, 32) FROM envelope "
                                      "WHERE device = ? AND number = ?"; // where Envelope.h has the previous link
    for (auto before = ~result.head.number; before != result.head.number && result.head.number < result.highest;) {
        before = result.head.number;
        auto rows = TRY(m_connection->query(next, device.key, before + 1));
        if (TRY(rows.next())) advance(result.head, {rows.id(0), before + 1, rows.bytes<32>(2), rows.bytes<32>(1), {}});
    }
    return {};
}

Result<std::vector<Unprojected>> SqlcipherServerStore::unprojected(std::size_t most) {
    TRY(reconnect());
    // Arrivals only grow and projections are made in their order, so the newest projection is where to go on.
    auto rows = TRY(m_connection->query("SELECT arrival, bytes FROM envelope WHERE arrival > (SELECT "
                                        "coalesce(max(arrival), 0) FROM projection) ORDER BY arrival LIMIT ?",
                                        most));
    std::vector<Unprojected> found;
    while (TRY(rows.next())) found.push_back({rows.integer(0), rows.blob(1)});
    return found;
}

Result<void> SqlcipherServerStore::saveProjections(std::span<const Projected> projections) {
    TRY(reconnect());
    auto transaction = TRY(sql::Transaction::begin(*m_connection));
    for (auto const& projected : projections) TRY(save(projected));
    return transaction.commit();
}

Result<void> SqlcipherServerStore::save(Projected const& projected) {
    std::optional<std::string> failure;
    if (!projected.response) failure = projected.response.error().text;
    TRY(m_connection->run("INSERT OR IGNORE INTO projection (arrival, failure) VALUES (?, ?)", projected.arrival,
                          failure));
    if (failure || m_connection->changes() == 0) return {};
    return save(projected.arrival, *projected.response);
}

Result<void> SqlcipherServerStore::save(std::int64_t arrival, Response const& response) {
    TRY(m_connection->run("INSERT INTO response VALUES (?, ?, ?, ?, ?, ?, ?)", arrival, response.questionnaire,
                          response.version, response.authored, response.status, response.language, response.safety));
    for (std::size_t i = 0; i < response.answers.size(); ++i) {
        auto const& [linkId, system, code, text, ordinal] = response.answers[i];
        TRY(m_connection->run("INSERT INTO answer VALUES (?, ?, ?, ?, ?, ?, ?)", arrival, i, linkId, system, code, text,
                              ordinal));
    }
    for (std::size_t i = 0; i < response.scores.size(); ++i) {
        auto const& [code, value, standardError, band, title, bandTitle] = response.scores[i];
        TRY(m_connection->run("INSERT INTO score VALUES (?, ?, ?, ?, ?, ?, ?, ?)", arrival, i, code, value,
                              standardError, band, title, bandTitle));
    }
    return {};
}

Result<std::uint64_t> SqlcipherServerStore::count(std::string_view query) {
    auto rows = TRY(m_connection->query(query));
    TRY(rows.next());
    return rows.number(0);
}

Result<Totals> SqlcipherServerStore::totals() {
    TRY(reconnect());
    Totals totals;
    totals.stored = TRY(count("SELECT count(*) FROM envelope"));
    totals.doubled = TRY(count("SELECT count(*) - count(DISTINCT record) FROM envelope"));
    totals.projected = TRY(count("SELECT count(*) FROM response"));
    totals.failed = TRY(count("SELECT count(*) FROM projection WHERE failure IS NOT NULL"));
    return totals;
}

Result<std::vector<DeviceStatus>> SqlcipherServerStore::devices() {
    TRY(reconnect());
    auto rows = TRY(m_connection->query("SELECT " + std::string(deviceColumns) +
                                        ", seen_ms, waiting, head_number, head_link, (SELECT coalesce(max(number), 0) "
                                        "FROM envelope WHERE envelope.device = key) FROM device ORDER BY key"));
    std::vector<DeviceStatus> found;
    while (TRY(rows.next())) {
        found.push_back({readDevice(rows),
                         optionalInstant(rows, 6),
                         rows.number(7),
                         {rows.number(8), rows.bytes<32>(9)},
                         rows.number(10)});
    }
    return found;
}

Result<std::vector<Score>> SqlcipherServerStore::scores(std::int64_t response) {
    auto rows = TRY(m_connection->query(
        "SELECT code, value, standard_error, band, title, band_title FROM score WHERE response = ? ORDER BY position",
        response));
    std::vector<Score> found;
    while (TRY(rows.next()))
        found.push_back({rows.text(0), real(rows, 1), real(rows, 2), optionalText(rows, 3), optionalText(rows, 4),
                         optionalText(rows, 5)});
    return found;
}

Result<std::vector<Response>> SqlcipherServerStore::latestResponses(std::size_t ofEach) {
    TRY(reconnect());
    std::vector<Response> found;
    auto names = TRY(m_connection->query("SELECT DISTINCT questionnaire FROM response ORDER BY questionnaire"));
    while (TRY(names.next())) {
        auto rows =
            TRY(m_connection->query("SELECT arrival, questionnaire, version, authored, status, language, "
                                    "safety FROM response WHERE questionnaire = ? ORDER BY arrival DESC LIMIT ?",
                                    names.text(0), ofEach));
        while (TRY(rows.next())) {
            auto given = TRY(scores(rows.integer(0)));
            found.push_back({rows.text(1),
                             rows.text(2),
                             rows.text(3),
                             rows.text(4),
                             rows.text(5),
                             {},
                             std::move(given),
                             optionalText(rows, 6)});
        }
    }
    return found;
}

Result<void> SqlcipherServerStore::forEachEnvelope(std::function<Result<void>(StoredEnvelope const&)> const& callback) {
    TRY(reconnect());
    auto rows = TRY(m_connection->query("SELECT device.id, number, received_ms, bytes FROM device JOIN envelope ON "
                                        "envelope.device = device.key ORDER BY device.id, number"));
    while (TRY(rows.next())) TRY(callback({rows.id(0), rows.number(1), rows.instant(2), rows.blob(3)}));
    return {};
}

Result<void> SqlcipherServerStore::check() {
    TRY(reconnect());
    return m_connection->checkPages();
}

} // namespace sync_server
