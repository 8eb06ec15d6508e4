#include "sync/server/EnrolmentDesk.h"

#include "kiosk/core/base/Json.h"
#include "kiosk/core/base/Log.h"
#include "sync/http/Certificates.h"
#include "sync/server/Faults.h"

using kiosk::ErrorKind;
using kiosk::base::LogLevel;
using sync_protocol::EnrolmentGrant;
using sync_protocol::EnrolmentRequest;

namespace sync_server {

namespace {

constexpr int refusalsAllowed = 10;
constexpr std::chrono::minutes refusalPeriod{1};
constexpr std::size_t mostAddresses = 1024;
constexpr std::size_t codeFileCap = 4096;

tl::unexpected<kiosk::Error> badCode() {
    return kiosk::fail(ErrorKind::Denied, "the enrolment code is unknown, was used or has expired");
}

} // namespace

Result<EnrolmentGrant> EnrolmentDesk::enrol(ByteView text, std::string const& address) {
    if (isTooFast(address)) return kiosk::fail(ErrorKind::Locked, "too many wrong codes; wait a minute");
    auto request = TRY(EnrolmentRequest::parse(text));
    auto granted = grant(request);
    if (granted) {
        kiosk::base::log(LogLevel::Info, "enrolment", "kiosk enrolled", {{"device", granted->device.toString()}});
        return granted;
    }
    if (granted.error().kind == ErrorKind::Denied) noteRefusal(address);
    kiosk::base::log(LogLevel::Warning, "enrolment", "refused", {{"reason", granted.error().text}});
    return granted;
}

/// All that can fail is done before the code is taken; whoever renames its file first has it.
Result<EnrolmentGrant> EnrolmentDesk::grant(EnrolmentRequest const& request) {
    auto hash = sync_protocol::codeHash(request.code);
    TRY(checkCode(hash));
    auto pack = TRY(newestFactoryPack());
    EnrolmentGrant granted{Uuid::random(), {}, m_keys.authorityPem, m_keys.root, std::move(pack)};
    granted.certificate = TRY(sync_http::signClientRequest(request.certificateRequest, granted.device.toString(),
                                                           m_keys.authorityPem, m_keys.authorityKeyPem, m_clock.now()));
    auto certificate = TRY(sync_http::fingerprint(granted.certificate));
    auto code = m_codes / (hash + ".json");
    auto used = m_codes / (hash + ".used");
    if (auto taken = kiosk::base::renameDurably(code, used); !taken)
        return taken.error().kind == ErrorKind::NotFound ? badCode() : kiosk::fail(ours(taken.error()));
    auto added = m_store.addDevice({granted.device, request.name, request.signingKey, certificate, m_clock.now()});
    if (added) return granted;
    TRY(kiosk::base::renameDurably(used, code)); // nobody got anything for it
    return kiosk::fail(ours(added.error()));
}

Result<void> EnrolmentDesk::checkCode(std::string const& hash) const {
    auto file = m_codes / (hash + ".json");
    auto text = kiosk::base::readFile(file, codeFileCap);
    if (!text) return text.error().kind == ErrorKind::NotFound ? badCode() : kiosk::fail(ours(text.error()));
    auto json = kiosk::base::parseJson(*text);
    auto expires = json ? kiosk::base::textMember(*json, "expires") : Result<std::string>(kiosk::fail(json.error()));
    auto end = expires ? kiosk::base::parseIsoText(*expires) : Result<Instant>(kiosk::fail(expires.error()));
    if (!end) return kiosk::fail(ours(end.error().in(file.string())));
    if (*end <= m_clock.now()) return badCode();
    return {};
}

Result<Bytes> EnrolmentDesk::newestFactoryPack() const {
    auto newest = TRY(m_packs.newest());
    auto factory = newest.find("factory");
    if (factory == newest.end()) return kiosk::fail(ErrorKind::NotFound, "the server has no factory pack");
    return m_packs.read(factory->first, factory->second);
}

bool EnrolmentDesk::isTooFast(std::string const& address) {
    auto found = m_refused.find(address);
    if (found == m_refused.end()) return false;
    auto passed = m_clock.now() - found->second.since;
    if (passed < Instant::duration::zero() || passed >= refusalPeriod) { // also when the clock was set back
        m_refused.erase(found);
        return false;
    }
    return found->second.count >= refusalsAllowed;
}

void EnrolmentDesk::noteRefusal(std::string const& address) {
    if (m_refused.size() >= mostAddresses) m_refused.clear();
    auto& refused = m_refused[address];
    if (refused.count++ == 0) refused.since = m_clock.now();
}

} // namespace sync_server
