#include "StoreMaker.h"
#include "kiosk/core/base/Encoding.h"
#include "sync/server/PageApi.h"
#include "sync/server/StatusPage.h"

#include <gtest/gtest.h>

using namespace kiosk;
using namespace sync_server;
using namespace tests;
using support::FakeClock;

namespace {

struct Page : testing::Test {
    TempFolder folder;
    std::unique_ptr<ServerStore> store = openSqlcipher(folder.path());
    FakeClock clock{base::parseIsoText("2026-11-22T13:10:14Z").value()};
    PageApi api{*store, "Maple & <Oak>", asBytes("secret"), clock};

    sync_http::Response ask(std::string path, std::string const& credentials = "practice:secret",
                            std::string method = "GET") {
        sync_http::Request request{std::move(method), std::move(path), {}, {}, {}, {}, {}};
        if (!credentials.empty())
            request.headers.push_back({"authorization", "Basic " + base::toBase64(asBytes(credentials))});
        return api.handle(request);
    }
    /// One kiosk with a gap, one response.
    void fill() {
        Chain chain;
        auto device = deviceOf(chain);
        device.name = "<script>alert(1)</script>";
        must(store->addDevice(device));
        auto first = chain.next();
        chain.skip();
        auto third = chain.next();
        must(store->ingest(chain.device(), std::array{arrivalOf(first), arrivalOf(third)}, clock.now(), 17));
        Response response{"http://candor.example/fhir/Questionnaire/phq-9",
                          "1.0.0",
                          "2026-11-22T13:09:00Z",
                          "completed",
                          "es",
                          {{"/1", {}, {}, "free text of a patient", {}}},
                          {{"44261-6", 13.0, {}, "moderate", "PHQ-9", "Moderate"},
                           {"activation", 61.34, 5.26, {}},
                           {"none", {}, {}, {}}},
                          "/9"};
        auto waiting = must(store->unprojected(1));
        must(store->saveProjections(std::array{Projected{waiting[0].arrival, response}}));
    }
};

} // namespace

TEST_F(Page, isShownToWhoKnowsThePassword) {
    EXPECT_EQ(ask("/").status, 200U);
    for (auto const* wrong : {"", "practice:", "practice:Secret", "admin:secret", "practice:secretx", "secret"}) {
        auto refused = ask("/", wrong);
        EXPECT_EQ(refused.status, 401U) << wrong;
        EXPECT_NE(refused.header("WWW-Authenticate"), nullptr);
        EXPECT_EQ(ask("/status.json", wrong).status, 401U);
    }
    EXPECT_EQ(ask("/other").status, 404U);
    EXPECT_EQ(ask("/", "practice:secret", "POST").status, 405U);
}

TEST_F(Page, showsKiosksAndScoresAndNoAnswers) {
    fill();
    auto html = std::string(asText(ask("/").body));
    for (auto const* shown : {"Maple &amp; &lt;Oak&gt;", "phq-9", "PHQ-9: 13 (Moderate)", "activation: 61.3 ± 5.3",
                              "calls for help: see answer /9", "none: not scored", "2026-11-22 13:09:00 UTC",
                              "missing after 1", ">17<", "completed"})
        EXPECT_NE(html.find(shown), std::string::npos) << shown;
    EXPECT_EQ(html.find("free text of a patient"), std::string::npos);
    EXPECT_EQ(html.find("<script"), std::string::npos);
    EXPECT_NE(html.find("&lt;script&gt;"), std::string::npos);
}

TEST_F(Page, saysThatThereIsNothingYet) {
    auto html = std::string(asText(ask("/").body));
    EXPECT_NE(html.find("No kiosk is enrolled yet."), std::string::npos);
    EXPECT_NE(html.find("None was received yet."), std::string::npos);
}

TEST_F(Page, tellsProgramsTheSame) {
    fill();
    auto json = Json::parse(asText(ask("/status.json").body));
    EXPECT_EQ(json["stored"], 2);
    EXPECT_EQ(json["doubled"], 0);
    EXPECT_EQ(json["projected"], 1);
    EXPECT_EQ(json["failed"], 0);
    EXPECT_EQ(json["waiting_for_projection"], 1);
    ASSERT_EQ(json["kiosks"].size(), 1U);
    EXPECT_EQ(json["kiosks"][0]["head"], 1);
    EXPECT_EQ(json["kiosks"][0]["highest"], 3);
    EXPECT_EQ(json["kiosks"][0]["gap"], true);
    EXPECT_EQ(json["kiosks"][0]["waiting"], 17);
    ASSERT_EQ(json["responses"].size(), 1U);
    EXPECT_EQ(json["responses"][0]["instrument"], "phq-9");
    ASSERT_EQ(json["responses"][0]["scores"].size(), 2U) << "what could not be scored is left out";
    EXPECT_EQ(json["responses"][0]["scores"][1]["standard_error"], 5.26);
}

TEST_F(Page, tellsWhichKiosksWereRevoked) {
    Chain chain;
    must(store->addDevice(deviceOf(chain)));
    EXPECT_NE(asText(ask("/").body).find("in use"), std::string_view::npos);
    EXPECT_TRUE(Json::parse(asText(ask("/status.json").body))["kiosks"][0]["revoked"].is_null());
    must(store->revokeDevice(chain.device(), clock.now()));
    EXPECT_NE(asText(ask("/").body).find("revoked 2026-11-22 13:10:14 UTC"), std::string_view::npos);
    EXPECT_EQ(Json::parse(asText(ask("/status.json").body))["kiosks"][0]["revoked"], "2026-11-22T13:10:14Z");
}

TEST_F(Page, allowsABrowserNothing) {
    auto response = ask("/");
    auto policy = *response.header("Content-Security-Policy");
    EXPECT_NE(policy.find("default-src 'none'"), std::string::npos);
    auto html = std::string(asText(response.body));
    auto begin = html.find("<style>") + 7;
    auto style = html.substr(begin, html.find("</style>") - begin);
    EXPECT_NE(policy.find(base::toBase64(crypto::sha256(asBytes(style)))), std::string::npos)
        << "its own style is allowed";
    for (auto const* name : {"X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy", "Cache-Control"})
        EXPECT_NE(response.header(name), nullptr) << name;
    EXPECT_NE(ask("/", "").header("Content-Security-Policy"), nullptr) << "on errors too";
}
