#include "kiosk/core/sql/Connection.h"
#include "kiosk/core/sql/LogCheck.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kiosk::sql {
namespace {

using testing::HasSubstr;

constexpr std::size_t frameSize = 24 + 4096;

/// A database as a power cut leaves it: a main file and a log with several commits.
class Logs : public testing::Test {
protected:
    void SetUp() override {
        std::filesystem::create_directories(m_live);
        std::filesystem::create_directories(m_copy);
        auto connection = Connection::open(m_live / "kiosk.db", m_key.copy());
        ASSERT_TRUE(connection && connection->run("CREATE TABLE thing (id INTEGER PRIMARY KEY) STRICT"));
        for (int i = 0; i < 5; ++i) ASSERT_TRUE(connection->run("INSERT INTO thing DEFAULT VALUES"));
        for (auto const* name : {"kiosk.db", "kiosk.db-wal"}) std::filesystem::copy(m_live / name, m_copy / name);
        m_content = *base::readFile(m_log);
        ASSERT_GE(m_content.size(), 32 + 6 * frameSize);
    }
    void TearDown() override { std::filesystem::remove_all(m_live.parent_path()); }

    Result<void> checkFlipped(std::size_t at) {
        auto content = m_content;
        content[at] ^= 0x40U;
        EXPECT_TRUE(base::writeFileDurably(m_log, content));
        return checkLog(m_log);
    }

    Path m_live = Path(testing::TempDir()) / ("candor-log-" + Uuid::random().toString()) / "live";
    Path m_copy = m_live.parent_path() / "copy";
    Path m_log = m_copy / "kiosk.db-wal";
    SecretBytes m_key = SecretBytes::random(32);
    Bytes m_content;
};

TEST_F(Logs, aSoundLogPassesAndIsRecovered) {
    EXPECT_TRUE(checkLog(m_log));
    EXPECT_TRUE(checkLog(m_copy / "no such log"));
    auto connection = Connection::open(m_copy / "kiosk.db", m_key.copy());
    auto rows = connection->query("SELECT count(*) FROM thing");
    ASSERT_TRUE(rows && *rows->next());
    EXPECT_EQ(rows->integer(0), 5);
    EXPECT_EQ(std::filesystem::file_size(m_log), 0U) << "what a crash left is carried over at once";
}

TEST_F(Logs, damageBeforeTheLastCommitIsFoundAndNamed) {
    for (std::size_t at = 0; at + 2 * frameSize < m_content.size(); at += 331) {
        auto const checked = checkFlipped(at);
        ASSERT_FALSE(checked) << "byte " << at;
        EXPECT_EQ(checked.error().kind, ErrorKind::Corrupt);
        EXPECT_THAT(checked.error().text, HasSubstr("kiosk.db-wal"));
    }
    auto const opened = Connection::open(m_copy / "kiosk.db", m_key.copy());
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().kind, ErrorKind::Corrupt);
}

TEST_F(Logs, aCommitCutOffByAPowerCutIsNoDamage) {
    for (const std::size_t lost : {std::size_t{1}, frameSize / 2, frameSize - 1, frameSize}) {
        ASSERT_TRUE(base::writeFileDurably(m_log, ByteView(m_content).first(m_content.size() - lost)));
        EXPECT_TRUE(checkLog(m_log)) << lost;
    }
    EXPECT_TRUE(checkFlipped(m_content.size() - 5)) << "the last commit alone";
}

} // namespace
} // namespace kiosk::sql
