#include "StoreMaker.h"

#include <algorithm>
#include <gtest/gtest.h>

using namespace kiosk;
using namespace sync_server;
using namespace tests;

namespace {

struct SqlcipherStore : testing::Test {
    TempFolder folder;
    Path file = folder.path() / "practice.db";
    std::unique_ptr<ServerStore> store = openSqlcipher(folder.path());

    [[nodiscard]] SqlcipherServerStore reader() const {
        return must(SqlcipherServerStore::openForReading(file, SecretBytes(Bytes(32, 3))));
    }
    void fill(Chain& chain, int count) const {
        must(store->addDevice(deviceOf(chain)));
        for (int i = 0; i < count; ++i) {
            auto link = chain.next();
            must(store->ingest(chain.device(), std::array{arrivalOf(link)}, Instant(), 0));
        }
    }
};

} // namespace

TEST_F(SqlcipherStore, walksEnvelopesByDeviceAndNumberWhileTheServerRuns) {
    Chain first;
    Chain second;
    fill(first, 3);
    fill(second, 2);
    std::vector<std::pair<Uuid, std::uint64_t>> seen;
    must(reader().forEachEnvelope([&](SqlcipherServerStore::StoredEnvelope const& stored) -> Result<void> {
        auto view = TRY(envelope::parse(stored.bytes));
        EXPECT_EQ(view.head.device, stored.device);
        EXPECT_EQ(view.head.number, stored.number);
        seen.emplace_back(stored.device, stored.number);
        return {};
    }));
    EXPECT_EQ(seen.size(), 5U);
    EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
}

TEST_F(SqlcipherStore, aWalkEndsWithTheCallersError) {
    Chain chain;
    fill(chain, 2);
    int calls = 0;
    auto walked = reader().forEachEnvelope([&](auto const&) -> Result<void> {
        ++calls;
        return kiosk::fail(ErrorKind::Full, "no space");
    });
    ASSERT_FALSE(walked);
    EXPECT_EQ(walked.error().text, "no space");
    EXPECT_EQ(calls, 1);
}

TEST_F(SqlcipherStore, aReaderChangesNothing) {
    Chain chain;
    fill(chain, 1);
    auto opened = reader();
    EXPECT_FALSE(opened.addDevice(deviceOf(Chain())));
    EXPECT_FALSE(opened.ingest(chain.device(), {}, Instant(), 0));
    EXPECT_FALSE(opened.revokeDevice(chain.device(), Instant()));
    EXPECT_EQ(must(opened.devices()).size(), 1U);
}

TEST_F(SqlcipherStore, isNotMadeByAReaderOrAnAdministrator) {
    for (auto const& open : {SqlcipherServerStore::openForReading, SqlcipherServerStore::openExisting}) {
        auto opened = open(folder.path() / "other.db", SecretBytes(Bytes(32, 3)));
        ASSERT_FALSE(opened);
        EXPECT_EQ(opened.error().kind, ErrorKind::NotFound);
    }
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "other.db"));
}

TEST_F(SqlcipherStore, saysThatTheKeyIsWrong) {
    store.reset();
    auto opened = SqlcipherServerStore::open(file, SecretBytes(Bytes(32, 4)));
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().kind, ErrorKind::Denied);
    EXPECT_NE(opened.error().text.find("practice.db"), std::string::npos);
}

TEST_F(SqlcipherStore, showsNoEnvelopeToWhoHasOnlyTheFile) {
    Chain chain;
    must(store->addDevice(deviceOf(chain)));
    auto link = chain.next(asBytes("canary in the payload"));
    must(store->ingest(chain.device(), std::array{arrivalOf(link)}, Instant(), 0));
    for (auto const* suffix : {"", "-wal"}) {
        auto content = must(base::readFile(file.string() + suffix));
        EXPECT_EQ(asText(content).find("canary"), std::string_view::npos) << suffix;
        EXPECT_EQ(asText(content).find("Front desk"), std::string_view::npos) << suffix;
    }
}
