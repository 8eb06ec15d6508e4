#include "kiosk/core/sql/Statement.h"

#include "kiosk/core/sql/Database.h"

#include <algorithm>

namespace kiosk::sql {

namespace {

/// SQLite copies the values: a query may outlive what it was given. A null pointer would bind NULL, not "".
struct Binder {
    sqlite3_stmt* statement;
    int index;

    int operator()(std::monostate) const { return sqlite3_bind_null(statement, index); }
    int operator()(std::int64_t number) const { return sqlite3_bind_int64(statement, index, number); }
    int operator()(double number) const { return sqlite3_bind_double(statement, index, number); }
    int operator()(std::string_view text) const {
        auto const* data = text.data() == nullptr ? "" : text.data();
        return sqlite3_bind_text64(statement, index, data, text.size(), copied(), SQLITE_UTF8);
    }
    int operator()(ByteView blob) const {
        void const* data = blob.data() == nullptr ? static_cast<void const*>("") : blob.data();
        return sqlite3_bind_blob64(statement, index, data, blob.size(), copied());
    }

    static sqlite3_destructor_type copied() {
        return reinterpret_cast<sqlite3_destructor_type>(-1);
    } // SQLITE_TRANSIENT
};

ByteView view(sqlite3_stmt* statement, int column) {
    auto const* data = static_cast<std::uint8_t const*>(sqlite3_column_blob(statement, column));
    return {data, data == nullptr ? 0 : static_cast<std::size_t>(sqlite3_column_bytes(statement, column))};
}

} // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

Result<void> Statement::prepare(std::string_view text) {
    TRY(m_database->usable());
    sqlite3_stmt* statement = nullptr;
    int const code =
        sqlite3_prepare_v3(m_database->handle, text.data(), static_cast<int>(text.size()), 0, &statement, nullptr);
    m_statement.reset(statement);
    if (code == SQLITE_OK) return {};
    auto error = m_database->error(code);
    if (code == SQLITE_ERROR) error.text += std::string(": ") + sqlite3_errmsg(m_database->handle); // only our own SQL
    return fail(std::move(error));
}

Result<void> Statement::bind(std::span<const Value> values) {
    if (sqlite3_bind_parameter_count(m_statement.get()) != static_cast<int>(values.size()))
        return fail(ErrorKind::Internal,
                    m_database->file.string() + ": a statement was given too few or too many values");
    for (int index = 1; auto const& value : values) {
        if (int const code = std::visit(Binder{m_statement.get(), index}, value); code != SQLITE_OK)
            return fail(m_database->error(code));
        ++index;
    }
    return {};
}

Result<void> Statement::startOver(std::span<const Value> values) {
    sqlite3_reset(m_statement.get()); // its code repeats the error that next() returned
    return bind(values);
}

Result<bool> Statement::next() {
    TRY(m_database->usable());
    int const code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    return fail(m_database->error(code));
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(m_statement.get(), column);
}

double Statement::real(int column) const {
    return sqlite3_column_double(m_statement.get(), column);
}

std::string Statement::text(int column) const {
    return std::string(asText(view(m_statement.get(), column)));
}

Bytes Statement::blob(int column) const {
    auto const bytes = view(m_statement.get(), column);
    return {bytes.begin(), bytes.end()};
}

void Statement::fill(int column, std::span<std::uint8_t> to) const {
    auto const bytes = view(m_statement.get(), column);
    std::copy_n(bytes.begin(), std::min(bytes.size(), to.size()), to.begin());
}

} // namespace kiosk::sql
