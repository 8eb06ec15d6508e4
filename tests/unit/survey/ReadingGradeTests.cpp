#include "tests/unit/survey/ReadingGrade.h"

#include "tests/unit/survey/Instruments.h"

namespace kiosk::survey {
namespace {

using testing::instrument;
using testing::readingGrade;

constexpr double highestGrade = 6;

TEST(ReadingGrade, isThatOfKincaid) {
    EXPECT_NEAR(readingGrade("The cat sat on the mat."), -1.45, .005); // 6 words, 6 syllables
    // 16 words, 23 syllables
    EXPECT_NEAR(readingGrade("This sentence, taken as a reading passage unto itself, is being used to prove a point."),
                7.61, .005);
    EXPECT_GT(readingGrade("Discontinue administration of the medication following consultation."), 15);
}

/// Our own words, item by item; of the friends and family form only what is not its owner's.
TEST(ReadingGrade, ofEachItemOfOurOwnIsSixOrLess) {
    for (auto const* id : {"visit-experience", "activation", "activation-short", "discharge-readiness", "pain-function",
                           "friends-and-family"}) {
        auto const form = instrument(id);
        for (auto const* item : form->allItems())
            for (auto const* text : {&item->text, &item->help, &item->lower, &item->upper})
                EXPECT_LE(item->linkId == "experience" ? 0 : readingGrade(text->in("en")), highestGrade)
                    << id << ": " << text->in("en");
    }
}

/// Questions that keep close to their origin are read as one text: single ones are above.
TEST(ReadingGrade, ofTheVisitSurveyAsAWholeIsSixOrLess) {
    std::string questions;
    auto const form = instrument("visit-survey");
    for (auto const* item : form->allItems())
        if (item->isQuestion()) questions += item->text.in("en") + " ";
    EXPECT_LE(readingGrade(questions), highestGrade);
}

} // namespace
} // namespace kiosk::survey
