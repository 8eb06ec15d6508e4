#pragma once

#include "kiosk/core/base/File.h"
#include "kiosk/core/base/SecretBytes.h"
#include "kiosk/core/sql/Migration.h"
#include "kiosk/core/sql/Statement.h"

namespace kiosk::sql {

/// Exclusive: no second process or connection gets in, and there is no -shm file. Shared: several may.
enum class Sharing { Exclusive, Shared };

/// An open SQLCipher database, keyed, checked and set to our rules. One thread owns it.
///
/// A failed write or fsync leaves unknown what is on the disk: from then on each call returns Internal, until the
/// database is opened again (which carries what reached the log into the main file, by fresh writes).
class Connection {
public:
    /// Opens `file`, or makes it (mode 0600, whole or not at all, durable) if it is not there. `key` is 32 random
    /// bytes; it is wiped when the connection is closed. Takes milliseconds: no password is stretched.
    /// Denied: wrong key, or no permission. Corrupt: not encrypted, empty, cut, altered in its first page or its
    /// write-ahead log; the text names the file. Locked: held by another for more than 5 s.
    [[nodiscard]] static Result<Connection> open(Path const& file, SecretBytes key,
                                                 Sharing sharing = Sharing::Exclusive);

    Connection(Connection&&) noexcept;
    Connection& operator=(Connection&&) noexcept;
    ~Connection();

    /// Runs one statement to its end. Outside a Transaction a change is durable on return.
    template <typename... Values>
    [[nodiscard]] Result<void> run(std::string_view text, Values const&... values) {
        const std::array<Value, sizeof...(Values)> bound{toValue(values)...};
        return runBound(text, bound);
    }
    template <typename... Values>
    [[nodiscard]] Result<Statement> query(std::string_view text, Values const&... values) {
        const std::array<Value, sizeof...(Values)> bound{toValue(values)...};
        return queryBound(text, bound);
    }
    /// Rows that the last INSERT, UPDATE or DELETE changed.
    [[nodiscard]] std::int64_t changes() const;

    /// Applies the steps that the file has not seen, each in a transaction of its own.
    /// Invalid: the file was written by a newer program.
    [[nodiscard]] Result<void> migrate(Migrations migrations);

    /// Reads every page and checks its MAC: about 10 us a page of 4 KiB. Corrupt names the file.
    [[nodiscard]] Result<void> checkPages();

    /// Moves the write-ahead log into the main file and cuts the log to nothing, so that content deleted before is
    /// gone from both. Three fsyncs. Leaves the log alone while another reads it.
    [[nodiscard]] Result<void> emptyLog();

    [[nodiscard]] Path const& file() const;
    /// A write or fsync failed: nothing but opening the database again helps.
    [[nodiscard]] bool isSuspect() const;

private:
    explicit Connection(std::unique_ptr<Database> database);
    [[nodiscard]] static Result<Connection> openExisting(Path const& file, SecretBytes const& key, Sharing sharing);
    [[nodiscard]] static Result<void> create(Path const& file, SecretBytes const& key);
    [[nodiscard]] Result<void> setUp(Sharing sharing);
    [[nodiscard]] Result<void> set(std::string_view pragma, std::string_view value, std::string_view expected);
    [[nodiscard]] Result<std::string> first(std::string_view text);
    [[nodiscard]] Result<void> apply(Migration const& migration);
    [[nodiscard]] Result<void> runScript(std::string_view script);
    [[nodiscard]] Result<void> runBound(std::string_view text, std::span<const Value> values);
    [[nodiscard]] Result<Statement> queryBound(std::string_view text, std::span<const Value> values);

    std::unique_ptr<Database> m_database;
};

/// Takes the write lock at once; rolls back when destroyed without commit().
class Transaction {
public:
    /// Locked: another holds the write lock for more than 5 s.
    [[nodiscard]] static Result<Transaction> begin(Connection& connection);
    Transaction(Transaction&& other) noexcept : m_connection(std::exchange(other.m_connection, nullptr)) {}
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    /// Durable on return. After an error nothing of it counts as done.
    [[nodiscard]] Result<void> commit();

private:
    explicit Transaction(Connection& connection) : m_connection(&connection) {}
    Connection* m_connection;
};

} // namespace kiosk::sql
