#include "tests/support/sync/ServerFolder.h"

#include "kiosk/core/base/Encoding.h"

using namespace kiosk;

namespace tests::support {

namespace {

void put(Path const& file, ByteView content) {
    must(base::writeFileDurably(file, content));
}
void put(Path const& file, std::string_view content) {
    put(file, asBytes(content));
}

sync_http::CertifiedKey serverCertificate(sync_http::CertifiedKey const& authority, Instant now) {
    const std::vector<std::string> hosts{"localhost", "127.0.0.1"};
    return must(sync_http::makeServerCertificate(hosts, authority.certificatePem, authority.keyPem, now));
}

} // namespace

ServerFolder::ServerFolder(Practice const& practice, Path folder) :
    m_folder(std::move(folder)), m_root(practice.rootText()),
    m_authority(must(sync_http::makeAuthority("Maple Street Practice", base::SystemClock().now()))) {
    for (auto const* part : {"keys", "packs", "enrolments", "data"}) must(base::makeFolders(m_folder / part));
    listenOn(0);
    auto server = serverCertificate(m_authority, base::SystemClock().now());
    put(m_folder / "root.dsse.json", m_root);
    put(m_folder / "ca.pem", m_authority.certificatePem);
    put(m_folder / "tls.pem", server.certificatePem);
    put(m_folder / "packs" / "factory-1.pack", practice.factoryPack());
    writeKeys(practice, server);
}

void ServerFolder::writeKeys(Practice const& practice, sync_http::CertifiedKey const& server) const {
    auto keys = m_folder / "keys";
    put(keys / "ca.key", m_authority.keyPem);
    put(keys / "tls.key", server.keyPem);
    put(keys / "store.key", base::toHex(m_storeKey) + "\n");
    put(keys / "page.password", std::string(pagePassword()) + "\n");
    put(keys / "receipt.key", practice.receiptKey().toText());
    put(keys / "ingest.key", practice.ingest().toText());
}

void ServerFolder::listenOn(std::uint16_t port) const {
    put(m_folder / "server.json", Json{{"practice", "Maple Street Practice"},
                                       {"host", "localhost"},
                                       {"listen", "127.0.0.1:" + std::to_string(port)},
                                       {"page", "127.0.0.1:0"}}
                                      .dump());
}

std::unique_ptr<sync_server::PracticeServer> ServerFolder::start(Clock const& clock,
                                                                 sync_server::ServerOptions const& options) const {
    auto server =
        must(sync_server::PracticeServer::start(must(sync_server::PracticeFolder::read(m_folder, {})), clock, options));
    listenOn(server->port());
    return server;
}

std::string ServerFolder::addCode(Instant expires) const {
    auto code = sync_protocol::newEnrolmentCode();
    put(m_folder / "enrolments" / (sync_protocol::codeHash(code) + ".json"),
        Json{{"name", "Waiting room"}, {"expires", base::toIsoText(expires)}}.dump());
    return code;
}

sync_protocol::EnrolmentToken ServerFolder::token(std::uint16_t port, Instant expires) const {
    return {"localhost", port, addCode(expires), must(sync_http::fingerprint(m_authority.certificatePem)),
            crypto::sha256(asBytes(m_root))};
}

} // namespace tests::support
