#pragma once

#include "sync/server/SqlcipherServerStore.h"
#include "tests/support/sync/Chain.h"
#include "tests/support/sync/ServerFolder.h"

#include <functional>

namespace tests {

using support::Chain;
using support::must;
using support::TempFolder;

/// A kind of ServerStore for the contract tests: each call opens another instance on the same data.
struct StoreKind {
    std::string name;
    std::function<std::unique_ptr<sync_server::ServerStore>(kiosk::Path const& folder)> open;
};

inline std::unique_ptr<sync_server::ServerStore> openSqlcipher(kiosk::Path const& folder) {
    using sync_server::SqlcipherServerStore;
    auto store = must(SqlcipherServerStore::open(folder / "practice.db", kiosk::SecretBytes(kiosk::Bytes(32, 3))));
    return std::make_unique<SqlcipherServerStore>(std::move(store));
}

inline sync_server::Device deviceOf(Chain const& chain) {
    return {chain.device(), "Front desk", chain.key().verifyKey(), {1, 2, 3}, kiosk::Instant(std::chrono::seconds(5))};
}

inline sync_server::Arrival arrivalOf(Chain::Link const& link) {
    return {link.head.record, link.head.number, link.head.previous, link.link, link.bytes};
}

} // namespace tests
