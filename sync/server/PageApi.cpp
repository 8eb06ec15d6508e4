#include "sync/server/PageApi.h"

#include "kiosk/core/base/Encoding.h"
#include "kiosk/core/base/Log.h"
#include "sync/server/StatusPage.h"

using sync_http::Request;
using HttpResponse = sync_http::Response;

namespace sync_server {

namespace {

constexpr std::string_view user = "practice:";

Digest authorizationFor(ByteView password) {
    Bytes credentials = kiosk::toBytes(user);
    kiosk::base::append(credentials, password);
    auto header = "Basic " + kiosk::base::toBase64(credentials);
    auto digest = kiosk::crypto::sha256(kiosk::asBytes(header));
    kiosk::base::wipe(credentials);
    kiosk::base::wipe(header);
    return digest;
}

HttpResponse content(std::string_view type, std::string const& text) {
    return {200, std::string(type) + "; charset=utf-8", {}, kiosk::toBytes(text)};
}

void addSecurityHeaders(HttpResponse& response) {
    response.headers.insert(response.headers.end(), {{"Content-Security-Policy", pagePolicy()},
                                                     {"X-Content-Type-Options", "nosniff"},
                                                     {"X-Frame-Options", "DENY"},
                                                     {"Referrer-Policy", "no-referrer"},
                                                     {"Cross-Origin-Resource-Policy", "same-origin"},
                                                     {"Cache-Control", "no-store"}});
}

} // namespace

PageApi::PageApi(ServerStore& store, std::string practice, ByteView password, kiosk::Clock const& clock) :
    m_store(store), m_practice(std::move(practice)), m_authorization(authorizationFor(password)), m_clock(clock) {}

HttpResponse PageApi::handle(Request const& request) {
    auto response = page(request);
    addSecurityHeaders(response);
    return response;
}

HttpResponse PageApi::page(Request const& request) {
    bool json = request.path == "/status.json";
    if (request.method != "GET") return HttpResponse::text(405, "not with this method");
    if (!json && request.path != "/") return HttpResponse::text(404, "no such page");
    if (!mayEnter(request)) {
        auto refused = HttpResponse::text(401, "user and password, please");
        refused.headers.push_back({"WWW-Authenticate", "Basic realm=\"Candor\", charset=\"UTF-8\""});
        return refused;
    }
    auto overview = overviewOf(m_store, m_practice, m_clock.now());
    if (overview)
        return json ? content("application/json", toJson(*overview).dump()) : content("text/html", toHtml(*overview));
    kiosk::base::log(kiosk::base::LogLevel::Alarm, "page", overview.error().text);
    return HttpResponse::text(503, "the store cannot be read now");
}

/// Compares hashes: how long that takes tells nothing of the password.
bool PageApi::mayEnter(Request const& request) const {
    auto const* header = request.header("Authorization");
    return header != nullptr && kiosk::crypto::sha256(kiosk::asBytes(*header)) == m_authorization;
}

} // namespace sync_server
