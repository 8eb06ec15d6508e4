#include "sync/agent/Enrolment.h"

#include "kiosk/core/base/Encoding.h"
#include "kiosk/core/outbox/Outbox.h"
#include "kiosk/core/packs/Pack.h"
#include "sync/agent/KioskFolder.h"
#include "sync/http/Certificates.h"
#include "sync/http/Client.h"
#include "sync/protocol/Enrolment.h"
#include "sync/protocol/Routes.h"

using kiosk::ByteView;
using kiosk::ErrorKind;
using kiosk::Path;
using kiosk::Result;
using kiosk::SecretBytes;
using kiosk::base::writeFileDurably;
using sync_protocol::EnrolmentGrant;
using sync_protocol::EnrolmentRequest;
using sync_protocol::EnrolmentToken;

namespace sync_agent {

namespace {

constexpr std::size_t storeKeySize = 32;

/// A folder in the making, beside where it will be; gone unless it was put in place.
class Preparation {
public:
    static Result<Preparation> begin(Path const& target) {
        std::error_code ignored;
        if (std::filesystem::exists(std::filesystem::symlink_status(target, ignored)))
            return kiosk::fail(ErrorKind::Invalid, target.string() + ": is there already; a kiosk is enrolled once");
        auto hidden = target.parent_path() / ("." + target.filename().string() + ".enrolling");
        std::filesystem::remove_all(hidden, ignored); // of an enrolment that was killed
        TRY(kiosk::base::makeFolders(hidden, 0755));
        return Preparation(hidden, target);
    }
    Preparation(Preparation&& other) noexcept : m_hidden(std::exchange(other.m_hidden, {})), m_target(other.m_target) {}
    Preparation& operator=(Preparation&&) = delete;
    ~Preparation() {
        std::error_code ignored;
        if (!m_hidden.empty()) std::filesystem::remove_all(m_hidden, ignored);
    }

    [[nodiscard]] Path operator/(std::string_view name) const { return m_hidden / name; }
    Result<void> putInPlace() {
        TRY(kiosk::base::renameDurably(m_hidden, m_target));
        m_hidden.clear();
        return {};
    }

private:
    Preparation(Path hidden, Path target) : m_hidden(std::move(hidden)), m_target(std::move(target)) {}
    Path m_hidden;
    Path m_target;
};

struct Keys {
    kiosk::crypto::SigningKey signing;
    SecretBytes store;
    sync_http::KeyRequest tls;
};

/// Made and on the disk before the code is used up: a full disk must not cost a code.
Result<Keys> makeKeys(Preparation const& place) {
    auto tls = TRY(sync_http::makeKeyRequest("kiosk"));
    Keys keys{kiosk::crypto::SigningKey::generate(), SecretBytes::random(storeKeySize), std::move(tls)};
    for (auto const* name : {"app", "app-keys", "sync", "sync-keys"}) TRY(kiosk::base::makeFolders(place / name));
    TRY(kiosk::base::makeFolders(place / "packs/incoming", 0750));
    TRY(kiosk::outbox::Outbox::open(place / "outbox"));
    auto hex = kiosk::base::toHex(keys.store) + "\n";
    auto written = writeFileDurably(place / "app-keys/store.key", kiosk::asBytes(hex));
    kiosk::base::wipe(hex);
    TRY(std::move(written));
    TRY(writeFileDurably(place / "app-keys/device-signing.key", keys.signing.toText()));
    TRY(writeFileDurably(place / "sync-keys/device-tls.key", keys.tls.keyPem));
    return keys;
}

Result<void> checkStatus(unsigned status) {
    if (status == 200) return {};
    if (status == 403)
        return kiosk::fail(ErrorKind::Denied, "the server refused: the code is unknown, was used or has expired");
    if (status == 429) return kiosk::fail(ErrorKind::Locked, "the server refused: too many wrong codes, wait a minute");
    return kiosk::fail(status < 500 ? ErrorKind::Invalid : ErrorKind::Offline,
                       "the server did not enrol this kiosk (HTTP status " + std::to_string(status) + ")");
}

Result<EnrolmentGrant> ask(EnrolmentToken const& token, EnrolmentRequest const& request) {
    sync_http::EventLoop loop;
    auto client = TRY(sync_http::Client::create(loop, token.host, token.port, {{}, token.authority}));
    sync_http::Request message{"POST", std::string(sync_protocol::enrolPath), {}, {}, {}, {}, {}};
    message.headers.push_back({"Content-Type", "application/json"});
    message.body = kiosk::toBytes(request.toText());
    auto response = sync_http::sendAndWait(loop, client, std::move(message));
    if (!response) return kiosk::fail(response.error().in("the server was not reached"));
    TRY(checkStatus(response->status));
    auto grant = EnrolmentGrant::parse(response->body);
    if (!grant) return kiosk::fail(grant.error().in("the server's answer"));
    return grant;
}

/// The token is what this kiosk believes: authority and root must be the token's, the pack signed under that root.
Result<void> checkGrant(EnrolmentGrant const& grant, EnrolmentToken const& token, kiosk::Instant now) {
    if (TRY(sync_http::fingerprint(grant.authority)) != token.authority)
        return kiosk::fail(ErrorKind::Corrupt, "the server's authority is not the one of the token");
    if (kiosk::crypto::sha256(kiosk::asBytes(grant.root)) != token.root)
        return kiosk::fail(ErrorKind::Corrupt, "the server's root.dsse.json is not the one of the token");
    auto trust = TRY(kiosk::packs::Trust::anchor(kiosk::asBytes(grant.root)));
    auto pack = kiosk::packs::loadPack(grant.pack, trust, "factory", now);
    if (!pack) return kiosk::fail(pack.error().in("the factory pack"));
    return {};
}

/// The certificate must be for the key of this kiosk.
Result<void> checkCertificate(EnrolmentGrant const& grant, EnrolmentToken const& token, SecretBytes const& key) {
    sync_http::EventLoop loop;
    TRY(sync_http::Client::create(loop, token.host, token.port, {grant.authority, {}, grant.certificate, key.copy()}));
    return {};
}

Result<void> write(Preparation const& place, EnrolmentGrant const& grant, DeviceFile const& device) {
    constexpr unsigned everyoneReads = 0644;
    auto version = TRY(kiosk::packs::Pack::parse(grant.pack)).version();
    auto pack = (place / "packs/incoming") / sync_protocol::packFileName("factory", version);
    TRY(writeFileDurably(pack, grant.pack, everyoneReads));
    TRY(writeFileDurably(place / "root.dsse.json", kiosk::asBytes(grant.root), everyoneReads));
    TRY(writeFileDurably(place / "sync/ca.pem", kiosk::asBytes(grant.authority), everyoneReads));
    TRY(writeFileDurably(place / "sync/device.pem", kiosk::asBytes(grant.certificate), everyoneReads));
    return writeFileDurably(place / "device.json", kiosk::asBytes(device.toText()), everyoneReads);
}

Path withoutTrailingSlash(Path const& folder) {
    auto absolute = std::filesystem::absolute(folder).lexically_normal();
    return absolute.has_filename() ? absolute : absolute.parent_path();
}

} // namespace

Result<void> enrol(std::string_view tokenText, Path const& folder, std::string const& name, kiosk::Clock const& clock) {
    auto token = TRY(EnrolmentToken::parse(tokenText));
    TRY(sync_protocol::checkKioskName(name));
    auto place = TRY(Preparation::begin(withoutTrailingSlash(folder)));
    auto keys = TRY(makeKeys(place));
    auto grant = TRY(ask(token, {token.code, name, keys.signing.verifyKey(), keys.tls.requestPem}));
    TRY(checkGrant(grant, token, clock.now()));
    TRY(checkCertificate(grant, token, keys.tls.keyPem));
    TRY(write(place, grant, {grant.device, name, token.host, token.port}));
    return place.putInPlace();
}

} // namespace sync_agent
