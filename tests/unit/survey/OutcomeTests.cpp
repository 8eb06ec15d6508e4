// Our own outcome forms. Their bands are design values: what is tested is that they are where the form says.
#include "tests/unit/survey/Instruments.h"

#include <array>

namespace kiosk::survey {
namespace {

using testing::addingUpTo;
using testing::choosing;
using testing::linkIds;
using testing::one;
using testing::scoreOf;

/// The options stand from the best to the worst: option k is worth 2 - k.
Score readiness(std::vector<int> options) {
    return scoreOf(choosing("discharge-readiness", "d", options));
}

TEST(DischargeReadiness, scoresInItsBands) {
    constexpr std::array rows{std::pair(0, "much-missing"),      std::pair(8, "much-missing"),
                              std::pair(9, "some-missing"),      std::pair(14, "some-missing"),
                              std::pair(15, "nearly-all-there"), std::pair(18, "nearly-all-there")};
    for (auto const& [sum, band] : rows) {
        auto options = addingUpTo(sum, 9, 2);
        for (auto& option : options) option = 2 - option;
        auto const score = readiness(options);
        EXPECT_EQ(score.value, sum);
        EXPECT_EQ(score.band->code.code, band) << sum;
    }
}

TEST(DischargeReadiness, countsWhatDoesNotApplyAsMissing) {
    constexpr int notApplicable = 3;
    EXPECT_EQ(readiness({0, 0, 0, 0, 0, 0, 0, notApplicable, -1}).value, 18);
    EXPECT_EQ(readiness({0, 1, 0, 0, 0, 0, 0, notApplicable, -1}).value, 17); // 13 * 9 / 7 = 16.7
    EXPECT_EQ(readiness({0, 0, 0, 0, 0, 0, notApplicable, notApplicable, -1}).reason,
              "3 of 9 answers missing, 2 allowed");
}

TEST(PainFunction, scoresTroubleWithTasksInItsBands) {
    constexpr std::array rows{std::pair(0, "few-limits"),   std::pair(8, "few-limits"),   std::pair(9, "some-limits"),
                              std::pair(18, "some-limits"), std::pair(19, "many-limits"), std::pair(32, "many-limits")};
    for (auto const& [sum, band] : rows) {
        auto const score = scoreOf(choosing("pain-function", "task.", addingUpTo(sum, 8, 4)), 1);
        EXPECT_EQ(score.code.code, "task-trouble");
        EXPECT_EQ(score.value, sum);
        EXPECT_EQ(score.band->code.code, band) << sum;
    }
}

TEST(PainFunction, leavesOutTasksThatNobodyHadToDo) {
    constexpr int noNeed = 5;
    EXPECT_EQ(scoreOf(choosing("pain-function", "task.", {4, 4, 4, 4, 4, 4, noNeed, noNeed}), 1).value, 32);
    EXPECT_EQ(scoreOf(choosing("pain-function", "task.", {4, 4, 4, 4, 4, noNeed, noNeed, noNeed}), 1).reason,
              "3 of 8 answers missing, 2 allowed");
}

TEST(PainFunction, addsUpPainAndAsksWhereOnlyIfThereIsSome) {
    Response response(testing::instrument("pain-function"));
    ASSERT_TRUE(response.answer("pain.most", one("Integer", 0)));
    EXPECT_EQ(scoreOf(response).reason, "1 of 2 answers missing, 0 allowed");
    ASSERT_TRUE(response.answer("pain.peak", one("Integer", 0)));
    EXPECT_EQ(scoreOf(response).value, 0);
    EXPECT_FALSE(response.isEnabled("pain.where"));
    ASSERT_TRUE(response.answer("pain.peak", one("Integer", 7)));
    EXPECT_EQ(scoreOf(response).value, 7);
    EXPECT_TRUE(response.isEnabled("pain.where"));
    EXPECT_FALSE(response.answer("pain.peak", one("Integer", 11)));
}

} // namespace
} // namespace kiosk::survey
