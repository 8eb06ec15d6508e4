#include "StoreMaker.h"
#include "sync/server/EnrolmentDesk.h"

#include <gtest/gtest.h>

using namespace kiosk;
using namespace sync_protocol;
using namespace sync_server;
using namespace tests;
using namespace std::chrono_literals;
using support::FakeClock;
using support::Practice;
using support::ServerFolder;

namespace {

struct Desk : testing::Test {
    TempFolder folder;
    Practice practice;
    ServerFolder server{practice, folder.path() / "server"};
    FakeClock clock{base::SystemClock().now()};
    std::unique_ptr<ServerStore> store = openSqlcipher(folder.path());
    PackShelf packs{server.path() / "packs"};
    EnrolmentDesk desk{server.path() / "enrolments",
                       {server.authority().certificatePem, server.authority().keyPem.copy(), practice.rootText()},
                       packs,
                       *store,
                       clock};
    crypto::SigningKey signing = crypto::SigningKey::generate();
    sync_http::KeyRequest tls = must(sync_http::makeKeyRequest("kiosk"));

    Result<EnrolmentGrant> ask(std::string const& code, std::string const& address = "192.0.2.7") {
        EnrolmentRequest request{code, "Front desk", signing.verifyKey(), tls.requestPem};
        return desk.enrol(asBytes(request.toText()), address);
    }
    std::string goodCode() { return server.addCode(clock.now() + 1h); }
    std::size_t devices() { return must(store->devices()).size(); }
};

} // namespace

TEST_F(Desk, makesADeviceOfWhoHasACode) {
    auto grant = must(ask(goodCode()));
    auto device = must(store->device(grant.device));
    EXPECT_EQ(device.name, "Front desk");
    EXPECT_EQ(device.signingKey, signing.verifyKey());
    EXPECT_EQ(device.certificate, must(sync_http::fingerprint(grant.certificate)));
    EXPECT_EQ(grant.authority, server.authority().certificatePem);
    EXPECT_EQ(grant.root, practice.rootText());
    EXPECT_EQ(must(packs::Pack::parse(grant.pack)).version(), 1U);
}

TEST_F(Desk, handsOutTheNewestFactoryPack) {
    Practice::PackWish wish;
    wish.version = 10;
    must(base::writeFileDurably(server.path() / "packs" / "factory-10.pack", practice.factoryPack(wish)));
    EXPECT_EQ(must(packs::Pack::parse(must(ask(goodCode())).pack)).version(), 10U);
}

TEST_F(Desk, takesACodeOnce) {
    auto code = goodCode();
    must(ask(code));
    auto again = ask(code);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().kind, ErrorKind::Denied);
    EXPECT_EQ(devices(), 1U);
}

TEST_F(Desk, takesNoUnknownAndNoExpiredCode) {
    EXPECT_EQ(ask(newEnrolmentCode()).error().kind, ErrorKind::Denied);
    auto code = goodCode();
    clock.advance(1h);
    EXPECT_EQ(ask(code).error().kind, ErrorKind::Denied);
    EXPECT_EQ(devices(), 0U);
}

TEST_F(Desk, aRequestThatIsWrongCostsNoCode) {
    auto code = goodCode();
    auto good = tls.requestPem;
    tls.requestPem = "rubbish";
    EXPECT_EQ(ask(code).error().kind, ErrorKind::Invalid);
    EXPECT_FALSE(desk.enrol(asBytes("not JSON"), "192.0.2.7"));
    tls.requestPem = good;
    EXPECT_TRUE(ask(code));
}

TEST_F(Desk, aServerWithoutAPackCostsNoCode) {
    auto code = goodCode();
    must(base::renameDurably(server.path() / "packs" / "factory-1.pack", folder.path() / "away"));
    EXPECT_EQ(ask(code).error().kind, ErrorKind::NotFound);
    must(base::renameDurably(folder.path() / "away", server.path() / "packs" / "factory-1.pack"));
    EXPECT_TRUE(ask(code));
}

TEST_F(Desk, namesADamagedCodeFileAsOurOwnFault) {
    auto code = goodCode();
    must(base::writeFileDurably(server.path() / "enrolments" / (codeHash(code) + ".json"), asBytes("{}")));
    auto refused = ask(code);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::Internal) << "the kiosk must not be told a path, nor to ask otherwise";
    EXPECT_NE(refused.error().text.find(codeHash(code)), std::string::npos);
}

TEST_F(Desk, slowsDownWhoGuesses) {
    for (int i = 0; i < 10; ++i) EXPECT_EQ(ask(newEnrolmentCode()).error().kind, ErrorKind::Denied);
    auto code = goodCode();
    EXPECT_EQ(ask(code).error().kind, ErrorKind::Locked);
    EXPECT_TRUE(ask(goodCode(), "192.0.2.8")) << "others are not held up";
    clock.advance(1min);
    EXPECT_TRUE(ask(code));
}

TEST_F(Desk, aClockThatGoesBackLocksNobodyOut) {
    for (int i = 0; i < 10; ++i) EXPECT_FALSE(ask(newEnrolmentCode()));
    clock.advance(-24h);
    EXPECT_TRUE(ask(goodCode()));
}
