#pragma once

#include "kiosk/core/base/Clock.h"
#include "kiosk/core/base/Uuid.h"
#include "kiosk/core/sql/Connection.h"

#include <optional>

namespace kiosk::store {

/// How often a secret was tried since it was last right, and when.
struct Tries {
    std::uint32_t count = 0;
    Uuid boot;                      ///< the run of the machine in which the last was begun
    std::chrono::milliseconds at{}; ///< since that boot
    bool operator==(Tries const&) const = default;
};

/// What is kept about a member of staff who came to this kiosk.
struct SignIn {
    Uuid user;
    std::string pin; ///< Argon2id; empty: none chosen yet
    Tries pinTries;
    Tries codeTries;
};

// In the caller's transaction.

[[nodiscard]] Result<std::optional<SignIn>> readSignIn(sql::Connection& connection, Uuid const& user);
[[nodiscard]] Result<std::vector<SignIn>> readSignIns(sql::Connection& connection);
[[nodiscard]] Result<void> writeSignIn(sql::Connection& connection, SignIn const& signIn);

} // namespace kiosk::store
