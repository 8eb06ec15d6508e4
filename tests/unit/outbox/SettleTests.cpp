#include "tests/unit/outbox/OutboxFixture.h"

#include <ctime>
#include <sys/stat.h>

namespace kiosk::outbox {
namespace {

using testing::HasSubstr;

class Settling : public OutboxFixture {
protected:
    /// Delivers something, settles, and expects that nothing was forgotten and the receipt was set aside.
    template <typename What>
    void expectSetAside(Outbox& outbox, What const& what) {
        auto const before = outbox.counts()->waiting;
        auto const badBefore = filesIn("receipts/bad");
        deliver(what);
        auto const report = settle(outbox);
        ASSERT_TRUE(report) << report.error().text;
        EXPECT_EQ(report->setAside, 1U);
        EXPECT_EQ(report->settled, 0U);
        EXPECT_EQ(outbox.counts()->waiting, before);
        EXPECT_EQ(filesIn("receipts/bad"), badBefore + 1);
        EXPECT_EQ(receiptsLeft(), 0U);
    }
};

TEST_F(Settling, removesWhatAReceiptProvesAndNothingElse) {
    auto outbox = open();
    auto const first = publish(outbox);
    auto const second = publish(outbox);
    auto const third = publish(outbox);
    deliver(receiptFor({first, second}));
    auto const report = settle(outbox);
    ASSERT_TRUE(report) << report.error().text;
    EXPECT_EQ(report->settled, 2U);
    ASSERT_EQ(outbox.waiting()->size(), 1U);
    EXPECT_EQ(outbox.waiting()->front().record, third.record);
    EXPECT_EQ(receiptsLeft(), 0U);
    ASSERT_EQ(m_settled.size(), 1U);
    EXPECT_EQ(m_settled[0].headNumber, 3U);
    EXPECT_EQ(m_settled[0].entries.size(), 2U);
}

TEST_F(Settling, recordsBeforeItRemoves) {
    auto outbox = open();
    auto const sealed = publish(outbox);
    deliver(receiptFor({sealed}));
    auto const failing = [&](envelope::Receipt const&) -> Result<void> {
        EXPECT_TRUE(std::filesystem::exists(fileOf(sealed)));
        return fail(ErrorKind::Full, "no space");
    };
    auto const report = outbox.settle(m_serverKey.verifyKey(), m_device, failing);
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().kind, ErrorKind::Full);
    EXPECT_EQ(outbox.counts()->waiting, 1U);
    EXPECT_EQ(settle(outbox)->settled, 1U) << "the receipt was kept for the next pass";
}

TEST_F(Settling, receiptsForOthersAndRepeatedReceiptsAreHarmless) {
    auto outbox = open();
    auto const gone = next();
    auto const sealed = publish(outbox);
    for (int again = 0; again < 2; ++again) deliver(receiptFor({gone, sealed, sealed}));
    auto const report = settle(outbox);
    EXPECT_EQ(report->settled, 1U);
    EXPECT_EQ(report->setAside, 0U);
    EXPECT_EQ(m_settled.size(), 2U) << "each head is handed on";
    EXPECT_EQ(settle(outbox)->settled, 0U);
}

TEST_F(Settling, aReceiptOfAnotherKeyOrDeviceProvesNothing) {
    auto outbox = open();
    auto const sealed = publish(outbox);
    expectSetAside(outbox, envelope::signReceipt(receiptFor({sealed}), crypto::SigningKey::generate()));
    auto other = receiptFor({sealed});
    other.device = Uuid::random();
    expectSetAside(outbox, other);
    EXPECT_TRUE(m_settled.empty());
}

TEST_F(Settling, aReceiptForOtherBytesProvesNothing) {
    auto outbox = open();
    auto const sealed = publish(outbox);
    auto receipt = receiptFor({sealed});
    receipt.entries[0].link[7] ^= 1U;
    expectSetAside(outbox, receipt);
}

TEST_F(Settling, anAlteredFileIsNotForgottenOnAReceiptForWhatItWas) {
    auto outbox = open();
    auto const sealed = publish(outbox);
    for (std::size_t at = 0; at < sealed.bytes.size(); at += 13) {
        auto altered = sealed.bytes;
        altered[at] ^= 1U;
        ASSERT_TRUE(base::writeFileDurably(fileOf(sealed), altered));
        expectSetAside(outbox, receiptFor({sealed}));
    }
    ASSERT_TRUE(base::writeFileDurably(fileOf(sealed), {}));
    expectSetAside(outbox, receiptFor({sealed}));
    auto const other = next(); // sound, but not what the name says
    ASSERT_TRUE(base::writeFileDurably(fileOf(sealed), other.bytes));
    expectSetAside(outbox, receiptFor({sealed}));
}

TEST_F(Settling, aFlippedByteAnywhereInAReceiptIsFound) {
    auto outbox = open();
    auto const sealed = publish(outbox);
    auto const whole = envelope::signReceipt(receiptFor({sealed}), m_serverKey);
    for (std::size_t at = 0; at < whole.size(); ++at) {
        auto altered = whole;
        altered[at] ^= 1U;
        deliver(altered);
    }
    deliver(Bytes{});
    EXPECT_EQ(settle(outbox)->setAside, whole.size() + 1);
    EXPECT_EQ(outbox.counts()->waiting, 1U);
}

TEST_F(Settling, oneGoodReceiptAmongBadOnesStillCounts) {
    auto outbox = open();
    auto const sealed = publish(outbox);
    for (int i = 0; i < 3; ++i) deliver(toBytes("noise"));
    deliver(receiptFor({sealed}));
    for (int i = 0; i < 3; ++i) deliver(toBytes("noise"));
    auto const report = settle(outbox);
    EXPECT_EQ(report->settled, 1U);
    EXPECT_EQ(report->setAside, 6U);
}

TEST_F(Settling, strangeThingsInReceiptsNeitherBlockNorHurt) {
    auto outbox = open();
    publish(outbox);
    auto const receipts = m_folder / "receipts";
    ASSERT_EQ(::mkfifo((receipts / "fifo.receipt").c_str(), 0600), 0);
    std::filesystem::create_symlink("/etc/passwd", receipts / "link.receipt");
    std::filesystem::create_directory(receipts / "folder.receipt");
    std::ofstream(receipts / ".unfinished.receipt") << "x";
    std::ofstream(receipts / "unknown.txt") << "x";
    std::ofstream(receipts / "not-an-id.refused") << "x";
    auto const report = settle(outbox);
    ASSERT_TRUE(report) << report.error().text;
    EXPECT_EQ(report->setAside, 4U);
    EXPECT_TRUE(std::filesystem::exists("/etc/passwd"));
    EXPECT_TRUE(std::filesystem::exists(receipts / ".unfinished.receipt")) << "the agent is still writing it";
    EXPECT_TRUE(OutboxReader::open(m_folder));
    EXPECT_FALSE(std::filesystem::exists(receipts / ".unfinished.receipt")) << "an agent that starts clears its own";
}

TEST_F(Settling, theRefusedGoToQuarantineWithTheirReason) {
    auto outbox = open();
    auto const refused = publish(outbox);
    auto const odd = publish(outbox);
    auto const kept = publish(outbox);
    auto reader = OutboxReader::open(m_folder);
    ASSERT_TRUE(reader->deliverRefusal(refused.record, "signature"));
    ASSERT_TRUE(reader->deliverRefusal(odd.record, "Robert'); DROP TABLE"));
    ASSERT_TRUE(reader->deliverRefusal(Uuid::random(), "malformed"));
    auto const report = settle(outbox);
    EXPECT_EQ(report->refused, 2U);
    EXPECT_EQ(outbox.counts()->waiting, 1U);
    EXPECT_EQ(outbox.counts()->quarantined, 2U);
    EXPECT_EQ(outbox.waiting()->front().record, kept.record);
    auto const quarantined = m_folder / "quarantine" / spoolName(refused.number, refused.record);
    EXPECT_EQ(*base::readFile(quarantined), refused.bytes);
    EXPECT_EQ(asText(*base::readFile(quarantined.string() + ".reason")), "signature\n");
    auto const oddNote = m_folder / "quarantine" / (spoolName(odd.number, odd.record) + ".reason");
    EXPECT_EQ(asText(*base::readFile(oddNote)), "unknown\n");
    EXPECT_EQ(receiptsLeft(), 0U);
}

TEST_F(Settling, gapsInWhatWaitsAreReported) {
    auto outbox = open();
    std::vector<Sealed> sealed;
    for (int i = 0; i < 9; ++i) sealed.push_back(publish(outbox));
    EXPECT_TRUE(settle(outbox)->gaps.empty());
    deliver(receiptFor({sealed[0], sealed[1]}));
    EXPECT_TRUE(settle(outbox)->gaps.empty()) << "the front leaves in order";
    for (auto const index : {3U, 4U, 6U}) std::filesystem::remove(fileOf(sealed[index]));
    EXPECT_EQ(settle(outbox)->gaps, (std::vector<Gap>{{4, 5}, {7, 7}}));
    ASSERT_TRUE(OutboxReader::open(m_folder)->deliverRefusal(sealed[7].record, "conflict"));
    EXPECT_EQ(settle(outbox)->gaps, (std::vector<Gap>{{4, 5}, {7, 7}})) << "what is in quarantine is not missing";
}

TEST_F(Settling, tenThousandWaitingFilesSettleInTwoSeconds) {
    auto outbox = open();
    std::vector<Sealed> batch;
    for (int i = 0; i < 10'000; ++i) {
        auto const sealed = next();
        ASSERT_TRUE(std::ofstream(fileOf(sealed)) << asText(sealed.bytes));
        batch.push_back(sealed);
        if (batch.size() == 2000) {
            deliver(receiptFor(batch));
            batch.clear();
        }
    }
    auto const start = std::clock(); // of this process: a busy machine is no reason to fail
    auto const report = settle(outbox);
    auto const seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    EXPECT_EQ(report->settled, 10'000U);
    EXPECT_LT(seconds, 2.0);
}

} // namespace
} // namespace kiosk::outbox
