#pragma once

#include "kiosk/core/sql/Value.h"

#include <memory>
#include <string>

struct sqlite3_stmt;

namespace kiosk::sql {

struct Database;

/// The rows of a query. Must not outlive its Connection; the connection's thread only.
///
///     auto rows = TRY(connection.query("SELECT name FROM thing WHERE id = ?", id));
///     while (TRY(rows.next())) use(rows.text(0));
class Statement {
public:
    /// Moves to the next row, which the readers below then see; false after the last.
    /// Locked, Full, Corrupt, Invalid (a constraint), Internal; each names the database file.
    [[nodiscard]] Result<bool> next();

    /// Starts over with other values, prepared as it is: for many rows of one kind.
    template <typename... Values>
    [[nodiscard]] Result<void> again(Values const&... values) {
        const std::array<Value, sizeof...(Values)> bound{toValue(values)...};
        return startOver(bound);
    }

    // Columns count from 0. NULL reads as zero or empty.
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::uint64_t number(int column) const { return static_cast<std::uint64_t>(integer(column)); }
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] Bytes blob(int column) const;
    [[nodiscard]] Instant instant(int column) const { return Instant(std::chrono::milliseconds(integer(column))); }
    /// A blob of known length (hash, id). The table's CHECK keeps the length: a shorter one is filled with zeros.
    template <std::size_t N>
    [[nodiscard]] std::array<std::uint8_t, N> bytes(int column) const {
        std::array<std::uint8_t, N> filled{};
        fill(column, filled);
        return filled;
    }
    [[nodiscard]] Uuid id(int column) const { return Uuid{bytes<16>(column)}; }

private:
    friend class Connection;
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    explicit Statement(Database& database) : m_database(&database) {}
    [[nodiscard]] Result<void> prepare(std::string_view text);
    [[nodiscard]] Result<void> startOver(std::span<const Value> values);
    [[nodiscard]] Result<void> bind(std::span<const Value> values);
    void fill(int column, std::span<std::uint8_t> to) const;

    Database* m_database;
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

} // namespace kiosk::sql
