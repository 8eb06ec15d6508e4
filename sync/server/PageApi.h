#pragma once

#include "kiosk/core/base/SecretBytes.h"
#include "sync/http/Server.h"
#include "sync/server/ServerStore.h"

namespace sync_server {

/// The status page and status.json, behind a password (HTTP Basic, user "practice").
class PageApi {
public:
    PageApi(ServerStore& store, std::string practice, kiosk::ByteView password, kiosk::Clock const& clock);

    [[nodiscard]] sync_http::Response handle(sync_http::Request const& request);
    [[nodiscard]] static sync_http::Handler::Admission admit(sync_http::RequestHead const&) { return 0; }
    [[nodiscard]] static bool knows(sync_http::PeerCertificate const&) { return false; }

private:
    [[nodiscard]] sync_http::Response page(sync_http::Request const& request);
    [[nodiscard]] bool mayEnter(sync_http::Request const& request) const;

    ServerStore& m_store;
    std::string m_practice;
    Digest m_authorization; ///< SHA-256 of the right Authorization header
    kiosk::Clock const& m_clock;
};

} // namespace sync_server
