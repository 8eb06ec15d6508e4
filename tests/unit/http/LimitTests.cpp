// Nobody keeps the others out.

#include "tests/unit/http/HttpFixtures.h"

using namespace tests::http;

namespace {

struct Limits : Exchange {
    ServerLimits limits;

    void wait(std::chrono::milliseconds time) {
        auto end = loop.after(time, [&] { loop.stop(); });
        loop.run();
    }
    Client connected(Running const& server, ClientTls const& tls) {
        auto client = Client::create(loop, "localhost", server.port(), tls).value();
        EXPECT_TRUE(sendAndWait(loop, client, post({})));
        return client;
    }
};

} // namespace

TEST_F(Limits, anAddressHoldsFewConnectionsWithoutAKnownCertificate) {
    limits.strangersOfOneAddress = 2;
    Running server(authority, {"localhost"}, limits);
    Raw silent(server.port());
    auto enrolling = connected(server, trusting(authority));
    EXPECT_TRUE(Raw(server.port()).isClosed());
    EXPECT_FALSE(ask(server, showing(clientOf(authority)))) << "there is no room to show who it is";
}

TEST_F(Limits, aKnownCertificateIsNoStrangerWhateverItsAddress) {
    limits.strangersOfOneAddress = 2;
    Running server(authority, {"localhost"}, limits);
    Raw silent(server.port());
    std::vector<Client> kiosks;
    for (int i = 0; i < 4; ++i) kiosks.push_back(connected(server, showing(clientOf(authority))));
    for (auto& kiosk : kiosks) EXPECT_TRUE(sendAndWait(loop, kiosk, post({})));
}

TEST_F(Limits, whoLeavesMakesRoom) {
    limits.strangersOfOneAddress = 1;
    Running server(authority, {"localhost"}, limits);
    { Raw silent(server.port()); }
    auto patience = std::chrono::steady_clock::now() + 3s;
    bool served = false;
    while (!served && std::chrono::steady_clock::now() < patience) {
        served = ask(server, trusting(authority)).has_value();
        wait(5ms);
    }
    EXPECT_TRUE(served);
}

TEST_F(Limits, oneCertificateHasFewConnections) {
    limits.ofOneCertificate = 2;
    Running server(authority, {"localhost"}, limits);
    auto own = clientOf(authority);
    auto first = connected(server, showing(own));
    auto second = connected(server, showing(own));
    EXPECT_FALSE(ask(server, showing(own)));
    EXPECT_TRUE(ask(server, showing(clientOf(authority))));
}

TEST_F(Limits, aHandshakeThatIsNotMadeEndsTheConnection) {
    limits.handshake = 100ms;
    Running server(authority, {"localhost"}, limits);
    EXPECT_TRUE(Raw(server.port()).isClosed());
}

TEST_F(Limits, aStrangerMayNotStayIdleForLong) {
    limits.strangersIdle = 50ms;
    Running server(authority, {"localhost"}, limits);
    auto stranger = connected(server, trusting(authority));
    auto kiosk = connected(server, showing(clientOf(authority)));
    auto strangersBytes = stranger.traffic().received;
    auto kiosksBytes = kiosk.traffic().received;
    wait(400ms);
    ASSERT_TRUE(sendAndWait(loop, stranger, post({})));
    ASSERT_TRUE(sendAndWait(loop, kiosk, post({})));
    EXPECT_GT(stranger.traffic().received - strangersBytes, 500U) << "a second handshake";
    EXPECT_LT(kiosk.traffic().received - kiosksBytes, 300U) << "its connection was kept";
}
