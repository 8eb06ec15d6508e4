// What a deadline promises, also where somebody is slow on purpose.

#include "tests/unit/http/HttpFixtures.h"

#include <condition_variable>
#include <dlfcn.h>
#include <mutex>
#include <netdb.h>

using namespace tests::http;

namespace {

/// Where the look-up of "slow.test" waits for the test, at most 5 s.
class Gate {
public:
    void pass() {
        std::unique_lock lock(m_mutex);
        ++m_entered;
        m_changed.notify_all();
        m_changed.wait_for(lock, 5s, [this] { return m_open; });
    }
    void shut() {
        std::unique_lock lock(m_mutex);
        m_open = false;
        m_entered = 0;
    }
    void open() {
        std::unique_lock lock(m_mutex);
        m_open = true;
        m_changed.notify_all();
    }
    void awaitSomebody() {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, 5s, [this] { return m_entered > 0; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_open = true;
    int m_entered = 0;
};

Gate gate;

} // namespace

/// In place of the C library's.
extern "C" int getaddrinfo(char const* node, char const* service, addrinfo const* hints, addrinfo** found) {
    static auto const real = reinterpret_cast<decltype(&getaddrinfo)>(dlsym(RTLD_NEXT, "getaddrinfo"));
    if (node == nullptr || std::string_view(node) != "slow.test") return real(node, service, hints, found);
    gate.pass();
    return real("localhost", service, hints, found);
}

namespace {

struct Deadline : Exchange {
    std::chrono::steady_clock::time_point begin = std::chrono::steady_clock::now();

    [[nodiscard]] auto passed() const { return std::chrono::steady_clock::now() - begin; }
    void runFor(std::chrono::milliseconds time) {
        auto end = loop.after(time, [&] { loop.stop(); });
        loop.run();
    }
};

/// A server that counts requests, and takes 1.2 s over those to /slow, which get a large answer.
struct SlowServer {
    std::atomic<int> requests = 0;
    EventLoop loop;
    std::optional<Server> server;
    std::thread thread;

    SlowServer(CertifiedKey const& authority, ServerLimits limits = {}) {
        const std::vector<std::string> hosts{"localhost", "slow.test"};
        auto own = makeServerCertificate(hosts, authority.certificatePem, authority.keyPem, now).value();
        ServerTls tls{own.certificatePem + authority.certificatePem, std::move(own.keyPem), authority.certificatePem};
        Handler handler{admit, [this](Request const& request) {
                            ++requests;
                            if (request.path != "/slow") return Response::text(200, "done");
                            takeTime();
                            return Response{200, "text/plain", {}, Bytes(32U << 20U, 'x')};
                        }};
        server.emplace(Server::listen(loop, {"127.0.0.1", 0}, tls, handler, limits).value());
        thread = std::thread([this] { loop.run(); });
    }
    ~SlowServer() {
        loop.stop();
        thread.join();
    }
    static void takeTime() {
        std::mutex mutex;
        std::unique_lock lock(mutex);
        std::condition_variable().wait_for(lock, 1200ms, [] { return false; });
    }
};

} // namespace

TEST_F(Deadline, holdsForTheLookUpOfAName) {
    SlowServer server(authority);
    gate.shut();
    auto client =
        Client::create(loop, "slow.test", server.server->port(), trusting(authority), {200ms, 10s, cap}).value();
    auto response = sendAndWait(loop, client, post({}));
    EXPECT_LT(passed(), 3s);
    gate.open();
    ASSERT_FALSE(response);
    EXPECT_EQ(response.error().kind, ErrorKind::Offline);
    EXPECT_TRUE(sendAndWait(loop, client, post({}))) << "and the next one is found";
    EXPECT_EQ(server.requests, 1);
}

TEST_F(Deadline, aRequestThatIsGivenUpDuringTheLookUpNeverGoesOut) {
    SlowServer server(authority);
    gate.shut();
    std::optional client(Client::create(loop, "slow.test", server.server->port(), trusting(authority)).value());
    bool called = false;
    client->send(post({}), [&](auto const&) { called = true; });
    runFor(1ms);
    gate.awaitSomebody();
    client.reset();
    gate.open();
    auto other = Client::create(loop, "slow.test", server.server->port(), trusting(authority)).value();
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(sendAndWait(loop, other, post({})));
    EXPECT_EQ(server.requests, 3);
    EXPECT_FALSE(called);
}

TEST_F(Deadline, aRequestThatIsGivenUpOnAKeptConnectionIsNotSentAgain) {
    SlowServer server(authority);
    std::optional client(Client::create(loop, "localhost", server.server->port(), trusting(authority)).value());
    ASSERT_TRUE(sendAndWait(loop, *client, post({})));
    client->send(
        post({}, "/slow"), [](auto const&) {}, [&] { loop.stop(); });
    loop.run();
    client.reset();
    auto other = Client::create(loop, "localhost", server.server->port(), trusting(authority)).value();
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(sendAndWait(loop, other, post({})));
    EXPECT_EQ(server.requests, 5);
}

TEST_F(Deadline, isOneForARequestThatIsSentTwice) {
    ServerLimits limits;
    limits.exchange = 1s; // shorter than the handler takes: the line drops within the answer
    SlowServer server(authority, limits);
    auto client = Client::create(loop, "localhost", server.server->port(), trusting(authority), {5s, 1600ms}).value();
    ASSERT_TRUE(sendAndWait(loop, client, post({})));
    begin = std::chrono::steady_clock::now();
    auto response = sendAndWait(loop, client, post({}, "/slow"));
    EXPECT_LT(passed(), 2200ms) << "not 2.4 s: the second time has only what the first left over";
    ASSERT_FALSE(response);
    EXPECT_EQ(response.error().kind, ErrorKind::Offline);
}

TEST_F(Deadline, ofTheServerIsOneForRequestAndAnswer) {
    constexpr std::size_t large = 64U << 20U;
    ServerLimits limits;
    limits.exchange = 1s;
    EventLoop serverLoop;
    Handler handler{admit, [](Request const&) { return Response{200, "text/plain", {}, Bytes(large, 'x')}; }};
    auto server = Server::listenOnLoopback(serverLoop, {"127.0.0.1", 0}, handler, limits).value();
    std::thread thread([&] { serverLoop.run(); });
    Raw raw(server.port());
    raw.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\na");
    runFor(700ms);
    raw.send("b");
    runFor(700ms); // more than the answer has left, less than a second
    EXPECT_LT(raw.readToEnd().size(), large);
    serverLoop.stop();
    thread.join();
}
