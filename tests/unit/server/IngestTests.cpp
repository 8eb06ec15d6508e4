#include "StoreMaker.h"
#include "kiosk/core/envelope/Receipt.h"
#include "sync/server/Ingest.h"

#include <gtest/gtest.h>

using namespace kiosk;
using namespace sync_protocol;
using namespace sync_server;
using namespace tests;
using support::FakeClock;

namespace {

struct IngestTest : testing::Test {
    TempFolder folder;
    std::unique_ptr<ServerStore> store = openSqlcipher(folder.path());
    crypto::SigningKey receiptKey = crypto::SigningKey::generate();
    FakeClock clock{Instant(std::chrono::hours(24))};
    Ingest ingest{*store, receiptKey, clock};
    Chain chain;

    IngestTest() { must(store->addDevice(deviceOf(chain))); }

    struct Taken {
        envelope::Receipt receipt;
        std::vector<Refusal> refusals;
    };
    Taken take(std::vector<Bytes> const& envelopes) {
        Bytes body;
        std::vector<Named> names;
        for (auto const& bytes : envelopes) {
            body.push_back(0);
            base::appendU32(body, static_cast<std::uint32_t>(bytes.size()));
            base::append(body, bytes);
            auto view = envelope::parse(bytes);
            names.push_back(view ? Named{view->head.record, view->link()} : Named{});
        }
        auto answer = must(readAnswer(must(ingest.take(deviceOf(chain), body, 0)), chain.device(), names));
        return {must(envelope::openReceipt(answer.receipt, receiptKey.verifyKey())), answer.refusals};
    }
    std::vector<Bytes> several(int count) {
        std::vector<Bytes> envelopes;
        for (int i = 0; i < count; ++i) envelopes.push_back(chain.next().bytes);
        return envelopes;
    }
    static std::string reasons(std::vector<Refusal> const& refusals) {
        std::string text;
        for (auto const& [index, reason] : refusals)
            text += std::to_string(index) + ":" + std::string(toWord(reason)) + " ";
        return text;
    }
};

} // namespace

TEST_F(IngestTest, givesASignedReceiptForEveryEnvelope) {
    auto envelopes = several(5);
    auto [receipt, refusals] = take(envelopes);
    EXPECT_TRUE(refusals.empty());
    EXPECT_EQ(receipt.device, chain.device());
    EXPECT_EQ(receipt.serverTime, clock.now());
    EXPECT_EQ(receipt.headNumber, 5U);
    EXPECT_EQ(receipt.headLink, chain.link());
    EXPECT_EQ(receipt.entries.size(), 5U);
}

TEST_F(IngestTest, givesTheSameEntriesAgainForWhatItKnows) {
    auto envelopes = several(3);
    auto first = take(envelopes).receipt;
    clock.set(Instant(std::chrono::hours(1))); // the clock went back
    auto again = take(envelopes).receipt;
    EXPECT_EQ(again.entries, first.entries);
    EXPECT_EQ(again.headNumber, first.headNumber);
    EXPECT_EQ(must(store->totals()).stored, 3U);
}

TEST_F(IngestTest, oneBadEnvelopeOfAThousandStopsNoOther) {
    auto envelopes = several(1000);
    envelopes[500].back() ^= 1; // in the payload
    auto [receipt, refusals] = take(envelopes);
    EXPECT_EQ(reasons(refusals), "500:signature ");
    EXPECT_EQ(receipt.entries.size(), 999U);
    EXPECT_EQ(receipt.headNumber, 500U) << "the gap is told";
    EXPECT_EQ(must(store->devices())[0].highest, 1000U);
    EXPECT_EQ(must(store->totals()).stored, 999U);
}

TEST_F(IngestTest, anySingleBitFlipIsRefusedWhereverItIs) {
    auto good = several(3);
    for (std::size_t at = 0; at < good[1].size(); at += 3) {
        auto altered = good;
        altered[1][at] ^= 0x40;
        auto [receipt, refusals] = take(altered);
        ASSERT_EQ(refusals.size(), 1U) << at;
        EXPECT_EQ(refusals[0].index, 1U) << at;
    }
    EXPECT_TRUE(take(good).refusals.empty());
}

TEST_F(IngestTest, namesEachReason) {
    auto envelopes = several(2);
    take(envelopes);
    Chain stranger;
    Chain impostor(chain.device()); // the right id, another key
    auto conflicting = chain.next();
    auto head = conflicting.head;
    head.record = envelope::parse(envelopes[0]).value().head.record;
    chain.rewindTo({{{}, {}, {}, 1, {}}, envelope::parse(envelopes[0]).value().link(), {}});
    auto fork = chain.next().bytes;
    auto conflict = envelope::assemble(head, Chain::sealedToNobody(), chain.key());
    auto refused = take(
        {toBytes("rubbish"), stranger.next().bytes, impostor.next().bytes, conflict, fork, conflicting.bytes, Bytes()});
    EXPECT_EQ(reasons(refused.refusals), "0:malformed 1:foreign-device 2:signature 3:conflict 4:fork 6:malformed ");
    ASSERT_EQ(refused.receipt.entries.size(), 1U);
    EXPECT_EQ(refused.receipt.entries[0].record, conflicting.head.record);
}

TEST_F(IngestTest, refusesNumbersNoDatabaseCanHold) {
    envelope::Head head{envelope::Kind::Survey, Uuid::random(), chain.device(), ~std::uint64_t{0}, {1}};
    auto bytes = envelope::assemble(head, Chain::sealedToNobody(), chain.key());
    EXPECT_EQ(reasons(take({bytes}).refusals), "0:malformed ");
}

TEST_F(IngestTest, aRunIsVouchedForByItsLastSignatureOnly) {
    auto envelopes = several(4);
    for (std::size_t bad : {3U, 2U}) envelopes[bad][100] ^= 1; // signatures at the end of the run
    EXPECT_EQ(reasons(take(envelopes).refusals), "2:signature 3:signature ");
    EXPECT_EQ(must(store->totals()).stored, 2U);
}

TEST_F(IngestTest, aStrangersTailVouchesForNothing) {
    // Somebody without the device's key appends to its chain and leaves out the last good one's own successor.
    auto good = chain.next();
    Chain impostor(chain.device());
    impostor.rewindTo(good);
    EXPECT_EQ(reasons(take({good.bytes, impostor.next().bytes, impostor.next().bytes}).refusals),
              "1:signature 2:signature ");
}

TEST_F(IngestTest, aHeartbeatGetsTheHead) {
    take(several(2));
    auto beat = take({});
    EXPECT_EQ(beat.receipt.headNumber, 2U);
    EXPECT_TRUE(beat.receipt.entries.empty());
}

TEST_F(IngestTest, saysThatABodyIsNoBatch) {
    auto taken = ingest.take(deviceOf(chain), asBytes("\x07junk"), 0);
    ASSERT_FALSE(taken);
    EXPECT_EQ(taken.error().kind, ErrorKind::Corrupt);
}

TEST_F(IngestTest, aStoreThatFailsIsOurFaultAndTakesNothing) {
    Chain unknown;
    auto taken = ingest.take(deviceOf(unknown), {}, 0);
    ASSERT_FALSE(taken);
    EXPECT_EQ(taken.error().kind, ErrorKind::Internal);
}
