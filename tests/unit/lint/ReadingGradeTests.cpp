#include "kiosk/core/lint/ReadingGrade.h"

#include "tests/unit/lint/Forms.h"

namespace kiosk::lint {
namespace {

using survey::testing::instrument;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::lintItems;
using testing::of;

/// 206.835 - 1.015 words per sentence - 84.6 syllables per word, for examples that are published so.
double readingEase(double words, double sentences, double syllables) {
    return 206.835 - 1.015 * words / sentences - 84.6 * syllables / words;
}

TEST(EnglishSyllables, areThoseOfTheDictionary) {
    for (auto const& [word, count] :
         {std::pair("cat", 1U), std::pair("table", 2U), std::pair("late", 1U), std::pair("lived", 1U),
          std::pair("wanted", 2U), std::pair("being", 2U), std::pair("often", 2U), std::pair("medicine", 3U),
          std::pair("hospital", 3U), std::pair("the", 1U), std::pair("understand", 3U), std::pair("usually", 3U),
          std::pair("platypus", 3U)})
        EXPECT_EQ(englishSyllables(word), count) << word;
}

TEST(SpanishSyllables, areThoseOfTheOrthography) {
    for (auto const& [word, count] :
         {std::pair("país", 2U),      std::pair("día", 2U),       std::pair("aéreo", 4U),
          std::pair("ruido", 2U),     std::pair("cuídate", 3U),   std::pair("ahora", 3U),
          std::pair("guitarra", 3U),  std::pair("pingüino", 3U),  std::pair("muy", 1U),
          std::pair("y", 1U),         std::pair("ya", 1U),        std::pair("que", 1U),
          std::pair("queso", 2U),     std::pair("estudiáis", 3U), std::pair("veía", 3U),
          std::pair("construir", 2U), std::pair("médico", 3U),    std::pair("agua", 2U),
          std::pair("baúl", 2U),      std::pair("leer", 2U),      std::pair("preocupación", 5U)})
        EXPECT_EQ(spanishSyllables(word), count) << word;
}

TEST(ReadingGrade, isThatOfKincaid) {
    EXPECT_NEAR(*fleschKincaidGrade("The cat sat on the mat."), -1.45, .005); // 6 words, 6 syllables
    // 16 words, 23 syllables
    EXPECT_NEAR(
        *fleschKincaidGrade("This sentence, taken as a reading passage unto itself, is being used to prove a point."),
        7.61, .005);
    EXPECT_FALSE(fleschKincaidGrade("…"));
}

/// Wikipedia's example of Flesch's scale: 13 words, 24 syllables, 37.5.
TEST(ReadingGrade, countsThePlatypusAsItIsPublished) {
    EXPECT_NEAR(readingEase(13, 1, 24), 37.5, .05);
    EXPECT_NEAR(
        *fleschKincaidGrade("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature."),
        0.39 * 13 + 11.8 * 24 / 13 - 15.59, 1e-9);
}

TEST(ReadingGrade, ofSpanishIsThatOfFernandezHuerta) {
    // 6 words of 9 syllables: el ni-ño co-me pan y le-che
    EXPECT_NEAR(*fernandezHuerta("El niño come pan y leche."), 206.84 - 60.0 * 9 / 6 - 1.02 * 6, 1e-9);
    EXPECT_DOUBLE_EQ(*readingGrade("El niño come pan y leche.", "es-MX"), 3) << "easier than his table goes";
    EXPECT_GT(*readingGrade("La administración intravenosa requiere monitorización hemodinámica continua.", "es"), 12);
    EXPECT_FALSE(readingGrade("Wie geht es Ihnen heute denn so?", "de")) << "no measure, no grade";
}

constexpr auto hardEnglish =
    "Discontinue administration of the anticoagulant medication immediately following consultation with a physician.";
constexpr auto hardSpanish = "La administración intravenosa de anticoagulantes requiere monitorización hemodinámica "
                             "continua durante la hospitalización del paciente.";

TEST(ReadingRule, namesTheItemAndTheLanguage) {
    auto const remarks = of("reading-grade", lintItems(R"("linkId": "a", "type": "display", )" +
                                                       testing::inBoth("text", hardEnglish, hardSpanish)));
    ASSERT_EQ(remarks.size(), 2U);
    EXPECT_THAT(remarks[0], ::testing::StartsWith("warning item 'a': reading grade "));
    EXPECT_THAT(remarks[0], HasSubstr(" in 'en', above 6"));
    EXPECT_THAT(remarks[1], HasSubstr(" in 'es', above 6"));
}

TEST(ReadingRule, leavesEasyAndShortTextsAlone) {
    for (auto const* text : {"How did you feel when you came in to see us today?", "Current medications",
                             "Becoming easily annoyed or irritable"})
        EXPECT_THAT(
            of("reading-grade", lintItems(R"("linkId": "a", "type": "string", "text": ")" + std::string(text) + "\"")),
            IsEmpty())
            << text;
}

TEST(ReadingRule, countsShortTextsInTheFormAsAWhole) {
    std::string items;
    for (int i = 0; i < 20; ++i)
        items +=
            R"({"linkId": ")" + std::to_string(i) + R"(", "type": "string", "text": "Previous hospital admissions"},)";
    EXPECT_THAT(of("reading-grade", lintItems(items.substr(1, items.size() - 3))),
                ElementsAre(::testing::StartsWith("warning : as a whole has the reading grade ")));
}

TEST(ReadingRule, saysWhereTheWordsMayNotBeChanged) {
    EXPECT_THAT(of("reading-grade", testing::lintOf(testing::textOf("phq-9"))),
                Contains(HasSubstr("item 'phq9.8': its owner's words, not to be changed")));
}

/// Our own words, item by item; of the friends and family form only what is not its owner's.
TEST(ReadingGrade, ofEachItemOfOurOwnIsSixOrLess) {
    for (auto const* id : {"visit-experience", "activation", "activation-short", "discharge-readiness", "pain-function",
                           "friends-and-family"}) {
        auto const form = instrument(id);
        for (auto const* item : form->allItems())
            for (auto const* text : {&item->text, &item->help, &item->lower, &item->upper})
                EXPECT_LE(item->linkId == "experience" ? 0 : readingGrade(text->in("en"), "en").value_or(0),
                          highestGrade)
                    << id << ": " << text->in("en");
    }
}

/// Questions that keep close to their origin are read as one text: single ones are above.
TEST(ReadingGrade, ofTheVisitSurveyAsAWholeIsSixOrLess) {
    std::string questions;
    auto const form = instrument("visit-survey");
    for (auto const* item : form->allItems())
        if (item->isQuestion()) questions += item->text.in("en") + " ";
    EXPECT_LE(*fleschKincaidGrade(questions), highestGrade);
}

} // namespace
} // namespace kiosk::lint
