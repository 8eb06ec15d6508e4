// practice-admin receive, run as people run it, on a takeout as the kiosk writes it.
#include "tests/integration/export/Practice.h"

#include "kiosk/core/takeout/TakeoutWriter.h"
#include "sync/server/PracticeFolder.h"

#include <fstream>

namespace kiosk::tools {
namespace {

using testing::HasSubstr;

class Receive : public testing::Test {
protected:
    Receive() {
        std::filesystem::create_directories(m_stick);
        EXPECT_TRUE(store().addDevice({m_device, "Front desk", m_key.verifyKey(), {}, base::SystemClock().now()}));
    }
    ~Receive() override { std::filesystem::remove_all(m_stick); }

    [[nodiscard]] sync_server::SqlcipherServerStore store() const {
        auto const server = ServerFolder::open(m_practice.server()).value();
        auto key = sync_server::readKeyFile(server.key("store.key")).value();
        return std::move(sync_server::SqlcipherServerStore::openExisting(server.database(), std::move(key)).value());
    }
    void seal() {
        const envelope::Head head{envelope::Kind::Survey, Uuid::random(), m_device, ++m_number, m_link};
        auto const bytes = envelope::assemble(head, asBytes("sealed"), m_key);
        m_link = envelope::parse(bytes)->link();
        auto const file = m_stick / outbox::spoolName(head.number, head.record);
        ASSERT_TRUE(base::writeNewFile(file, bytes));
        m_waiting.push_back({head.number, head.record, file});
    }
    [[nodiscard]] Path takeOut(std::string const& time) {
        auto const goOn = [](std::size_t, std::size_t) { return true; };
        return takeout::writeTakeout(m_stick, {m_waiting, m_device, m_key.copy(), *base::parseIsoText(time)}, goOn)
            ->folder;
    }
    [[nodiscard]] Ran receive(Path const& folder) const {
        return m_practice.admin({"receive", folder.string(), "--practice", m_practice.practice().string()});
    }

    Practice& m_practice = sharedPractice();
    Path m_stick = m_practice / ("stick-" + Uuid::random().toString());
    Uuid m_device = Uuid::random();
    crypto::SigningKey m_key = crypto::SigningKey::generate();
    std::uint64_t m_number = 0;
    crypto::Digest m_link{};
    std::vector<outbox::SpoolEntry> m_waiting;
};

TEST_F(Receive, takesEachRecordOnce) {
    for (int i = 0; i < 3; ++i) seal();
    auto const first = receive(takeOut("2026-11-26T10:00:00Z"));
    ASSERT_EQ(first.status, 0) << first.err;
    EXPECT_THAT(first.out, HasSubstr("'Front desk', written 2026-11-26T10:00:00Z: 3 new, 0 known already, 0 refused"));
    seal();
    auto const second = receive(takeOut("2026-11-27T10:00:00Z"));
    ASSERT_EQ(second.status, 0) << second.err;
    EXPECT_THAT(second.out, HasSubstr("1 new, 3 known already, 0 refused"));
    auto const devices = store().devices().value();
    for (auto const& status : devices) {
        if (status.device.id != m_device) continue;
        EXPECT_FALSE(status.seen) << "the kiosk itself was not heard";
    }
}

TEST_F(Receive, namesWhatItRefuses) {
    seal();
    m_number = 0; // the chain from its beginning, with another record
    m_link = {};
    ASSERT_EQ(receive(takeOut("2026-11-26T10:00:00Z")).status, 0);
    m_waiting.clear();
    seal();
    auto const forked = receive(takeOut("2026-11-26T10:00:01Z"));
    EXPECT_EQ(forked.status, 3);
    EXPECT_THAT(forked.out, HasSubstr("0 new, 0 known already, 1 refused"));
    EXPECT_THAT(forked.out, HasSubstr(m_waiting.front().record.toString() + ".cev: fork"));
}

TEST_F(Receive, takesNothingFromAStrangerOrWhatWasAltered) {
    seal();
    seal();
    auto const folder = takeOut("2026-11-26T10:00:00Z");
    auto const before = store().totals()->stored;
    std::ofstream(folder / m_waiting.back().file.filename(), std::ios::app) << "x";
    auto const altered = receive(folder);
    EXPECT_EQ(altered.status, 1);
    EXPECT_THAT(altered.err, HasSubstr(m_waiting.back().record.toString() + ".cev: is not what the kiosk wrote"));
    EXPECT_EQ(store().totals()->stored, before) << "nothing half done";

    m_device = Uuid::random();
    auto const stranger = receive(takeOut("2026-11-26T10:00:01Z"));
    EXPECT_EQ(stranger.status, 1);
    EXPECT_THAT(stranger.err, HasSubstr(m_device.toString() + " is none of this practice"));
    EXPECT_EQ(receive(m_stick / "nothing").status, 1);
}

TEST_F(Receive, doesNotHearARevokedKiosk) {
    seal();
    auto const folder = takeOut("2026-11-26T10:00:00Z");
    ASSERT_TRUE(store().revokeDevice(m_device, base::SystemClock().now()));
    auto const ran = receive(folder);
    EXPECT_EQ(ran.status, 1);
    EXPECT_THAT(ran.err, HasSubstr("'Front desk' is revoked since"));
}

} // namespace
} // namespace kiosk::tools
