#pragma once

#include "kiosk/core/outbox/Outbox.h"
#include "kiosk/core/outbox/OutboxReader.h"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kiosk::outbox {

struct Sealed {
    std::uint64_t number;
    Uuid record;
    Bytes bytes;
    crypto::Digest link;
};

/// A spool, a device that chains envelopes (with payloads that no age opens: the outbox never looks) and a server key.
class OutboxFixture : public testing::Test {
protected:
    void TearDown() override { std::filesystem::remove_all(m_folder); }

    Outbox open() {
        auto outbox = Outbox::open(m_folder);
        EXPECT_TRUE(outbox) << outbox.error().text;
        return std::move(*outbox);
    }
    Sealed next() {
        envelope::Head const head{envelope::Kind::Survey, Uuid::random(), m_device, m_number + 1, m_head};
        Sealed sealed{head.number, head.record, envelope::assemble(head, asBytes("payload"), m_deviceKey), {}};
        sealed.link = envelope::parse(sealed.bytes)->link();
        m_number = sealed.number;
        m_head = sealed.link;
        return sealed;
    }
    Sealed publish(Outbox& outbox) {
        auto sealed = next();
        EXPECT_TRUE(outbox.publish(sealed.number, sealed.record, sealed.bytes));
        return sealed;
    }
    envelope::Receipt receiptFor(std::vector<Sealed> const& held) const {
        envelope::Receipt receipt{m_device, Instant{}, m_number, m_head, {}};
        for (auto const& sealed : held) receipt.entries.push_back({sealed.record, sealed.link});
        return receipt;
    }
    void deliver(envelope::Receipt const& receipt) const { deliver(envelope::signReceipt(receipt, m_serverKey)); }
    void deliver(Bytes const& receipt) const {
        auto reader = OutboxReader::open(m_folder);
        EXPECT_TRUE(reader && reader->deliverReceipt(receipt));
    }
    Result<SettleReport> settle(Outbox& outbox) {
        return outbox.settle(m_serverKey.verifyKey(), m_device, [&](envelope::Receipt const& receipt) -> Result<void> {
            m_settled.push_back(receipt);
            return {};
        });
    }
    [[nodiscard]] std::size_t filesIn(std::string_view sub) const {
        return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(m_folder / sub), {}));
    }
    [[nodiscard]] Path fileOf(Sealed const& sealed) const {
        return m_folder / "new" / spoolName(sealed.number, sealed.record);
    }
    /// receipts/ always holds bad/.
    [[nodiscard]] std::size_t receiptsLeft() const { return filesIn("receipts") - 1; }

    Path m_folder = Path(testing::TempDir()) / ("candor-outbox-" + Uuid::random().toString());
    Uuid m_device = Uuid::random();
    crypto::SigningKey m_deviceKey = crypto::SigningKey::generate();
    crypto::SigningKey m_serverKey = crypto::SigningKey::generate();
    std::uint64_t m_number = 0;
    crypto::Digest m_head{};
    std::vector<envelope::Receipt> m_settled;
};

} // namespace kiosk::outbox
