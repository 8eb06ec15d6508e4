#include "sync/server/PracticeServer.h"

#include "sync/server/KioskApi.h"
#include "sync/server/PageApi.h"
#include "sync/server/Projector.h"
#include "sync/server/SqlcipherServerStore.h"

using kiosk::Clock;
using sync_http::EventLoop;
using sync_http::Server;

namespace sync_server {

namespace {

/// A listener with its loop and the thread that runs it.
struct Listener {
    EventLoop loop;
    std::optional<Server> server;
    std::thread thread;

    void run() {
        thread = std::thread([this] { loop.run(); });
    }
    ~Listener() {
        loop.stop();
        if (thread.joinable()) thread.join();
    }
};

template <typename Api>
sync_http::Handler handlerOf(Api& api) {
    return {[&api](sync_http::RequestHead const& head) { return api.admit(head); },
            [&api](sync_http::Request const& request) { return api.handle(request); },
            [&api](sync_http::PeerCertificate const& who) { return api.knows(who); }};
}

EnrolmentKeys enrolmentKeys(PracticeFolder& folder) {
    return {folder.authorityPem, std::move(folder.authorityKeyPem), folder.root};
}

sync_http::ServerTls tlsOf(PracticeFolder& folder) {
    return {folder.certificatePem + folder.authorityPem, std::move(folder.tlsKeyPem), folder.authorityPem};
}

} // namespace

/// In order of need; destroyed in reverse, so that each thread ends before what it uses.
struct PracticeServer::Parts {
    PracticeFolder folder;
    PackShelf packs;
    SqlcipherServerStore store;
    SqlcipherServerStore pageStore;
    std::unique_ptr<Projector> projector;
    Ingest ingest;
    EnrolmentDesk desk;
    KioskApi kioskApi;
    PageApi pageApi;
    Listener kiosks;
    Listener page;

    Parts(PracticeFolder&& from, SqlcipherServerStore&& own, SqlcipherServerStore&& forPage, Clock const& clock) :
        folder(std::move(from)), packs(folder.folder / "packs"), store(std::move(own)), pageStore(std::move(forPage)),
        ingest(store, folder.receiptKey, clock),
        desk(folder.folder / "enrolments", enrolmentKeys(folder), packs, store, clock),
        kioskApi(store, ingest, desk, packs,
                 [this] {
                     if (projector) projector->wake();
                 }),
        pageApi(pageStore, folder.practice, folder.pagePassword, clock) {}

    Result<void> startProjector();
    Result<void> listen(sync_http::ServerLimits const& limits);
};

Result<void> PracticeServer::Parts::startProjector() {
    auto own = TRY(SqlcipherServerStore::open(folder.database(), folder.storeKey.copy()));
    projector = std::make_unique<Projector>(std::make_unique<SqlcipherServerStore>(std::move(own)),
                                            std::move(folder.ingest), packs);
    return {};
}

Result<void> PracticeServer::Parts::listen(sync_http::ServerLimits const& limits) {
    kiosks.server = TRY(Server::listen(kiosks.loop, folder.listen, tlsOf(folder), handlerOf(kioskApi), limits));
    page.server = TRY(Server::listenOnLoopback(page.loop, folder.page, handlerOf(pageApi), limits));
    kiosks.run();
    page.run();
    return {};
}

Result<std::unique_ptr<PracticeServer>> PracticeServer::start(PracticeFolder folder, Clock const& clock,
                                                              ServerOptions options) {
    TRY(kiosk::base::makeFolders(folder.database().parent_path()));
    auto store = TRY(SqlcipherServerStore::open(folder.database(), folder.storeKey.copy()));
    auto pageStore = TRY(SqlcipherServerStore::open(folder.database(), folder.storeKey.copy()));
    auto parts = std::make_unique<Parts>(std::move(folder), std::move(store), std::move(pageStore), clock);
    if (options.projects) TRY(parts->startProjector());
    TRY(parts->listen(options.limits));
    return std::unique_ptr<PracticeServer>(new PracticeServer(std::move(parts)));
}

PracticeServer::PracticeServer(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
PracticeServer::~PracticeServer() = default;

std::uint16_t PracticeServer::port() const {
    return m_parts->kiosks.server->port();
}
std::uint16_t PracticeServer::pagePort() const {
    return m_parts->page.server->port();
}

} // namespace sync_server
