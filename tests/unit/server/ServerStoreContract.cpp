// What every ServerStore must do. Another implementation joins by a line in INSTANTIATE_TEST_SUITE_P.

#include "StoreMaker.h"

#include <gtest/gtest.h>
#include <thread>

using namespace kiosk;
using namespace sync_server;
using namespace tests;

namespace {

const Instant noon(std::chrono::hours(12));

struct ServerStoreContract : testing::TestWithParam<StoreKind> {
    TempFolder folder;
    std::unique_ptr<ServerStore> store = GetParam().open(folder.path());
    Chain chain;

    ServerStoreContract() { must(store->addDevice(deviceOf(chain))); }

    Ingested take(std::vector<Chain::Link> const& links, std::uint64_t waiting = 0) {
        std::vector<Arrival> arrivals;
        for (auto const& link : links) arrivals.push_back(arrivalOf(link));
        return must(store->ingest(chain.device(), arrivals, noon, waiting));
    }
    std::vector<Chain::Link> several(int count) {
        std::vector<Chain::Link> links;
        for (int i = 0; i < count; ++i) links.push_back(chain.next());
        return links;
    }
    void reopen() {
        store.reset();
        store = GetParam().open(folder.path());
    }
    static ChainHead headOf(Chain::Link const& link) { return {link.head.number, link.link}; }
};

Response response(std::string const& questionnaire) {
    return {questionnaire,
            "1.0.0",
            "2026-11-22T13:10:14Z",
            "completed",
            "en",
            {{"/1", "http://loinc.org", "LA6568-5", "Not at all", 0.0}, {"/2", {}, {}, "it hurts", {}}},
            {{"44261-6", 13.0, {}, "moderate", "PHQ-9", "Moderate"}, {"activation", {}, {}, {}}},
            "/9"};
}

using Outcomes = std::vector<Outcome>;

} // namespace

TEST_P(ServerStoreContract, keepsDevices) {
    auto device = must(store->device(chain.device()));
    EXPECT_EQ(device.name, "Front desk");
    EXPECT_EQ(device.signingKey, chain.key().verifyKey());
    EXPECT_EQ(device.certificate, (Digest{1, 2, 3}));
    EXPECT_EQ(store->device(Uuid::random()).error().kind, ErrorKind::NotFound);
    EXPECT_FALSE(store->addDevice(deviceOf(chain))) << "the same id again";
}

TEST_P(ServerStoreContract, storesEachEnvelopeOnce) {
    auto links = several(3);
    auto first = take(links);
    EXPECT_EQ(first.outcomes, (Outcomes{Outcome::Stored, Outcome::Stored, Outcome::Stored}));
    EXPECT_EQ(first.head, headOf(links[2]));
    auto again = take({links[1], chain.next(), links[0], links[0]});
    EXPECT_EQ(again.outcomes, (Outcomes{Outcome::Known, Outcome::Stored, Outcome::Known, Outcome::Known}));
    EXPECT_EQ(again.head.number, 4U);
    EXPECT_EQ(must(store->totals()).stored, 4U);
    EXPECT_EQ(must(store->totals()).doubled, 0U);
}

TEST_P(ServerStoreContract, keepsAllOfItAcrossARestart) {
    auto links = several(3);
    take(links, 7);
    reopen();
    EXPECT_EQ(take(links).outcomes, (Outcomes{Outcome::Known, Outcome::Known, Outcome::Known}));
    auto status = must(store->devices());
    ASSERT_EQ(status.size(), 1U);
    EXPECT_EQ(status[0].head, headOf(links[2]));
    auto waiting = must(store->unprojected(10));
    ASSERT_EQ(waiting.size(), 3U);
    for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(waiting[i].bytes, links[i].bytes);
}

TEST_P(ServerStoreContract, refusesTheSameIdWithOtherContent) {
    auto links = several(2);
    take({links[0]});
    auto forged = links[1];
    forged.head.record = links[0].head.record;
    EXPECT_EQ(take({forged}).outcomes, Outcomes{Outcome::Conflict});
    EXPECT_EQ(take({links[1]}).outcomes, Outcomes{Outcome::Stored}) << "and goes on";
}

TEST_P(ServerStoreContract, refusesTheSameNumberWithAnotherRecord) {
    auto first = chain.next();
    auto second = chain.next();
    take({first, second});
    chain.rewindTo(first);
    EXPECT_EQ(take({chain.next()}).outcomes, Outcomes{Outcome::Fork});
    auto third = chain.next(); // continues the fork, under a number that is free: kept, but the head stays
    auto result = take({third});
    EXPECT_EQ(result.outcomes, Outcomes{Outcome::Stored});
    EXPECT_EQ(result.head, headOf(second));
    EXPECT_EQ(result.highest, 3U);
}

TEST_P(ServerStoreContract, theHeadWaitsForTheGapToClose) {
    auto links = several(6);
    auto result = take({links[0], links[2], links[3]});
    EXPECT_EQ(result.head, headOf(links[0]));
    EXPECT_EQ(result.highest, 4U);
    EXPECT_EQ(take({links[5]}).head, headOf(links[0]));
    EXPECT_EQ(take({links[1]}).head, headOf(links[3]));
    EXPECT_EQ(take({links[4]}).head, headOf(links[5]));
}

TEST_P(ServerStoreContract, devicesDoNotMix) {
    Chain other;
    must(store->addDevice(deviceOf(other)));
    take(several(2));
    auto link = other.next();
    auto result = must(store->ingest(other.device(), std::array{arrivalOf(link)}, noon, 0));
    EXPECT_EQ(result.head, headOf(link));
    EXPECT_EQ(result.highest, 1U);
    EXPECT_EQ(store->ingest(Uuid::random(), {}, noon, 0).error().kind, ErrorKind::NotFound);
}

TEST_P(ServerStoreContract, revokesADeviceOnceAndForGood) {
    take(several(2));
    EXPECT_FALSE(must(store->device(chain.device())).revoked);
    must(store->revokeDevice(chain.device(), noon));
    must(store->revokeDevice(chain.device(), noon + std::chrono::hours(1)));
    reopen();
    EXPECT_EQ(must(store->device(chain.device())).revoked, noon);
    EXPECT_EQ(must(store->devices())[0].device.revoked, noon);
    EXPECT_EQ(must(store->devices())[0].head.number, 2U);
    EXPECT_EQ(must(store->totals()).stored, 2U) << "what it delivered stays";
    EXPECT_EQ(store->revokeDevice(Uuid::random(), noon).error().kind, ErrorKind::NotFound);
}

TEST_P(ServerStoreContract, notesWhenADeviceWasSeenAndWhatItHolds) {
    EXPECT_FALSE(must(store->devices())[0].seen);
    take({}, 12);
    auto status = must(store->devices())[0];
    EXPECT_EQ(status.seen, noon);
    EXPECT_EQ(status.waiting, 12U);
    EXPECT_EQ(status.head, ChainHead());
}

TEST_P(ServerStoreContract, instancesSeeWhatOthersStored) {
    auto other = GetParam().open(folder.path());
    auto links = several(2);
    take({links[0]});
    EXPECT_EQ(must(other->totals()).stored, 1U);
    must(other->ingest(chain.device(), std::array{arrivalOf(links[1])}, noon, 0));
    EXPECT_EQ(take({links[1]}).outcomes, Outcomes{Outcome::Known});
}

TEST_P(ServerStoreContract, twoWritersAtATimeStoreEverythingOnce) {
    auto links = several(60);
    auto write = [&] {
        auto own = GetParam().open(folder.path());
        for (const auto& link : links) must(own->ingest(chain.device(), std::array{arrivalOf(link)}, noon, 0));
    };
    std::thread other(write);
    write();
    other.join();
    EXPECT_EQ(must(store->totals()).stored, 60U);
    EXPECT_EQ(must(store->devices())[0].head, headOf(links.back()));
}

TEST_P(ServerStoreContract, projectsEachEnvelopeOnce) {
    take(several(3));
    auto waiting = must(store->unprojected(2));
    ASSERT_EQ(waiting.size(), 2U);
    std::vector<Projected> projections{{waiting[0].arrival, response("http://q/a")},
                                       {waiting[1].arrival, kiosk::fail(ErrorKind::Denied, "sealed to others")}};
    must(store->saveProjections(projections));
    must(store->saveProjections(projections)); // after a crash that came before it was known to be done
    EXPECT_EQ(must(store->unprojected(10)).size(), 1U);
    auto totals = must(store->totals());
    EXPECT_EQ(totals.projected, 1U);
    EXPECT_EQ(totals.failed, 1U);
}

TEST_P(ServerStoreContract, showsTheLatestOfEachQuestionnaire) {
    take(several(5));
    std::vector<Projected> projections;
    const std::array names{"http://q/b", "http://q/a", "http://q/b", "http://q/b", "http://q/b"};
    for (auto const& [arrival, bytes] : must(store->unprojected(10))) {
        projections.push_back({arrival, response(names[projections.size()])});
        projections.back().response->authored = "2026-11-2" + std::to_string(projections.size()) + "T00:00:00Z";
    }
    must(store->saveProjections(projections));
    auto latest = must(store->latestResponses(2));
    ASSERT_EQ(latest.size(), 3U);
    EXPECT_EQ(latest[0].questionnaire, "http://q/a");
    EXPECT_EQ(latest[1].authored, "2026-11-25T00:00:00Z");
    EXPECT_EQ(latest[2].authored, "2026-11-24T00:00:00Z");
    ASSERT_EQ(latest[1].scores.size(), 2U);
    EXPECT_EQ(latest[1].scores[0].value, 13.0);
    EXPECT_EQ(latest[1].scores[0].band, "moderate");
    EXPECT_EQ(latest[1].scores[0].title, "PHQ-9");
    EXPECT_EQ(latest[1].scores[0].bandTitle, "Moderate");
    EXPECT_EQ(latest[1].safety, "/9");
    EXPECT_FALSE(latest[1].scores[1].value);
    EXPECT_TRUE(latest[1].answers.empty());
}

INSTANTIATE_TEST_SUITE_P(Sqlcipher, ServerStoreContract, testing::Values(StoreKind{"Sqlcipher", openSqlcipher}),
                         [](auto const& kind) { return kind.param.name; });
