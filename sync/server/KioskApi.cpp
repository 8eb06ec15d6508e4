#include "sync/server/KioskApi.h"

#include "kiosk/core/base/Log.h"
#include "sync/server/Faults.h"

#include <charconv>

using kiosk::ErrorKind;
using sync_http::Request;
using HttpResponse = sync_http::Response;
namespace protocol = sync_protocol;

namespace sync_server {

namespace {

unsigned statusOf(ErrorKind kind) {
    switch (kind) {
    case ErrorKind::Denied: return 403;
    case ErrorKind::Invalid:
    case ErrorKind::Corrupt: return 400;
    case ErrorKind::Locked: return 429;
    default: return 503;
    }
}

/// What went wrong in here is for our log; what is wrong with the request is for who sent it.
HttpResponse toResponse(kiosk::Error const& error) {
    auto status = statusOf(error.kind);
    if (status != 503) return HttpResponse::text(status, error.text);
    kiosk::base::log(kiosk::base::LogLevel::Alarm, "server", "request failed", {{"reason", error.text}});
    return HttpResponse::text(status, "the server cannot do this now");
}

HttpResponse answerOf(std::string_view type, Bytes body) {
    return {200, std::string(type), {}, std::move(body)};
}

std::uint64_t waitingOf(Request const& request) {
    std::uint64_t waiting = 0;
    if (auto const* text = request.header(protocol::waitingHeader))
        std::from_chars(text->data(), text->data() + text->size(), waiting);
    return std::min<std::uint64_t>(waiting, std::numeric_limits<std::int32_t>::max());
}

} // namespace

std::size_t KioskApi::bodyCap(sync_http::RequestHead const& head) {
    if (head.path == protocol::envelopesPath && head.certificate != nullptr) return protocol::batchCapBytes;
    return head.path == protocol::enrolPath ? protocol::enrolmentRequestCapBytes : 0;
}

HttpResponse KioskApi::handle(Request const& request) {
    auto response = route(request);
    return response ? std::move(*response) : toResponse(response.error());
}

Result<HttpResponse> KioskApi::route(Request const& request) {
    auto is = [&](std::string_view method, std::string_view path) {
        return request.method == method && request.path == path;
    };
    if (is("POST", protocol::envelopesPath)) return envelopes(request);
    if (is("GET", protocol::packsPath)) return packs(request);
    if (is("POST", protocol::enrolPath)) return enrol(request);
    bool known = request.path == protocol::envelopesPath || request.path == protocol::packsPath ||
                 request.path == protocol::enrolPath;
    return known ? HttpResponse::text(405, "not with this method") : HttpResponse::text(404, "no such path");
}

/// A certificate of the practice's authority is not enough: it must be the very one that was given to this kiosk.
Result<Device> KioskApi::deviceOf(Request const& request) {
    auto denied = [] { return kiosk::fail(ErrorKind::Denied, "this needs the certificate of an enrolled kiosk"); };
    if (!request.certificate) return denied();
    auto id = Uuid::parse(request.certificate->commonName);
    if (!id) return denied();
    auto device = m_store.device(*id);
    if (!device && device.error().kind != ErrorKind::NotFound) return kiosk::fail(ours(device.error()));
    if (!device || device->certificate != request.certificate->fingerprint) return denied();
    return device;
}

Result<HttpResponse> KioskApi::envelopes(Request const& request) {
    auto device = TRY(deviceOf(request));
    auto answer = TRY(m_ingest.take(device, request.body, waitingOf(request)));
    if (!request.body.empty()) m_onIngest();
    return answerOf(protocol::answerType, std::move(answer));
}

Result<HttpResponse> KioskApi::packs(Request const& request) {
    TRY(deviceOf(request));
    auto have = TRY(protocol::parsePacksQuery(request.query));
    auto pack = m_packs.newerThan(have);
    if (!pack) return kiosk::fail(ours(pack.error()));
    if (pack->empty()) return HttpResponse{204, {}, {}, {}};
    return answerOf(protocol::packType, std::move(*pack));
}

Result<HttpResponse> KioskApi::enrol(Request const& request) {
    auto granted = TRY(m_enrolment.enrol(request.body, request.address));
    return answerOf("application/json", kiosk::toBytes(granted.toText()));
}

} // namespace sync_server
