#include "kiosk/core/sql/Connection.h"

#include "kiosk/core/base/Encoding.h"
#include "kiosk/core/sql/Database.h"
#include "kiosk/core/sql/LogCheck.h"

#include <cstdio>
#include <cstring>
#include <sodium.h>

namespace kiosk::sql {

namespace {

constexpr std::size_t keySize = 32;
constexpr int busyTimeoutMs = 5000;
using Salt = std::array<std::uint8_t, 16>; // SQLCipher keeps it in the first 16 bytes of the file, readable

/// The salt of a file is derived from its key (keyed BLAKE2b), so that the start of a file tells a wrong key from
/// damage. With a raw key SQLCipher only derives the MAC key from key and salt: nothing depends on a random salt.
Salt saltFor(SecretBytes const& key) {
    auto const purpose = asBytes("candor/sqlcipher-salt/1");
    Salt salt{};
    crypto_generichash(salt.data(), salt.size(), purpose.data(), purpose.size(), key.data(), key.size());
    return salt;
}

/// `x'<64 hex key><32 hex salt>'`: SQLCipher's spelling of a raw key with its salt.
SecretBytes keyText(SecretBytes const& key) {
    auto const salt = saltFor(key);
    constexpr std::size_t keyDigits = 2 * keySize, saltDigits = 2 * salt.size();
    SecretBytes text(2 + keyDigits + saltDigits + 1);
    auto* const spelled = reinterpret_cast<char*>(text.data());
    std::memcpy(spelled, "x'", 2);
    sodium_bin2hex(spelled + 2, keyDigits + 1, key.data(), key.size()); // each writes a zero behind its digits
    sodium_bin2hex(spelled + 2 + keyDigits, saltDigits + 1, salt.data(), salt.size());
    spelled[text.size() - 1] = '\'';
    return text;
}

Path withSuffix(Path const& file, std::string_view suffix) {
    return file.string() + std::string(suffix);
}

sqlite3_file* mainFile(Database& database) {
    sqlite3_file* file = nullptr;
    sqlite3_file_control(database.handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    return file;
}

/// Read through SQLite's own descriptor: closing another one would drop this process's locks on the file.
Result<Salt> storedSalt(Database& database) {
    auto* file = mainFile(database);
    Salt salt{};
    int const code = file->pMethods->xRead(file, salt.data(), salt.size(), 0);
    if (code == SQLITE_IOERR_SHORT_READ)
        return fail(ErrorKind::Corrupt, database.file.string() + ": is empty or cut short");
    if (code != SQLITE_OK) return fail(database.error(code));
    if (std::memcmp(salt.data(), "SQLite format 3", salt.size()) == 0)
        return fail(ErrorKind::Corrupt, database.file.string() + ": is not encrypted");
    return salt;
}

bool heldByAnother(Database& database) {
    auto* file = mainFile(database);
    int const code = file->pMethods->xLock(file, SQLITE_LOCK_SHARED);
    if (code == SQLITE_OK) file->pMethods->xUnlock(file, SQLITE_LOCK_NONE);
    return code == SQLITE_BUSY;
}

Result<void> openHandle(Database& database) {
    int const flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE;
    int const code = sqlite3_open_v2(database.file.c_str(), &database.handle, flags, nullptr);
    if (code != SQLITE_OK) return fail(database.error(code));
    sqlite3_busy_timeout(database.handle, busyTimeoutMs);
    return {};
}

Result<void> giveKey(Database& database, SecretBytes const& key) {
    auto const text = keyText(key);
    int const code = sqlite3_key(database.handle, text.data(), static_cast<int>(text.size()));
    if (code != SQLITE_OK) return fail(database.error(code));
    return {};
}

Result<void> configure(Database& database, int option, int wanted) {
    int now = -1;
    if (sqlite3_db_config(database.handle, option, wanted, &now) == SQLITE_OK && now == wanted) return {};
    return fail(ErrorKind::Internal, "this SQLite does not take option " + std::to_string(option));
}

/// Tells a wrong key from damage by the salt. See saltFor.
Error explain(Error error, Path const& file, bool saltMatches) {
    if (error.kind != ErrorKind::Corrupt || saltMatches) return error;
    return {ErrorKind::Denied, file.string() + ": the key does not fit (or the file's first bytes were altered)"};
}

/// "4.6.1 community" is 4.5 or newer; a plain SQLite answers nothing.
bool isNewEnough(std::string_view version) {
    int major = 0;
    int minor = 0;
    return std::sscanf(std::string(version).c_str(), "%d.%d", &major, &minor) == 2 &&
           std::pair(major, minor) >= std::pair(4, 5);
}

} // namespace

Connection::Connection(std::unique_ptr<Database> database) : m_database(std::move(database)) {}
Connection::Connection(Connection&&) noexcept = default;
Connection& Connection::operator=(Connection&&) noexcept = default;
Connection::~Connection() = default;

Result<Connection> Connection::open(Path const& file, SecretBytes key, Sharing sharing) {
    if (key.size() != keySize) return fail(ErrorKind::Invalid, file.string() + ": its key must be 32 bytes");
    std::error_code unreadable;
    if (!std::filesystem::exists(file, unreadable) && !unreadable) TRY(create(file, key));
    return openExisting(file, key, sharing);
}

/// Made under another name and put in place whole: a file of 0 bytes is then always damage, never a new store.
Result<void> Connection::create(Path const& file, SecretBytes const& key) {
    std::error_code ignored;
    if (std::filesystem::exists(withSuffix(file, "-wal"), ignored))
        return fail(ErrorKind::Corrupt, file.string() + ": is missing, while its write-ahead log is there");
    const Path hidden = file.parent_path() / ("." + file.filename().string() + ".new");
    for (auto const* suffix : {"", "-wal", "-journal"}) TRY(base::removeFile(withSuffix(hidden, suffix)));
    TRY(base::writeFileDurably(hidden, {}, base::ownerOnly));
    {
        Connection made(std::make_unique<Database>(hidden));
        TRY(openHandle(*made.m_database));
        TRY(giveKey(*made.m_database, key));
        TRY(made.setUp(Sharing::Exclusive));
        TRY(made.run("PRAGMA user_version = 0"));
        TRY(made.emptyLog());
    }
    return base::renameDurably(hidden, file);
}

Result<Connection> Connection::openExisting(Path const& file, SecretBytes const& key, Sharing sharing) {
    Connection opened(std::make_unique<Database>(file));
    auto& database = *opened.m_database;
    TRY(openHandle(database));
    bool const saltMatches = TRY(storedSalt(database)) == saltFor(key);
    // Who shares a file may look at a log in motion; so does who comes second, and is told by the lock below.
    if (sharing == Sharing::Exclusive && !heldByAnother(database)) TRY(checkLog(withSuffix(file, "-wal")));
    TRY(giveKey(database, key));
    if (auto ready = opened.setUp(sharing); !ready) return fail(explain(ready.error(), file, saltMatches));
    if (!saltMatches) return fail(ErrorKind::Corrupt, file.string() + ": its first bytes were altered");
    TRY(opened.emptyLog());
    return opened;
}

/// Unknown pragmas succeed without a word, so each setting is read back.
Result<void> Connection::setUp(Sharing sharing) {
    if (!isNewEnough(TRY(first("PRAGMA cipher_version"))))
        return fail(ErrorKind::Internal, "SQLCipher 4.5 or newer is needed: this SQLite does not encrypt or is older");
    TRY(run("PRAGMA cipher_log_level = NONE")); // what goes wrong is told by our errors, once
    TRY(run("PRAGMA cipher_compatibility = 4"));
    for (int const option : {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, SQLITE_DBCONFIG_TRUSTED_SCHEMA,
                             SQLITE_DBCONFIG_DQS_DDL, SQLITE_DBCONFIG_DQS_DML})
        TRY(configure(*m_database, option, 0));
    TRY(configure(*m_database, SQLITE_DBCONFIG_DEFENSIVE, 1));
    TRY(set("temp_store", "MEMORY", "2"));
    TRY(set("mmap_size", "0", "0"));
    if (sharing == Sharing::Exclusive) TRY(set("locking_mode", "EXCLUSIVE", "exclusive"));
    TRY(first("SELECT count(*) FROM sqlite_master")); // the first read of the file: proves the key
    TRY(set("journal_mode", "WAL", "wal"));
    TRY(set("synchronous", "FULL", "2"));
    TRY(set("secure_delete", "ON", "1"));
    TRY(set("foreign_keys", "ON", "1"));
    return set("cell_size_check", "ON", "1");
}

Result<void> Connection::set(std::string_view pragma, std::string_view value, std::string_view expected) {
    auto const name = "PRAGMA " + std::string(pragma);
    TRY(run(name + " = " + std::string(value)));
    if (TRY(first(name)) == expected) return {};
    return fail(ErrorKind::Internal, m_database->file.string() + ": " + name + " does not take effect");
}

Result<std::string> Connection::first(std::string_view text) {
    auto rows = TRY(query(text));
    return TRY(rows.next()) ? rows.text(0) : std::string();
}

Result<void> Connection::migrate(Migrations migrations) {
    for (auto const& migration : migrations) TRY(apply(migration));
    auto const version = std::stoi(TRY(first("PRAGMA user_version")));
    auto const known = static_cast<int>(migrations.size());
    if (version <= known) return {};
    return fail(ErrorKind::Invalid, m_database->file.string() + ": was written by a newer program (schema " +
                                        std::to_string(version) + ", this one knows " + std::to_string(known) + ")");
}

Result<void> Connection::apply(Migration const& migration) {
    auto transaction = TRY(Transaction::begin(*this));
    if (std::stoi(TRY(first("PRAGMA user_version"))) != migration.number - 1) return {}; // seen before, or newer
    if (auto done = runScript(migration.text); !done) return fail(done.error().in(migration.name));
    TRY(run("PRAGMA user_version = " + std::to_string(migration.number)));
    return transaction.commit();
}

Result<void> Connection::runScript(std::string_view script) {
    int const code = sqlite3_exec(m_database->handle, std::string(script).c_str(), nullptr, nullptr, nullptr);
    if (code == SQLITE_OK) return {};
    auto error = m_database->error(code);
    if (code == SQLITE_ERROR) error.text += std::string(": ") + sqlite3_errmsg(m_database->handle);
    return fail(std::move(error));
}

Result<void> Connection::checkPages() {
    if (TRY(first("PRAGMA cipher_integrity_check")).empty()) return {};
    return fail(ErrorKind::Corrupt, m_database->file.string() + ": a page was altered");
}

Result<void> Connection::emptyLog() {
    TRY(m_database->usable());
    auto* const handle = m_database->handle;
    sqlite3_busy_timeout(handle, 0); // whoever else reads the log keeps it alive: no use in waiting
    int const code = sqlite3_wal_checkpoint_v2(handle, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    sqlite3_busy_timeout(handle, busyTimeoutMs);
    if (code == SQLITE_OK || (code & 0xff) == SQLITE_BUSY) return {};
    return fail(m_database->error(code));
}

std::int64_t Connection::changes() const {
    return sqlite3_changes64(m_database->handle);
}

Path const& Connection::file() const {
    return m_database->file;
}

bool Connection::isSuspect() const {
    return m_database->suspect;
}

Result<void> Connection::runBound(std::string_view text, std::span<const Value> values) {
    auto statement = TRY(queryBound(text, values));
    while (TRY(statement.next())) {
    }
    return {};
}

Result<Statement> Connection::queryBound(std::string_view text, std::span<const Value> values) {
    Statement statement(*m_database);
    TRY(statement.prepare(text));
    TRY(statement.bind(values));
    return statement;
}

Result<Transaction> Transaction::begin(Connection& connection) {
    TRY(connection.run("BEGIN IMMEDIATE"));
    return Transaction(connection);
}

Transaction::~Transaction() {
    if (m_connection == nullptr) return;
    // Some failures roll back by themselves; then this one has nothing to do and says so.
    [[maybe_unused]] auto const undone = m_connection->run("ROLLBACK");
}

Result<void> Transaction::commit() {
    TRY(m_connection->run("COMMIT"));
    m_connection = nullptr;
    return {};
}

} // namespace kiosk::sql
