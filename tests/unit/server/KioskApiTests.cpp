#include "StoreMaker.h"
#include "sync/protocol/Routes.h"
#include "sync/server/KioskApi.h"

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

struct Api : testing::Test {
    TempFolder folder;
    Practice practice;
    ServerFolder server{practice, folder.path() / "server"};
    FakeClock clock{base::SystemClock().now()};
    std::unique_ptr<ServerStore> store = openSqlcipher(folder.path());
    PackShelf packs{server.path() / "packs"};
    Ingest ingest{*store, practice.receiptKey(), clock};
    EnrolmentDesk desk{server.path() / "enrolments",
                       {server.authority().certificatePem, server.authority().keyPem.copy(), practice.rootText()},
                       packs,
                       *store,
                       clock};
    int ingested = 0;
    KioskApi api{*store, ingest, desk, packs, [this] { ++ingested; }};
    Chain chain;
    sync_http::PeerCertificate certificate{chain.device().toString(), {1, 2, 3}};

    Api() { must(store->addDevice(deviceOf(chain))); }

    sync_http::Response ask(std::string method, std::string_view path, Bytes body = {}, std::string query = {}) {
        sync_http::Request request{std::move(method), std::string(path), std::move(query), {{"candor-waiting", "42"}},
                                   std::move(body),   certificate,       "192.0.2.7"};
        return api.handle(request);
    }
    Bytes batch() {
        auto link = chain.next();
        BatchWriter writer;
        writer.add(link.bytes, must(envelope::parse(link.bytes)));
        return writer.takeBytes();
    }
};

} // namespace

TEST_F(Api, takesEnvelopesOfAnEnrolledKiosk) {
    auto response = ask("POST", envelopesPath, batch());
    EXPECT_EQ(response.status, 200U);
    EXPECT_EQ(response.contentType, answerType);
    EXPECT_EQ(ingested, 1);
    EXPECT_EQ(must(store->devices())[0].waiting, 42U);
    EXPECT_EQ(ask("POST", envelopesPath).status, 200U);
    EXPECT_EQ(ingested, 1) << "a heartbeat is nothing new to read";
}

TEST_F(Api, believesOnlyTheVeryCertificateThatItGave) {
    auto body = batch();
    certificate.fingerprint = {9};
    EXPECT_EQ(ask("POST", envelopesPath, body).status, 403U);
    certificate = {Uuid::random().toString(), {1, 2, 3}};
    EXPECT_EQ(ask("POST", envelopesPath, body).status, 403U);
    certificate = {"practice-server", {1, 2, 3}};
    EXPECT_EQ(ask("GET", packsPath).status, 403U);
    sync_http::Request nameless{"POST", std::string(envelopesPath), {}, {}, body, {}, {}};
    EXPECT_EQ(api.handle(nameless).status, 403U);
    EXPECT_EQ(must(store->totals()).stored, 0U);
}

TEST_F(Api, handsOutPacksThatAreNewer) {
    EXPECT_EQ(ask("GET", packsPath, {}, "have=factory:1").status, 204U);
    EXPECT_EQ(ask("GET", packsPath, {}, "have=factory:7").status, 204U);
    auto response = ask("GET", packsPath);
    EXPECT_EQ(response.status, 200U);
    EXPECT_EQ(response.body, must(base::readFile(server.path() / "packs" / "factory-1.pack")));
    EXPECT_EQ(ask("GET", packsPath, {}, "have=../../etc").status, 400U);
}

TEST_F(Api, mapsErrorsToStatusCodes) {
    EXPECT_EQ(ask("POST", envelopesPath, toBytes("\x07")).status, 400U);
    EXPECT_EQ(ask("GET", envelopesPath).status, 405U);
    EXPECT_EQ(ask("POST", packsPath).status, 405U);
    EXPECT_EQ(ask("GET", "/").status, 404U);
    EXPECT_EQ(ask("POST", enrolPath, toBytes("{}")).status, 400U);
    EnrolmentRequest request{newEnrolmentCode(), "n", chain.key().verifyKey(), "x"};
    EXPECT_EQ(ask("POST", enrolPath, toBytes(request.toText())).status, 403U);
    std::filesystem::remove_all(server.path() / "packs");
    auto broken = ask("GET", packsPath);
    EXPECT_EQ(broken.status, 503U);
    EXPECT_EQ(asText(broken.body).find(server.path().string()), std::string_view::npos) << "our paths are ours";
}

TEST_F(Api, readsLargeBodiesOnlyFromKiosks) {
    EXPECT_GT(api.admit({"POST", envelopesPath, &certificate}).value(), std::size_t{32U << 20U});
    EXPECT_EQ(api.admit({"GET", packsPath, &certificate}).value(), 0U);
    EXPECT_EQ(api.admit({"POST", enrolPath, nullptr}).value(), enrolmentRequestCapBytes);
    EXPECT_EQ(api.admit({"POST", "/else", &certificate}).value(), 0U);
    certificate.fingerprint = {9};
    const std::array<sync_http::PeerCertificate const*, 2> shownBySome{&certificate, nullptr};
    for (auto path : {envelopesPath, packsPath})
        for (auto const* shown : shownBySome) {
            auto admission = api.admit({"POST", path, shown});
            ASSERT_FALSE(admission);
            EXPECT_EQ(admission.error().status, 403U);
            EXPECT_EQ(admission.error().header(reasonHeader), nullptr);
        }
}

TEST_F(Api, takesAnyWaitingHeader) {
    for (auto const* text : {"", "-1", "many", "99999999999999999999999"}) {
        sync_http::Request request{"POST", std::string(envelopesPath), {}, {{"Candor-Waiting", text}}, {}, certificate,
                                   {}};
        EXPECT_EQ(api.handle(request).status, 200U) << text;
    }
}

TEST_F(Api, hearsARevokedKioskNoMore) {
    EXPECT_EQ(ask("POST", envelopesPath, batch()).status, 200U);
    auto body = batch();
    EXPECT_TRUE(api.admit({"POST", envelopesPath, &certificate}));
    EXPECT_TRUE(api.knows(certificate));
    must(openSqlcipher(folder.path())->revokeDevice(chain.device(), clock.now())); // by another program
    EXPECT_FALSE(api.knows(certificate));
    auto admission = api.admit({"POST", envelopesPath, &certificate});
    ASSERT_FALSE(admission);
    EXPECT_EQ(admission.error().status, 403U);
    EXPECT_EQ(*admission.error().header(reasonHeader), revokedReason);
    auto late = ask("POST", envelopesPath, body); // its body was on the way
    EXPECT_EQ(late.status, 403U);
    EXPECT_EQ(*late.header(reasonHeader), revokedReason);
    EXPECT_EQ(ask("GET", packsPath).status, 403U);
    EXPECT_EQ(must(store->totals()).stored, 1U);
}
