// A server that errs, hangs, lies, or whose answers get lost. Afterwards both sides are compared.

#include "World.h"

#include "kiosk/core/packs/PackWriter.h"
#include "sync/server/KioskApi.h"

#include <arpa/inet.h>
#include <atomic>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace kiosk;
using namespace tests;

namespace {

enum class Fault { None, Errs, Redirects, Garbage, Empty, ForgedReceipt, OthersReceipt, LosesAnswer, Refuses };

/// The real handlers behind real TLS, with faults in between.
class FaultyServer {
public:
    FaultyServer(Practice const& practice, ServerFolder const& folder, sync_server::Device const& device,
                 Clock const& clock) :
        m_folder(must(sync_server::PracticeFolder::read(folder.path(), {}))),
        m_store(must(sync_server::SqlcipherServerStore::open(folder.database(), folder.storeKey()))),
        m_scratch(
            must(sync_server::SqlcipherServerStore::open(folder.path() / "data" / "scratch.db", folder.storeKey()))),
        m_ingest(m_store, practice.receiptKey(), clock), m_forger(m_scratch, m_forgersKey, clock), m_device(device),
        m_desk(folder.path(), {{}, SecretBytes(std::size_t{0}), {}}, m_packs, m_store, clock),
        m_api(m_store, m_ingest, m_desk, m_packs, [] {}) {
        must(m_scratch.addDevice(device));
        sync_http::ServerTls tls{m_folder.certificatePem + m_folder.authorityPem, std::move(m_folder.tlsKeyPem),
                                 m_folder.authorityPem};
        sync_http::Handler handler{[this](sync_http::RequestHead const& head) { return admit(head); },
                                   [this](sync_http::Request const& request) { return handle(request); }};
        m_server.emplace(must(sync_http::Server::listen(m_loop, {"127.0.0.1", 0}, tls, handler)));
        m_thread = std::thread([this] { m_loop.run(); });
    }
    ~FaultyServer() {
        m_loop.stop();
        m_thread.join();
    }
    [[nodiscard]] std::uint16_t port() const { return m_server->port(); }
    void become(Fault fault) { m_fault = fault; }
    [[nodiscard]] int faults() const { return m_faults; }
    [[nodiscard]] int heartbeats() const { return m_heartbeats; }
    [[nodiscard]] int packQuestions() const { return m_packQuestions; }

private:
    sync_http::Handler::Admission admit(sync_http::RequestHead const& head) {
        ++(head.method == "GET" ? m_packQuestions : m_heartbeats);
        return m_api.admit(head);
    }
    sync_http::Response handle(sync_http::Request const& request) {
        if (m_fault == Fault::None || request.method == "GET") return m_api.handle(request);
        ++m_faults;
        switch (m_fault) {
        case Fault::Errs: return sync_http::Response::text(500, "on purpose");
        case Fault::Redirects: return {307, {}, {{"Location", "https://elsewhere.example/v1/envelopes"}}, {}};
        case Fault::Garbage: return {200, "text/html", {}, toBytes("<html>Welcome to the guest network</html>")};
        case Fault::Empty: return {200, {}, {}, {}};
        case Fault::ForgedReceipt: return {200, {}, {}, must(m_forger.take(m_device, request.body, 0))};
        case Fault::OthersReceipt: return othersReceipt();
        case Fault::Refuses: return sync_http::Response::text(400, "on purpose");
        default: [[maybe_unused]] auto lost = m_api.handle(request); return sync_http::Response::text(502, "lost");
        }
    }
    /// A rightly signed receipt of this server, for something else.
    sync_http::Response othersReceipt() { return {200, {}, {}, must(m_ingest.take(m_device, {}, 0))}; }

    sync_server::PracticeFolder m_folder;
    sync_server::PackShelf m_packs{m_folder.folder / "packs"};
    sync_server::SqlcipherServerStore m_store;
    sync_server::SqlcipherServerStore m_scratch;
    crypto::SigningKey m_forgersKey = crypto::SigningKey::generate();
    sync_server::Ingest m_ingest;
    sync_server::Ingest m_forger;
    sync_server::Device m_device;
    sync_server::EnrolmentDesk m_desk;
    sync_server::KioskApi m_api;
    std::atomic<Fault> m_fault = Fault::None;
    std::atomic<int> m_faults = 0;
    std::atomic<int> m_heartbeats = 0; ///< and batches
    std::atomic<int> m_packQuestions = 0;
    sync_http::EventLoop m_loop;
    std::optional<sync_http::Server> m_server;
    std::thread m_thread;
};

/// Passes bytes on between kiosk and server until the kiosk has sent `until`; from then on nothing of what the server
/// says comes through, and on its first word the line is cut, or stays silent.
class Line {
public:
    enum class End { Cut, Silent };

    explicit Line(std::uint16_t to) : m_to(to), m_listening(socket(AF_INET, SOCK_STREAM, 0)) {
        auto address = loopback(0);
        if (bind(m_listening, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0 ||
            listen(m_listening, 8) != 0)
            throw std::runtime_error("no port");
        m_thread = std::thread([this] { run(); });
    }
    ~Line() {
        m_stop = true;
        m_thread.join();
        close(m_listening);
    }
    [[nodiscard]] std::uint16_t port() const {
        sockaddr_in address{};
        socklen_t size = sizeof address;
        getsockname(m_listening, reinterpret_cast<sockaddr*>(&address), &size);
        return ntohs(address.sin_port);
    }
    void breakAfter(std::size_t bytes, End end) {
        m_end = end;
        m_until = bytes;
    }
    void repair() { m_until = ~std::size_t{0}; }
    [[nodiscard]] int broken() const { return m_broken; }

private:
    static sockaddr_in loopback(std::uint16_t port) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        return address;
    }
    static bool readable(int socket) {
        pollfd wait{socket, POLLIN, 0};
        return poll(&wait, 1, 2) == 1;
    }
    void run() {
        while (!m_stop) {
            if (!readable(m_listening)) continue;
            int kiosk = accept(m_listening, nullptr, nullptr);
            int server = socket(AF_INET, SOCK_STREAM, 0);
            auto address = loopback(m_to);
            if (connect(server, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0) pass(kiosk, server);
            close(kiosk);
            close(server);
        }
    }
    /// False when either side has hung up.
    static bool move(int from, int to, std::size_t& count) {
        std::array<char, 65536> buffer{};
        auto n = recv(from, buffer.data(), buffer.size(), 0);
        if (n <= 0) return false;
        count += static_cast<std::size_t>(n);
        for (ssize_t done = 0; done < n;) {
            auto sent = send(to, buffer.data() + done, static_cast<std::size_t>(n - done), MSG_NOSIGNAL);
            if (sent <= 0) return false;
            done += sent;
        }
        return true;
    }
    void pass(int kiosk, int server) {
        std::size_t up = 0;
        std::size_t down = 0;
        while (!m_stop) {
            if (readable(kiosk) && !move(kiosk, server, up)) return;
            if (!readable(server)) continue;
            if (up > m_until) return fallSilent(kiosk);
            if (!move(server, kiosk, down)) return;
        }
    }
    void fallSilent(int kiosk) {
        ++m_broken;
        char byte = 0;
        while (m_end == End::Silent && !m_stop && (!readable(kiosk) || recv(kiosk, &byte, 1, 0) > 0)) {
        }
    }

    std::uint16_t m_to;
    int m_listening;
    std::atomic<std::size_t> m_until = ~std::size_t{0};
    std::atomic<End> m_end = End::Cut;
    std::atomic<int> m_broken = 0;
    std::atomic<bool> m_stop = false;
    std::thread m_thread;
};

struct Faults : World {
    std::unique_ptr<FaultyServer> faulty;

    Faults() {
        auto device = must(store().device(kiosk.device()));
        server.reset();
        faulty = std::make_unique<FaultyServer>(practice, serverFolder, device, clock);
        kiosk.pointTo(faulty->port());
    }
    /// Gives, has it fail a few times, then lets it go through.
    void surviveFault(Fault fault) {
        faulty->become(fault);
        RunningAgent agent(kiosk.folder());
        kiosk.give(100);
        ASSERT_TRUE(eventually([&] {
            kiosk.settle();
            return faulty->faults() >= 4;
        }));
        EXPECT_EQ(kiosk.waiting(), 100U) << "nothing is forgotten without a receipt";
        faulty->become(Fault::None);
        ASSERT_TRUE(kiosk.settledAll());
        compareBothSides();
    }
    void surviveLine(Line::End end) {
        Line line(faulty->port());
        kiosk.pointTo(line.port());
        line.breakAfter(20'000, end); // after the handshake, within the batch
        auto options = RunningAgent::quick();
        options.limits.exchange = 300ms;
        RunningAgent agent(kiosk.folder(), options);
        kiosk.give(200);
        ASSERT_TRUE(eventually([&] { return line.broken() >= 3 || must(store().totals()).stored == 200; }));
        line.repair();
        ASSERT_TRUE(kiosk.settledAll());
        EXPECT_GE(line.broken(), 1);
        compareBothSides();
    }
};

} // namespace

TEST_F(Faults, survivesAServerThatErrs) {
    surviveFault(Fault::Errs);
}
TEST_F(Faults, survivesAServerThatRedirects) {
    surviveFault(Fault::Redirects);
}
TEST_F(Faults, survivesAServerThatAnswersGarbage) {
    surviveFault(Fault::Garbage);
}
TEST_F(Faults, survivesAServerThatAnswersNothing) {
    surviveFault(Fault::Empty);
}
TEST_F(Faults, survivesAServerThatRefusesWholeBatches) {
    surviveFault(Fault::Refuses);
}
TEST_F(Faults, survivesReceiptsForSomethingElse) {
    surviveFault(Fault::OthersReceipt);
}

TEST_F(Faults, keepsEverythingWhenReceiptsAreForged) {
    surviveFault(Fault::ForgedReceipt);
    EXPECT_GE(kiosk.setAside(), 1U);
}

TEST_F(Faults, answersThatGetLostAreMadeGoodByResending) {
    surviveFault(Fault::LosesAnswer);
    EXPECT_EQ(kiosk.setAside(), 0U);
}

TEST_F(Faults, survivesALineThatIsCutAfterTheServerStored) {
    surviveLine(Line::End::Cut);
}
TEST_F(Faults, survivesALineThatFallsSilent) {
    surviveLine(Line::End::Silent);
}

TEST_F(Faults, theServerIsToldHowManyWaitBesideTheBatch) {
    faulty->become(Fault::LosesAnswer);
    kiosk.give(1);
    kiosk.give(Bytes(sync_protocol::batchBytes, 7)); // has no room in the first batch
    kiosk.give(3);
    RunningAgent agent(kiosk.folder());
    ASSERT_TRUE(eventually([&] { return faulty->faults() >= 1; }));
    EXPECT_TRUE(eventually([&] { return must(store().devices()).at(0).waiting == 4U; }));
    faulty->become(Fault::None);
    ASSERT_TRUE(kiosk.settledAll());
    EXPECT_TRUE(eventually([&] { return must(store().devices()).at(0).waiting == 0; }));
    compareBothSides();
}

TEST_F(Faults, aRevokedKioskAsksRarelyAndSendsNothingMore) {
    auto admin =
        must(sync_server::SqlcipherServerStore::openExisting(serverFolder.database(), serverFolder.storeKey()));
    must(admin.revokeDevice(kiosk.device(), clock.now()));
    kiosk.give(5);
    {
        RunningAgent agent(kiosk.folder());
        ASSERT_TRUE(
            eventually([&] { return kiosk.status().value("problem", "").find("revoked") != std::string::npos; }));
        auto asked = faulty->packQuestions();
        kiosk.give(5);
        EXPECT_FALSE(eventually([&] { return faulty->packQuestions() > asked; }, 1s)) << "dozens of heartbeats";
    }
    auto options = RunningAgent::quick();
    options.revokedRetry = 10ms;
    RunningAgent agent(kiosk.folder(), options);
    EXPECT_TRUE(eventually([&] { return faulty->packQuestions() >= 5; }));
    EXPECT_EQ(faulty->heartbeats(), 0) << "nothing with a body";
    kiosk.settle();
    EXPECT_EQ(kiosk.waiting(), 10U);
    EXPECT_EQ(kiosk.setAside(), 0U);
}

TEST_F(Faults, aBadPackIsAskedForLessAndLessOftenAndTheOneBehindItComes) {
    packs::PackContent alpha{"alpha", 1, clock.now() - 1h, clock.now() + 1h, {}};
    auto shelf = serverFolder.path() / "packs";
    must(base::writeFileDurably(shelf / "alpha-1.pack",
                                must(packs::writeUnsignedPack(alpha, asBytes(practice.rootText())))));
    Practice::PackWish wish;
    wish.version = 2;
    must(base::writeFileDurably(shelf / "factory-2.pack", practice.factoryPack(wish)));
    auto options = RunningAgent::quick();
    options.heartbeat = 5ms;
    RunningAgent agent(kiosk.folder(), options);
    ASSERT_TRUE(eventually([&] { return faulty->heartbeats() >= 200; }));
    EXPECT_TRUE(std::filesystem::exists(kiosk.folder() / "packs" / "incoming" / "factory-2.pack"));
    EXPECT_LT(faulty->packQuestions(), 60);
}
