#include "kiosk/core/base/File.h"
#include "kiosk/core/base/Log.h"
#include "kiosk/core/base/LogKeeper.h"
#include "kiosk/core/base/Uuid.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kiosk::base {
namespace {

using testing::EndsWith;
using testing::HasSubstr;

class KeptLog : public testing::Test {
protected:
    KeptLog() { std::filesystem::create_directories(m_folder); }
    ~KeptLog() override {
        keepLogIn("/nowhere/log");
        std::filesystem::remove_all(m_folder);
    }
    Path m_folder = Path(testing::TempDir()) / ("candor-log-" + Uuid::random().toString());
};

TEST_F(KeptLog, hasTheNewestLinesFirstFromOneStartToTheNext) {
    keepLogIn(m_folder / "log");
    log(LogLevel::Warning, "disk", "slow", {{"ms", "12"}});
    keepLogIn(m_folder / "log"); // as the next start does
    log(LogLevel::Info, "kiosk-app", "first-frame");
    auto const lines = keptLog(10);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_THAT(lines[0], EndsWith("Z kiosk-app: first-frame"));
    EXPECT_THAT(lines[1], EndsWith("Z disk: slow ms=12"));
    EXPECT_EQ(keptLog(1).size(), 1U);
}

TEST_F(KeptLog, tiesNoRecordToATime) {
    keepLogIn(m_folder / "log");
    auto const record = Uuid::random().toString(), device = Uuid::random().toString();
    log(LogLevel::Alarm, "upkeep", "lost " + record, {{"why", "new/17-" + record + ".cev: no"}, {"device", device}});
    ASSERT_EQ(keptLog(10).size(), 1U);
    EXPECT_THAT(keptLog(10)[0], EndsWith("Z upkeep: lost (id) why=new/17-(id).cev: no device=" + device));
}

TEST_F(KeptLog, staysSmall) {
    keepLogIn(m_folder / "log");
    for (int i = 0; i < 4000; ++i) // not by log(), which would fill the screen too
        detail::keepLine("<6>soak: " + std::string(100, 'x') + " " + std::to_string(i) + "\n");
    std::uintmax_t bytes = 0;
    for (auto const& file : std::filesystem::directory_iterator(m_folder)) bytes += file.file_size();
    EXPECT_LT(bytes, 130U << 10U);
    auto const lines = keptLog(100'000);
    EXPECT_THAT(lines.front(), HasSubstr("x 3999"));
    EXPECT_GT(lines.size(), 400U) << "the older half is there too";
}

TEST_F(KeptLog, thatCannotBeWrittenStopsNobody) {
    keepLogIn(m_folder / "no" / "such" / "log");
    log(LogLevel::Info, "kiosk-app", "goes on");
    EXPECT_TRUE(keptLog(10).empty());
}

} // namespace
} // namespace kiosk::base
