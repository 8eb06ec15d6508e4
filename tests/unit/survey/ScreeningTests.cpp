// PHQ-2 and GAD-7. Cut points: Kroenke, Spitzer, Williams 2003 (Medical Care 41:1284) for 3 of the PHQ-2; Spitzer and
// others 2006 (Arch Intern Med 166:1092) for 5, 10 and 15 of the GAD-7.
#include "tests/unit/survey/Instruments.h"

#include <array>

namespace kiosk::survey {
namespace {

using testing::addingUpTo;
using testing::choosing;
using testing::scoreOf;

TEST(Phq2, isPositiveFrom3) {
    for (auto const& [sum, band] : {std::pair(0, "below-cut-point"), std::pair(2, "below-cut-point"),
                                    std::pair(3, "from-cut-point"), std::pair(6, "from-cut-point")}) {
        auto const score = scoreOf(choosing("phq-2", "phq2.", addingUpTo(sum, 2, 3)));
        EXPECT_EQ(score.value, sum);
        EXPECT_EQ(score.band->code.code, band) << sum;
        EXPECT_EQ(score.code.code, "55758-7");
    }
}

TEST(Gad7, scoresInItsBands) {
    constexpr std::array rows{std::pair(0, "minimal"), std::pair(4, "minimal"),   std::pair(5, "mild"),
                              std::pair(9, "mild"),    std::pair(10, "moderate"), std::pair(14, "moderate"),
                              std::pair(15, "severe"), std::pair(21, "severe")};
    for (auto const& [sum, band] : rows) {
        auto const score = scoreOf(choosing("gad-7", "gad7.", addingUpTo(sum, 7, 3)));
        EXPECT_EQ(score.value, sum);
        EXPECT_EQ(score.band->code.code, band) << sum;
        EXPECT_EQ(score.code.code, "70274-6");
    }
}

TEST(Screening, hasNoScoreWithAMissingAnswer) {
    EXPECT_EQ(scoreOf(choosing("phq-2", "phq2.", {3, -1})).reason, "1 of 2 answers missing, 0 allowed");
    EXPECT_EQ(scoreOf(choosing("gad-7", "gad7.", {3, 3, 3, 3, 3, 3, -1})).reason, "1 of 7 answers missing, 0 allowed");
}

TEST(Screening, needsNoSafetyContactBecauseItDoesNotAskOfSelfHarm) {
    for (auto const* id : {"phq-2", "gad-7"}) {
        EXPECT_FALSE(testing::instrument(id)->needsSafetyContact());
        EXPECT_EQ(testing::instrument(id)->find("phq9.9"), nullptr);
    }
}

TEST(Gad7, hasTheLoincCodesOfItsItems) {
    constexpr std::array codes{"69725-0", "68509-9", "69733-4", "69734-2", "69735-9", "69689-8", "69736-7"};
    auto const form = testing::instrument("gad-7");
    for (std::size_t i = 0; i < codes.size(); ++i)
        EXPECT_EQ(form->find("gad7." + std::to_string(i + 1))->codes.at(0).code, codes[i]);
}

} // namespace
} // namespace kiosk::survey
