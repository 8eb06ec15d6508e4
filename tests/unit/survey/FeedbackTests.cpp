// The forms that ask people about the practice: what counts as a best answer, what is asked of whom, what is not asked.
#include "tests/unit/survey/Instruments.h"

#include <array>
#include <cctype>

namespace kiosk::survey {
namespace {

using ::testing::ElementsAre;
using testing::instrument;
using ::testing::IsEmpty;
using testing::linkIds;
using ::testing::Not;
using testing::one;
using testing::ours;

/// The codes of the answers to a question that count into its result, and those that do not.
std::pair<std::vector<std::string>, std::vector<std::string>> byWeight(Item const& item) {
    std::pair<std::vector<std::string>, std::vector<std::string>> codes;
    for (auto const& option : item.options)
        (option.weight == 1 ? codes.first : codes.second).push_back(option.value["valueCoding"]["code"]);
    return codes;
}

TEST(FriendsAndFamily, countsVeryGoodAndGoodAmongAllAnswers) {
    auto const form = instrument("friends-and-family");
    auto const& options = form->find("experience")->options;
    auto const [counted, others] = byWeight(*form->find("experience"));
    EXPECT_THAT(counted, ElementsAre("very-good", "good"));
    EXPECT_THAT(others, ElementsAre("neither", "poor", "very-poor", "dont-know"));
    EXPECT_TRUE(std::ranges::all_of(options, [](auto const& option) { return option.weight.has_value(); }))
        << "an answer without a weight would leave the denominator";
    EXPECT_THAT(form->scoreRules(), IsEmpty()) << "the result is of many people, not of one";
}

TEST(FriendsAndFamily, putsTheCodeOfTheAnswerIntoTheResponse) {
    Response response(instrument("friends-and-family"));
    ASSERT_TRUE(response.answer("experience", ours("dont-know")));
    EXPECT_EQ(response.toFhir({})["item"][0]["answer"][0]["valueCoding"]["code"], "dont-know");
    EXPECT_EQ(linkIds(response.questions()), (std::vector<std::string>{"experience", "why", "better"}));
}

TEST(VisitSurvey, countsTheTopAnswerOnly) {
    std::size_t coded = 0;
    auto const form = instrument("visit-survey");
    for (auto const* item : form->allItems()) {
        if (item->options.empty()) continue;
        auto const [top, others] = byWeight(*item);
        EXPECT_THAT(top, ElementsAre(others.size() == 2 ? "yes-definitely" : "yes")) << item->linkId;
        EXPECT_EQ(others.back(), "no") << item->linkId;
        ++coded;
    }
    EXPECT_EQ(coded, 11U);
    EXPECT_EQ(form->find("rating")->control, "number-scale");
    EXPECT_EQ(form->find("rating")->maxValue->text(), "10");
    EXPECT_THAT(form->scoreRules(), IsEmpty());
}

TEST(VisitSurvey, skipsWhatDoesNotApply) {
    for (auto const& [gate, follow] :
         {std::pair("wait.booked", "wait.on-time"), std::pair("provider.asked", "provider.information"),
          std::pair("medicine.takes", "medicine.talked")}) {
        Response response(instrument("visit-survey"));
        EXPECT_FALSE(response.isEnabled(follow));
        ASSERT_TRUE(response.answer(gate, one("Boolean", true)));
        EXPECT_TRUE(response.isEnabled(follow));
        ASSERT_TRUE(response.answer(gate, one("Boolean", false)));
        EXPECT_FALSE(response.isEnabled(follow));
    }
}

TEST(VisitSurvey, saysThatItIsForPeopleWhoGoHome) {
    auto const json = *base::parseJson(*base::readFile(testing::instrumentFile("visit-survey")));
    auto const& use = json["useContext"][0];
    EXPECT_EQ(use["code"]["code"], "venue");
    EXPECT_EQ(use["valueCodeableConcept"]["coding"][0]["code"], "AMB");
}

std::string lowerCase(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

/// Phrases by which a question of the hospital survey (HCAHPS, the V16.0 mail survey and the items of 2025) is known. A
/// hospital may not ask its in-patients anything that resembles them (CMS, HCAHPS Quality Assurance Guidelines).
std::vector<std::string> hospitalPhrasesIn(std::string const& text) {
    constexpr std::array phrases{"hospital",
                                 "during this stay",
                                 "nurses",
                                 "doctors treat you",
                                 "call button",
                                 "quiet at night",
                                 "around your room",
                                 "bathroom kept clean",
                                 "bathroom or in using a bedpan",
                                 "new medicine",
                                 "what the medicine was for",
                                 "side effects",
                                 "purpose for taking",
                                 "things i was responsible for",
                                 "responsible for in managing",
                                 "the help you needed",
                                 "symptoms or health problems to look out for",
                                 "information in writing",
                                 "took my preferences",
                                 "how much pain you had",
                                 "how to treat your pain",
                                 "get the rest you needed",
                                 "well-informed about",
                                 "aware of your plans"};
    std::vector<std::string> found;
    for (auto const* phrase : phrases)
        if (lowerCase(text).find(phrase) != std::string::npos) found.emplace_back(phrase);
    return found;
}

TEST(HospitalPhrases, areFoundInTheHospitalSurvey) {
    for (auto const* question :
         {"During this hospital stay, how often did doctors listen carefully to you?",
          "Before giving you any new medicine, how often did staff describe possible side effects?",
          "When I left, I clearly understood the purpose for taking each of my medications.",
          "Did you get information in writing about what symptoms to look out for?"})
        EXPECT_THAT(hospitalPhrasesIn(question), Not(IsEmpty())) << question;
}

class ShippedForms : public ::testing::TestWithParam<std::string> {};

INSTANTIATE_TEST_SUITE_P(All, ShippedForms, ::testing::ValuesIn(testing::shippedInstruments()),
                         testing::nameOfInstrument);

TEST_P(ShippedForms, resembleNoQuestionOfTheHospitalSurvey) {
    auto const form = instrument(GetParam());
    for (auto const* text : testing::textsOf(*form))
        EXPECT_THAT(hospitalPhrasesIn(text->in("en")), IsEmpty()) << text->in("en");
}

TEST_P(ShippedForms, neverBearTheNameOfTheNationalSurveys) {
    auto const file = *base::readFile(testing::instrumentFile(GetParam()));
    EXPECT_EQ(lowerCase(std::string(asText(file))).find("cahps"), std::string::npos);
}

/// Arabic-Indic digits (U+0660, U+06F0) and what turns the direction of writing.
std::vector<std::string> charactersNotInArabicForms() {
    std::vector<std::string> characters{"\u061C", "\u200E", "\u200F", "\u202A", "\u202B", "\u202C",
                                        "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069"};
    for (char digit = 0; digit < 10; ++digit) {
        characters.push_back({'\xD9', static_cast<char>('\xA0' + digit)});
        characters.push_back({'\xDB', static_cast<char>('\xB0' + digit)});
    }
    return characters;
}

/// No Latin words among the Arabic ones either: nothing would isolate them.
TEST(VisitExperience, speaksArabicWithWesternDigitsInOneDirection) {
    auto const form = instrument("visit-experience");
    for (auto const* text : testing::textsOf(*form)) {
        auto const& arabic = text->in("ar");
        EXPECT_TRUE(std::ranges::any_of(arabic, [](unsigned char c) { return c >= 0xD8 && c <= 0xDB; })) << arabic;
        EXPECT_FALSE(std::ranges::any_of(arabic, [](unsigned char c) { return std::isalpha(c) != 0; })) << arabic;
        for (auto const& wrong : charactersNotInArabicForms())
            EXPECT_EQ(arabic.find(wrong), std::string::npos) << arabic;
    }
}

TEST(VisitExperience, saysThatNobodyReviewedItsArabic) {
    auto const form = instrument("visit-experience");
    EXPECT_TRUE(form->awaitsReview("ar"));
    EXPECT_TRUE(form->awaitsReview("ar-EG")) << "would be shown the same words";
    EXPECT_FALSE(form->awaitsReview("en"));
    EXPECT_FALSE(form->awaitsReview("es-MX"));
}

} // namespace
} // namespace kiosk::survey
