#include "kiosk/core/envelope/Receipt.h"
#include "sync/protocol/AgeHeaderPacking.h"
#include "sync/protocol/Batch.h"
#include "tests/support/sync/Chain.h"

#include <gtest/gtest.h>

using namespace kiosk;
using namespace sync_protocol;
using tests::support::Chain;

namespace {

void add(BatchWriter& writer, Bytes const& envelope) {
    writer.add(envelope, envelope::parse(envelope).value());
}

Bytes batchOf(std::vector<Chain::Link> const& envelopes) {
    BatchWriter writer;
    for (auto const& each : envelopes) add(writer, each.bytes);
    return writer.takeBytes();
}

std::string whyNotRead(ByteView body) {
    auto items = readBatch(body);
    return items ? "read" : items.error().text;
}

Bytes receiptFor(Uuid const& device, std::vector<Chain::Link> const& envelopes, crypto::SigningKey const& key) {
    envelope::Receipt receipt{device, Instant(), 3, {}, {}};
    for (auto const& each : envelopes) receipt.entries.push_back({each.head.record, each.link});
    return envelope::signReceipt(receipt, key);
}

std::vector<Named> namesOf(std::vector<Chain::Link> const& envelopes) {
    std::vector<Named> names;
    for (auto const& each : envelopes) names.push_back({each.head.record, each.link});
    return names;
}

} // namespace

TEST(Batch, bringsEveryEnvelopeBackToTheByte) {
    Chain chain;
    std::vector<Chain::Link> sent;
    for (int i = 0; i < 20; ++i) sent.push_back(chain.next());
    auto items = readBatch(batchOf(sent)).value();
    ASSERT_EQ(items.size(), sent.size());
    for (std::size_t i = 0; i < sent.size(); ++i) {
        EXPECT_EQ(items[i].bytes, sent[i].bytes);
        EXPECT_EQ(items[i].link, sent[i].link);
    }
}

TEST(Batch, leavesOutWhatTheServerCanWorkOut) {
    Chain chain;
    auto first = chain.next();
    auto second = chain.next();
    auto saved = 2 * first.bytes.size() + 10 - batchOf({first, second}).size();
    EXPECT_EQ(saved, 4 + 61 + (22 + 98 + 48) - (1 + 64 + 32)); // length, head; age header as text, less as binary
}

TEST(Batch, bringsBackWhatDoesNotContinueTheEnvelopeBefore) {
    Chain chain;
    Chain other;
    auto first = chain.next();
    chain.skip();
    auto afterGap = chain.next();
    auto foreign = other.next();
    auto notAge = chain.next(asBytes("not an age file"));
    std::vector sent{first, afterGap, foreign, notAge, first};
    auto items = readBatch(batchOf(sent)).value();
    ASSERT_EQ(items.size(), sent.size());
    for (std::size_t i = 0; i < sent.size(); ++i) EXPECT_EQ(items[i].bytes, sent[i].bytes) << i;
}

TEST(Batch, neverRepairsAnEnvelopeThatWasAltered) {
    Chain chain;
    for (int round = 0; round < 40; ++round) {
        std::vector sent{chain.next(), chain.next(), chain.next()};
        auto& bytes = sent[1].bytes;
        bytes[5 + static_cast<std::size_t>(round) * 7 % (bytes.size() - 5)] ^= 0x10;
        if (!envelope::parse(bytes)) continue;
        auto items = readBatch(batchOf(sent)).value();
        for (std::size_t i = 0; i < sent.size(); ++i) EXPECT_EQ(items[i].bytes, sent[i].bytes) << round << " " << i;
    }
}

TEST(Batch, keepsAnEnvelopeThatIsNoneApartFromTheOthers) {
    Chain chain;
    auto good = chain.next();
    Bytes body{0, 0, 0, 0, 3, 'b', 'a', 'd'};
    base::append(body, batchOf({good}));
    auto items = readBatch(body).value();
    ASSERT_EQ(items.size(), 2U);
    EXPECT_FALSE(items[0].view);
    EXPECT_EQ(items[1].bytes, good.bytes);
}

TEST(Batch, isFullAtItsCaps) {
    Chain chain;
    auto link = chain.next();
    BatchWriter writer;
    EXPECT_TRUE(writer.takes(batchBytes * 2)) << "a single one may be larger";
    for (std::size_t i = 0; i < batchEnvelopes; ++i) {
        ASSERT_TRUE(writer.takes(link.bytes.size()));
        add(writer, link.bytes);
    }
    EXPECT_FALSE(writer.takes(link.bytes.size()));
    EXPECT_EQ(readBatch(writer.bytes()).value().size(), batchEnvelopes);
    BatchWriter other;
    add(other, link.bytes);
    EXPECT_FALSE(other.takes(batchBytes));
}

TEST(Batch, refusesMoreThanItsCaps) {
    Bytes tooMany;
    for (std::size_t i = 0; i <= batchEnvelopes; ++i) base::append(tooMany, Bytes{0, 0, 0, 0, 0});
    EXPECT_EQ(whyNotRead(tooMany), "batch: item 2048 is one too many");
    Bytes tooLarge{0, 0, 0, 0, 0, 0};
    base::appendU32(tooLarge, batchBytes);
    tooLarge.resize(tooLarge.size() + batchBytes);
    EXPECT_EQ(whyNotRead(tooLarge), "batch: item 2 makes it too large");
}

TEST(Batch, saysWhatIsWrongWithABody) {
    Chain chain;
    auto body = batchOf({chain.next(), chain.next()});
    for (std::size_t length = 1; length < body.size(); ++length) {
        auto items = readBatch(ByteView(body).first(length));
        EXPECT_TRUE(!items || items->size() == 1) << length; // it may be cut exactly between the two
    }
    EXPECT_EQ(whyNotRead(Bytes{7}), "batch: item 0 has an unknown form");
    EXPECT_EQ(whyNotRead(Bytes{1}), "batch: item 0 continues nothing");
    EXPECT_EQ(whyNotRead(Bytes{0, 0, 0, 0, 9, 1}), "batch: item 0 is cut short");
    EXPECT_TRUE(readBatch({}).value().empty()) << "a heartbeat";
}

TEST(AgeHeaderPacking, takesOnlyWhatItCanGiveBack) {
    auto sealed = Chain::sealedToNobody();
    std::string age(asText(sealed));
    auto roundTrip = [](std::string_view text) {
        auto packed = packAgeHeader(asBytes(text));
        if (!packed) return std::string("left alone");
        Bytes back;
        Cursor cursor(packed->header);
        unpackAgeHeader(cursor, back);
        base::append(back, packed->rest);
        return cursor.ok() && cursor.atEnd() ? std::string(asText(back)) : "broken";
    };
    EXPECT_EQ(roundTrip(age), age);
    for (std::string_view extra : {"-> grease a\n\n", "-> X25519 short\nbody\n"}) {
        auto altered = age;
        altered.insert(altered.find("-> X25519"), extra);
        EXPECT_EQ(roundTrip(altered), "left alone");
    }
    EXPECT_EQ(roundTrip(age.substr(0, 60)), "left alone");
    EXPECT_EQ(roundTrip(""), "left alone");
    for (std::size_t at = 0; at < 170; ++at) {
        auto altered = age;
        altered[at] = altered[at] == 'B' ? 'C' : 'B';
        auto back = roundTrip(altered);
        EXPECT_TRUE(back == altered || back == "left alone") << at;
    }
}

TEST(Answer, givesTheReceiptBackWithItsEntries) {
    Chain chain;
    auto key = crypto::SigningKey::generate();
    std::vector sent{chain.next(), chain.next(), chain.next()};
    auto receipt = receiptFor(chain.device(), {sent[0], sent[2]}, key);
    const std::array refusals{Refusal{1, Reason::Conflict}};
    auto body = writeAnswer(receipt, refusals);
    auto answer = readAnswer(body, chain.device(), namesOf(sent)).value();
    EXPECT_EQ(answer.receipt, receipt);
    EXPECT_TRUE(envelope::openReceipt(answer.receipt, key.verifyKey()));
    ASSERT_EQ(answer.refusals.size(), 1U);
    EXPECT_EQ(toWord(answer.refusals[0].reason), "conflict");
    EXPECT_EQ(recordsNamedBy(receipt).value(), (std::vector{sent[0].head.record, sent[2].head.record}));
}

TEST(Answer, mustFitWhatWasSent) {
    Chain chain;
    auto key = crypto::SigningKey::generate();
    std::vector sent{chain.next(), chain.next()};
    auto names = namesOf(sent);
    auto body = writeAnswer(receiptFor(chain.device(), sent, key), {});
    auto why = [&](ByteView bytes, Uuid const& device, std::span<const Named> expected) {
        auto answer = readAnswer(bytes, device, expected);
        return answer ? "read" : answer.error().text;
    };
    EXPECT_EQ(why(body, chain.device(), names), "read");
    EXPECT_EQ(why(body, Uuid::random(), names), "answer: is for another kiosk");
    EXPECT_EQ(why(body, chain.device(), std::span(names).first(1)), "answer: names another number of envelopes");
    EXPECT_EQ(why(toBytes("<html>502 Bad Gateway</html>"), chain.device(), names), "answer: length does not fit");
    for (std::size_t length = 0; length < body.size(); ++length)
        EXPECT_NE(why(ByteView(body).first(length), chain.device(), names), "read") << length;
    auto refusing = [&](std::vector<Refusal> refusals) {
        return why(writeAnswer(receiptFor(chain.device(), {}, key), refusals), chain.device(), names);
    };
    EXPECT_EQ(refusing({{0, Reason::Fork}, {1, Reason::Fork}}), "read");
    EXPECT_EQ(refusing({{1, Reason::Fork}, {0, Reason::Fork}}), "answer: refuses what was not sent");
    EXPECT_EQ(refusing({{0, Reason::Fork}, {2, Reason::Fork}}), "answer: refuses what was not sent");
    EXPECT_EQ(refusing({{0, Reason::Fork}, {1, static_cast<Reason>(9)}}), "answer: unknown reason");
}

TEST(Receipt, thatIsNoneNamesNothing) {
    EXPECT_FALSE(recordsNamedBy({}));
    Bytes lies = toBytes("CRC1");
    lies.resize(200, 0xFF);
    EXPECT_FALSE(recordsNamedBy(lies));
}
