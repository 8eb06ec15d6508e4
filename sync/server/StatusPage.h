#pragma once

#include "kiosk/core/base/Json.h"
#include "sync/server/ServerStore.h"

namespace sync_server {

/// What the page shows at one moment. No answers, no free text.
struct Overview {
    std::string practice;
    Instant now;
    Totals totals;
    std::vector<DeviceStatus> devices;
    std::vector<Response> latest;
};

[[nodiscard]] Result<Overview> overviewOf(ServerStore& store, std::string practice, Instant now);

/// One HTML page without scripts; it loads itself again every ten seconds.
[[nodiscard]] std::string toHtml(Overview const& overview);
/// The same for programs: {"practice","time","stored","doubled","projected","failed","waiting_for_projection",
/// "kiosks":[{"device_id","name","enrolled","revoked","seen","head","highest","gap","waiting"}],
/// "responses":[{"instrument","version","authored","status","language","scores":[{"code","value","standard_error",
/// "band"}]}]}; only scores that there are.
[[nodiscard]] kiosk::Json toJson(Overview const& overview);

/// The Content-Security-Policy under which the page looks as it should and can do nothing.
[[nodiscard]] std::string pagePolicy();

} // namespace sync_server
