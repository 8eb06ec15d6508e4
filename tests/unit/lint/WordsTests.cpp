#include "kiosk/core/lint/Words.h"

#include <gmock/gmock.h>

namespace kiosk::lint {
namespace {

using ::testing::ElementsAre;

TEST(Words, areInSmallLettersWithoutPunctuation) {
    EXPECT_THAT(wordsOf("Don't stop — up-to-date, “quoted” words!"),
                ElementsAre("dont", "stop", "uptodate", "quoted", "words"));
    EXPECT_THAT(wordsOf("¿CÓMO está usted (hoy)?"), ElementsAre("cómo", "está", "usted", "hoy"));
    EXPECT_THAT(wordsOf("كيف كانت زيارتك؟"), ElementsAre("كيف", "كانت", "زيارتك"));
    EXPECT_THAT(wordsOf(" - … "), ElementsAre());
}

TEST(Words, areAsAlikeAsTheyHaveInCommon) {
    EXPECT_DOUBLE_EQ(similarity(wordsOf("Feeling tired"), wordsOf("tired, feeling")), 1);
    EXPECT_DOUBLE_EQ(similarity(wordsOf("a b c"), wordsOf("a b d e e")), 0.5);
    EXPECT_DOUBLE_EQ(similarity(wordsOf("a a"), wordsOf("a b")), 0.5)
        << "each word counts once for each time it is there";
    EXPECT_DOUBLE_EQ(similarity({}, wordsOf("a")), 0);
}

TEST(Sentences, endAtTheirSigns) {
    EXPECT_EQ(sentencesIn("One. Two? Three! Four"), 4U);
    EXPECT_EQ(sentencesIn("It is 1.5 to 3.2 miles…"), 1U);
    EXPECT_EQ(sentencesIn("Choose:\nhere or there"), 2U);
    EXPECT_EQ(sentencesIn("At 10:30 or later"), 1U);
    EXPECT_EQ(sentencesIn("¿Qué tal? ¡Bien!"), 2U);
    EXPECT_EQ(sentencesIn("?!"), 0U);
}

} // namespace
} // namespace kiosk::lint
