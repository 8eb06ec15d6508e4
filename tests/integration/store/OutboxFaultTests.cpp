#include "kiosk/core/outbox/Outbox.h"
#include "kiosk/core/outbox/OutboxReader.h"
#include "tests/integration/store/FileFaults.h"
#include "tests/integration/store/Scenario.h"

#include <gtest/gtest.h>
#include <set>

namespace kiosk::tests {
namespace {

/// Some envelopes, the first two of which a receipt proves and the third of which the server refuses.
class OutboxFaults : public testing::Test {
protected:
    OutboxFaults() {
        crypto::Digest previous{};
        for (std::uint64_t number = 1; number <= 4; ++number) {
            envelope::Head const head{envelope::Kind::Survey, Uuid::random(), m_device, number, previous};
            m_records.push_back(head.record);
            m_envelopes.push_back(envelope::assemble(head, toBytes(std::string(5000, 'p')), m_deviceKey));
            previous = envelope::parse(m_envelopes.back())->link();
        }
    }
    /// Publishes all, as kiosk-app does at each start with what is not marked as published. Marks what it may rely on.
    Result<void> publishAll(outbox::Outbox& outbox) {
        for (std::size_t i = 0; i < m_records.size(); ++i) {
            if (m_published.contains(i)) continue;
            TRY(outbox.publish(i + 1, m_records[i], m_envelopes[i]));
            m_published.insert(i);
        }
        return {};
    }
    Result<void> deliver(Path const& folder) {
        auto reader = TRY(outbox::OutboxReader::open(folder));
        envelope::Receipt receipt{m_device, Instant{}, 2, envelope::parse(m_envelopes[1])->link(), {}};
        for (std::size_t i = 0; i < 2; ++i)
            receipt.entries.push_back({m_records[i], envelope::parse(m_envelopes[i])->link()});
        TRY(reader.deliverReceipt(envelope::signReceipt(receipt, m_serverKey)));
        return reader.deliverRefusal(m_records[2], "signature");
    }
    Result<void> settle(outbox::Outbox& outbox) {
        auto const note = [&](envelope::Receipt const& receipt) -> Result<void> {
            for (auto const& entry : receipt.entries) m_settled.insert(entry.record);
            return {};
        };
        TRY(outbox.settle(m_serverKey.verifyKey(), m_device, note));
        return {};
    }
    Result<void> all(Path const& folder) {
        auto outbox = TRY(outbox::Outbox::open(folder));
        TRY(publishAll(outbox));
        TRY(deliver(folder));
        return settle(outbox);
    }
    /// Whatever waits or is in quarantine is whole; what may be relied on is there, settled or refused.
    void expectNothingLostOrTorn(Path const& folder) {
        auto outbox = outbox::Outbox::open(folder);
        ASSERT_TRUE(outbox) << outbox.error().text;
        EXPECT_TRUE(std::filesystem::is_empty(folder / "tmp"));
        std::set<Uuid> here;
        for (auto const& entries : {outbox->waiting().value(), outbox->quarantined().value()})
            for (auto const& entry : entries) {
                EXPECT_EQ(base::readFile(entry.file).value(), m_envelopes[entry.number - 1]) << entry.file;
                here.insert(entry.record);
            }
        for (auto const index : m_published)
            EXPECT_TRUE(here.contains(m_records[index]) || m_settled.contains(m_records[index])) << index;
    }
    void expectItGoesOn(Path const& folder) {
        ASSERT_TRUE(all(folder));
        auto outbox = outbox::Outbox::open(folder);
        auto const waiting = outbox->waiting().value();
        ASSERT_EQ(waiting.size(), 1U);
        EXPECT_EQ(waiting.front().number, 4U);
        EXPECT_EQ(outbox->counts()->quarantined, 1U);
        EXPECT_EQ(m_settled, (std::set<Uuid>{m_records[0], m_records[1]}));
    }
    int callsOfAll() {
        TemporaryFolder const folder;
        FileFaults faults(folder.path());
        faults.failAt(0, FileFaults::Kind::None);
        EXPECT_TRUE(all(folder.path() / "outbox"));
        m_published.clear();
        m_settled.clear();
        return faults.calls();
    }
    void failAtEachCall(FileFaults::Kind kind, int rounds) {
        auto const calls = callsOfAll();
        ASSERT_GT(calls, 30);
        std::mt19937 random(3);
        for (int at = 0; at < calls * rounds; ++at) {
            SCOPED_TRACE(at % calls + 1);
            TemporaryFolder const folder;
            FileFaults faults(folder.path());
            faults.failAt(at % calls + 1, kind);
            m_published.clear();
            m_settled.clear();
            [[maybe_unused]] auto const failed = all(folder.path() / "outbox");
            if (kind == FileFaults::Kind::PowerLoss) faults.losePower(random);
            expectNothingLostOrTorn(folder.path() / "outbox");
            expectItGoesOn(folder.path() / "outbox");
            if (HasFailure()) return;
        }
    }

    Uuid m_device = Uuid::random();
    crypto::SigningKey m_deviceKey = crypto::SigningKey::generate();
    crypto::SigningKey m_serverKey = crypto::SigningKey::generate();
    std::vector<Uuid> m_records;
    std::vector<Bytes> m_envelopes;
    std::set<std::size_t> m_published;
    std::set<Uuid> m_settled;
};

TEST_F(OutboxFaults, aPassSyncsFoldersAndNotEachFile) {
    TemporaryFolder const folder;
    FileFaults faults(folder.path());
    auto outbox = outbox::Outbox::open(folder.path() / "outbox").value();
    ASSERT_TRUE(publishAll(outbox) && deliver(folder.path() / "outbox"));
    faults.failAt(0, FileFaults::Kind::None);
    ASSERT_TRUE(settle(outbox));
    EXPECT_EQ(m_settled.size(), 2U);
    EXPECT_EQ(faults.syncs(), 3) << "new/, quarantine/ and the one reason";
}

TEST_F(OutboxFaults, anyOneFailedCallLosesNothingAndIsMadeGood) {
    failAtEachCall(FileFaults::Kind::ErrorOnce, 1);
}

TEST_F(OutboxFaults, thePowerGoesAtAnyCallAndNothingIsLostOrTorn) {
    failAtEachCall(FileFaults::Kind::PowerLoss, 6);
}

} // namespace
} // namespace kiosk::tests
