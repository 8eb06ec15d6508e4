#include "kiosk/core/store/SignIns.h"

namespace kiosk::store {

namespace {

constexpr std::string_view columns =
    "SELECT user, pin, pin_tries, pin_boot, pin_at_ms, code_tries, code_boot, code_at_ms FROM sign_in ";

Tries triesAt(sql::Statement const& rows, int column) {
    return {static_cast<std::uint32_t>(rows.number(column)), rows.id(column + 1),
            std::chrono::milliseconds(rows.integer(column + 2))};
}

SignIn signInOf(sql::Statement const& rows) {
    return {rows.id(0), rows.text(1), triesAt(rows, 2), triesAt(rows, 5)};
}

} // namespace

Result<std::optional<SignIn>> readSignIn(sql::Connection& connection, Uuid const& user) {
    auto rows = TRY(connection.query(std::string(columns) + "WHERE user = ?", user));
    if (!TRY(rows.next())) return std::nullopt;
    return signInOf(rows);
}

Result<std::vector<SignIn>> readSignIns(sql::Connection& connection) {
    std::vector<SignIn> all;
    auto rows = TRY(connection.query(std::string(columns) + "ORDER BY user"));
    while (TRY(rows.next())) all.push_back(signInOf(rows));
    return all;
}

Result<void> writeSignIn(sql::Connection& connection, SignIn const& signIn) {
    auto const& [user, pin, pinTries, codeTries] = signIn;
    return connection.run("INSERT OR REPLACE INTO sign_in VALUES (?, ?, ?, ?, ?, ?, ?, ?)", user, pin, pinTries.count,
                          pinTries.boot, pinTries.at.count(), codeTries.count, codeTries.boot, codeTries.at.count());
}

} // namespace kiosk::store
