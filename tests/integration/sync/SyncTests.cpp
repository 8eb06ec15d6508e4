#include "World.h"

#include <atomic>

using namespace kiosk;
using namespace tests;

namespace {

struct Sync : World {};

sync_server::DeviceStatus statusOf(World const& world) {
    return must(world.store().devices()).at(0);
}

} // namespace

TEST_F(Sync, everythingArrivesOnceAndInOrder) {
    RunningAgent agent(kiosk.folder());
    kiosk.give(300);
    ASSERT_TRUE(kiosk.settledAll());
    compareBothSides();
    EXPECT_EQ(statusOf(*this).head.number, 300U);
    EXPECT_TRUE(eventually([&] { return kiosk.status()["sent"] == 300; }));
}

TEST_F(Sync, whatTheServerCanOpenItReads) {
    RunningAgent agent(kiosk.folder());
    const std::array recipients{practice.ingest().recipient(), practice.escrow().recipient()};
    for (int i = 0; i < 3; ++i)
        kiosk.give(must(envelope::sealPayload(asBytes(support::phq9Bundle(Uuid::random())), recipients)));
    kiosk.give(1); // sealed to nobody: marked, and not in the way
    kiosk.give(must(envelope::sealPayload(asBytes(support::phq9Bundle(Uuid::random())), recipients)));
    ASSERT_TRUE(kiosk.settledAll());
    ASSERT_TRUE(eventually([&] {
        auto totals = must(store().totals());
        return totals.projected == 4 && totals.failed == 1;
    }));
    auto latest = must(store().latestResponses(10));
    ASSERT_EQ(latest.size(), 4U);
    EXPECT_TRUE(latest[0].questionnaire.ends_with("phq-9"));
    ASSERT_FALSE(latest[0].scores.empty());
    EXPECT_TRUE(latest[0].scores[0].value);
}

TEST_F(Sync, serverDownThenUp) {
    server.reset();
    RunningAgent agent(kiosk.folder());
    kiosk.give(50);
    ASSERT_TRUE(eventually([&] { return !kiosk.status().value("problem", "").empty(); }));
    EXPECT_EQ(kiosk.waiting(), 50U) << "the kiosk goes on";
    startServer();
    ASSERT_TRUE(kiosk.settledAll());
    compareBothSides();
    EXPECT_TRUE(eventually([&] { return kiosk.status()["problem"] == ""; }));
}

TEST_F(Sync, aServerThatRestartsAgainAndAgainLosesNothing) {
    RunningAgent agent(kiosk.folder());
    for (int round = 0; round < 15; ++round) {
        kiosk.give(20);
        server.reset();
        startServer();
        kiosk.settle();
    }
    ASSERT_TRUE(kiosk.settledAll());
    compareBothSides();
}

TEST_F(Sync, anAgentThatRestartsAgainAndAgainLosesNothing) {
    for (int round = 0; round < 15; ++round) {
        RunningAgent agent(kiosk.folder());
        kiosk.give(20);
        if (round % 3 == 0) kiosk.settle();
    }
    RunningAgent agent(kiosk.folder());
    ASSERT_TRUE(kiosk.settledAll());
    compareBothSides();
}

TEST_F(Sync, twoAgentsOnOneSpoolDoNoHarm) {
    RunningAgent one(kiosk.folder());
    RunningAgent two(kiosk.folder());
    for (int round = 0; round < 20; ++round) {
        kiosk.give(20);
        kiosk.settle();
    }
    ASSERT_TRUE(kiosk.settledAll());
    compareBothSides();
    EXPECT_EQ(kiosk.setAside(), 0U);
}

TEST_F(Sync, oneBadEnvelopeOfAThousandIsSetAsideAndTheOthersArriveInOnePass) {
    kiosk.give(1000);
    auto bytes = must(base::readFile(kiosk.spoolFile(500)));
    bytes[300] ^= 4;
    must(base::writeFileDurably(kiosk.spoolFile(500), bytes));
    RunningAgent agent(kiosk.folder());
    ASSERT_TRUE(eventually([&] { return must(store().totals()).stored == 999; }));
    ASSERT_TRUE(kiosk.settledAll());
    compareBothSides({500});
    EXPECT_EQ(statusOf(*this).head.number, 500U);
    EXPECT_EQ(statusOf(*this).highest, 1000U);
}

TEST_F(Sync, aSpoolFileThatIsNoEnvelopeIsSetAsideToo) {
    kiosk.give(10);
    must(base::writeFileDurably(kiosk.spoolFile(0), {}));
    auto other = must(base::readFile(kiosk.spoolFile(4)));
    must(base::writeFileDurably(kiosk.spoolFile(3), other)); // another's content under this name
    RunningAgent agent(kiosk.folder());
    ASSERT_TRUE(kiosk.settledAll());
    compareBothSides({0, 3});
}

TEST_F(Sync, anEnvelopeOfAnotherKioskIsSetAside) {
    auto other = enrolled("other");
    other.give(1);
    kiosk.give(3);
    auto foreign = other.spoolFile(0).filename();
    std::filesystem::copy(other.spoolFile(0), kiosk.folder() / "outbox" / "new" / foreign);
    RunningAgent agent(kiosk.folder());
    ASSERT_TRUE(kiosk.settledAll());
    EXPECT_EQ(kiosk.quarantined(), 1U);
    EXPECT_EQ(must(store().totals()).stored, 3U);
}

TEST_F(Sync, aLargeEnvelopeGoesAlone) {
    kiosk.give(5);
    kiosk.give(Bytes(6U << 20U, 7));
    kiosk.give(5);
    RunningAgent agent(kiosk.folder());
    ASSERT_TRUE(kiosk.settledAll());
    compareBothSides();
}

TEST_F(Sync, nothingIsSentAgainThatHasItsReceiptWaiting) {
    std::optional<RunningAgent> agent(kiosk.folder());
    kiosk.give(30);
    auto receipted = [&] { return kiosk.status()["sent"] == 30; };
    ASSERT_TRUE(eventually(receipted));
    agent.reset();
    auto before = kiosk.folder() / "outbox" / "receipts";
    auto countFiles = [&] {
        return std::distance(std::filesystem::directory_iterator(before), std::filesystem::directory_iterator());
    };
    auto files = countFiles();
    agent.emplace(kiosk.folder()); // kiosk-app has not looked at the receipts yet
    auto seen = statusOf(*this).seen;
    clock.advance(1s);
    ASSERT_TRUE(eventually([&] { return statusOf(*this).seen != seen; }));
    EXPECT_EQ(countFiles(), files);
    ASSERT_TRUE(kiosk.settledAll());
    compareBothSides();
}

TEST_F(Sync, clocksMayJump) {
    RunningAgent agent(kiosk.folder());
    const std::array jumps{-24h, 24h * 400, -24h * 800, 1h};
    for (auto jump : jumps) {
        clock.advance(jump);
        kiosk.give(10);
        ASSERT_TRUE(kiosk.settledAll());
    }
    compareBothSides();
}

TEST_F(Sync, aHeartbeatComesWithoutAnythingToSend) {
    RunningAgent agent(kiosk.folder());
    ASSERT_TRUE(eventually([&] { return statusOf(*this).seen.has_value(); }));
    clock.advance(1s);
    EXPECT_TRUE(eventually([&] { return statusOf(*this).seen == clock.now(); }));
}

TEST_F(Sync, aNewPackComesByItself) {
    RunningAgent agent(kiosk.folder());
    Practice::PackWish wish;
    wish.version = 2;
    auto pack = practice.factoryPack(wish);
    must(base::writeFileDurably(serverFolder.path() / "packs" / "factory-2.pack", pack));
    auto arrived = kiosk.folder() / "packs" / "incoming" / "factory-2.pack";
    ASSERT_TRUE(eventually([&] { return std::filesystem::exists(arrived); }));
    EXPECT_EQ(must(base::readFile(arrived)), pack);
}

TEST_F(Sync, rubbishInPlaceOfAPackIsNotTakenAndHoldsNothingUp) {
    must(base::writeFileDurably(serverFolder.path() / "packs" / "media-1.pack", asBytes("rubbish")));
    RunningAgent agent(kiosk.folder());
    kiosk.give(20);
    ASSERT_TRUE(kiosk.settledAll());
    EXPECT_FALSE(std::filesystem::exists(kiosk.folder() / "packs" / "incoming" / "media-1.pack"));
}

TEST_F(Sync, aBadPackBlocksNoGoodOne) {
    auto shelf = serverFolder.path() / "packs";
    Practice::PackWish wish;
    wish.version = 999'999'999'999;
    wish.signatures = 1;
    must(base::writeFileDurably(shelf / "factory-999999999999.pack", practice.factoryPack(wish)));
    std::optional<RunningAgent> agent(kiosk.folder());
    kiosk.give(20);
    ASSERT_TRUE(kiosk.settledAll());
    wish = {};
    wish.version = 2;
    must(base::writeFileDurably(shelf / "factory-2.pack", practice.factoryPack(wish)));
    std::filesystem::remove(shelf / "factory-999999999999.pack");
    auto incoming = kiosk.folder() / "packs" / "incoming";
    EXPECT_TRUE(eventually([&] { return std::filesystem::exists(incoming / "factory-2.pack"); }));
    agent.reset();
    EXPECT_FALSE(std::filesystem::exists(incoming / "factory-999999999999.pack"));
}

TEST_F(Sync, aRevokedKioskIsHeardNoMoreOnTheConnectionItHas) {
    RunningAgent agent(kiosk.folder());
    kiosk.give(10);
    ASSERT_TRUE(kiosk.settledAll());
    auto admin =
        must(sync_server::SqlcipherServerStore::openExisting(serverFolder.database(), serverFolder.storeKey()));
    must(admin.revokeDevice(kiosk.device(), clock.now()));
    kiosk.give(5);
    ASSERT_TRUE(eventually([&] { return kiosk.status().value("problem", "").find("revoked") != std::string::npos; }));
    kiosk.settle();
    EXPECT_EQ(kiosk.waiting(), 5U) << "all of it is kept";
    EXPECT_EQ(kiosk.quarantined(), 0U);
    EXPECT_EQ(must(store().totals()).stored, 10U) << "what it delivered stays";
    auto other = enrolled("other");
    RunningAgent othersAgent(other.folder());
    other.give(3);
    EXPECT_TRUE(other.settledAll()) << "the others are heard";
}

TEST_F(Sync, aKioskWithoutTheRightCertificateIsNotHeard) {
    auto stranger = must(sync_http::makeAuthority("Maple Street Practice", clock.now()));
    auto request = must(sync_http::makeKeyRequest("kiosk"));
    auto sign = [&](sync_http::CertifiedKey const& authority, std::string_view name) {
        return must(sync_http::signClientRequest(request.requestPem, name, authority.certificatePem, authority.keyPem,
                                                 clock.now()));
    };
    auto device = kiosk.device().toString();
    for (auto const& certificate : {sign(stranger, device), sign(serverFolder.authority(), device),
                                    sign(serverFolder.authority(), Uuid::random().toString())}) {
        must(base::writeFileDurably(kiosk.folder() / "sync" / "device.pem", asBytes(certificate)));
        must(base::writeFileDurably(kiosk.folder() / "sync-keys" / "device-tls.key", request.keyPem));
        std::filesystem::remove(kiosk.folder() / "sync" / "status.json");
        kiosk.give(1);
        RunningAgent agent(kiosk.folder());
        EXPECT_TRUE(eventually([&] { return !kiosk.status().value("problem", "").empty(); }));
    }
    kiosk.settle();
    EXPECT_EQ(kiosk.waiting(), 3U);
    EXPECT_EQ(must(store().totals()).stored, 0U);
    EXPECT_FALSE(statusOf(*this).seen);
}
