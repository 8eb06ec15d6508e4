#pragma once

#include "sync/http/Server.h"
#include "sync/server/EnrolmentDesk.h"
#include "sync/server/Ingest.h"

namespace sync_server {

/// The paths that kiosks use (PROTOCOL.md), as functions from a request to a response.
class KioskApi {
public:
    /// `onIngest` is called after envelopes came in.
    KioskApi(ServerStore& store, Ingest& ingest, EnrolmentDesk& enrolment, PackShelf const& packs,
             std::function<void()> onIngest) :
        m_store(store),
        m_ingest(ingest), m_enrolment(enrolment), m_packs(packs), m_onIngest(std::move(onIngest)) {}

    /// Refuses whoever is not an enrolled kiosk where one is needed; asks the store each time, so that a kiosk is heard
    /// no more from the moment it is revoked, also on a connection that is open.
    [[nodiscard]] sync_http::Handler::Admission admit(sync_http::RequestHead const& head);
    [[nodiscard]] sync_http::Response handle(sync_http::Request const& request);
    [[nodiscard]] bool knows(sync_http::PeerCertificate const& who) { return deviceOf(&who).has_value(); }

private:
    using Known = tl::expected<Device, sync_http::Response>;
    [[nodiscard]] Known deviceOf(sync_http::PeerCertificate const* certificate);
    [[nodiscard]] Result<Device> find(sync_http::PeerCertificate const* certificate);
    [[nodiscard]] Result<sync_http::Response> route(sync_http::Request const& request);
    [[nodiscard]] Result<sync_http::Response> envelopes(sync_http::Request const& request);
    [[nodiscard]] Result<sync_http::Response> packs(sync_http::Request const& request);
    [[nodiscard]] Result<sync_http::Response> enrol(sync_http::Request const& request);

    ServerStore& m_store;
    Ingest& m_ingest;
    EnrolmentDesk& m_enrolment;
    PackShelf const& m_packs;
    std::function<void()> m_onIngest;
};

} // namespace sync_server
