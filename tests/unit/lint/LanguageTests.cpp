#include "tests/unit/lint/Forms.h"

namespace kiosk::lint {
namespace {

using ::testing::ElementsAre;
using testing::inBoth;
using ::testing::IsEmpty;
using testing::lintItems;
using testing::of;

Options offering(std::vector<std::string> languages) {
    Options options;
    options.languages = std::move(languages);
    return options;
}

std::string const title = inBoth("title", "A form", "Un formulario") + ", ";

TEST(MissingTranslation, namesEachTextThatLacksOne) {
    auto const items =
        R"("linkId": "a", "type": "choice", )" + inBoth("text", "Tea?", "¿Té?") +
        R"(, "answerOption": [{"valueCoding": {"code": "y", )" + inBoth("display", "Yes", "Sí") +
        R"(}}, {"valueCoding": {"code": "n", "display": "No"}}], "item": [{"linkId": "a.h", "type": "display", "text": "Hot.",
        "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl", "valueCodeableConcept": {"coding": [{"code": "help"}]}}]}])";
    EXPECT_THAT(
        of("missing-translation", lintItems(items, title, offering({"en", "es"}))),
        ElementsAre("error item 'a' help: has no words in 'es'", "error item 'a' option 'n': has no words in 'es'"));
    EXPECT_THAT(
        of("missing-translation", lintItems(items, title)),
        ElementsAre("warning item 'a' help: has no words in 'es'", "warning item 'a' option 'n': has no words in 'es'"))
        << "begun, but nobody asked for it";
    EXPECT_THAT(of("missing-translation", lintItems(items, title, offering({"en"}))), IsEmpty());
}

TEST(SignLanguageFilm, hasCaptionsInEachLanguageAskedFor) {
    std::string const item =
        R"("linkId": "a", "type": "string", )" + inBoth("text", "Tea?", "¿Té?") +
        R"(, "extension": [{"url": "http://candor.example/fhir/StructureDefinition/sign-language-film", "extension": [
        {"url": "language", "valueCode": "ase"}, {"url": "film", "valueString": "tea-ase.webm"},
        {"url": "captions", "extension": [{"url": "language", "valueCode": "en"}, {"url": "file", "valueString": "tea.vtt"}]}]}])";
    EXPECT_THAT(of("sign-language-film", lintItems(item, title)),
                ElementsAre("error item 'a': the film tea-ase.webm has no captions in es"));
    EXPECT_THAT(of("sign-language-film", lintItems(item, title, offering({"en-GB", "ar"}))),
                ElementsAre("error item 'a': the film tea-ase.webm has no captions in ar"));
    EXPECT_THAT(of("sign-language-film", lintItems(item, title, offering({"en"}))), IsEmpty());
}

TEST(MissingTranslation, isOneWarningWhereTheFormHasNoWordInALanguage) {
    EXPECT_THAT(of("missing-translation", lintItems(R"("linkId": "a", "type": "string", "text": "Tea?")",
                                                    R"("title": "T", )", offering({"es"}))),
                ElementsAre("warning : is not translated to 'es': not offered in it"));
}

TEST(MissingTranslation, takesTheWordsOfTheLanguageForACountrysAndNumbersForAll) {
    auto const items = R"("linkId": "a", "type": "choice", )" + inBoth("text", "How many?", "¿Cuántos?") +
                       R"(, "answerOption": [{"valueCoding": {"code": "1", "display": "1-2"}}, {"valueInteger": 3}])";
    EXPECT_THAT(of("missing-translation", lintItems(items, title, offering({"en-GB", "es-MX"}))), IsEmpty());
}

TEST(NeedsReview, staysUntilAPersonHasReviewed) {
    auto const draft =
        R"("extension": [{"url": "http://candor.example/fhir/StructureDefinition/translation-awaits-review", "valueCode": "es"}], )";
    auto const items = R"("linkId": "a", "type": "string", )" + inBoth("text", "Tea?", "¿Té?");
    EXPECT_THAT(of("needs-review", lintItems(items, title + draft)),
                ElementsAre("warning : its words in 'es' are a draft that no person has reviewed"));
    EXPECT_THAT(of("needs-review", lintItems(items, title)), IsEmpty());
}

TEST(NeedsReview, isSaidOfOurArabic) {
    EXPECT_THAT(of("needs-review", testing::lintOf(testing::textOf("visit-experience"))),
                ElementsAre("warning : its words in 'ar' are a draft that no person has reviewed"));
}

} // namespace
} // namespace kiosk::lint
