#include "kiosk/core/lint/HospitalSurvey.h"

#include "tests/unit/lint/Forms.h"

namespace kiosk::lint {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::lintItems;
using testing::lintOf;
using testing::of;
using ::testing::SizeIs;
using testing::textOf;

TEST(HospitalTopics, areFoundInTheSurveysOwnQuestionsAndNearThem) {
    for (auto const& [text, topic] :
         {std::pair("During this hospital stay, how often did doctors listen carefully to you?", "doctors: listening"),
          std::pair("Did your doctors listen to you carefully?", "doctors: listening"),
          std::pair("Did the nurses treat you with courtesy and respect?", "nurses: courtesy and respect"),
          std::pair("Was it quiet at night in the area around your room?", "quiet at night"),
          std::pair("Were your room and bathroom clean?", "room and bathroom cleaned"),
          std::pair("Before you got a new medicine, did staff describe possible side effects?",
                    "side effects of a new medicine"),
          std::pair("Would you recommend us to your friends and family?", "recommending the hospital"),
          std::pair("Were you able to get the rest you needed?", "rest as needed")})
        EXPECT_EQ(hospitalTopicOf(text), topic) << text;
}

TEST(HospitalTopics, areNotSeenInWhatIsOnlyAboutCare) {
    for (auto const* text :
         {"How was your visit today?", "Do you have pain right now?", "What medicines do you take?", "",
          "Has a doctor ever told you that you have high blood pressure?", "What could we do better?",
          "Who helps you at home?", "I know the signs to watch for.", "How did you sleep last night?"})
        EXPECT_EQ(hospitalTopicOf(text), "") << text;
}

std::string const item =
    R"("linkId": "a", "type": "boolean", "text": "Did the nurses treat you with courtesy and respect?")";

std::string venue(std::string const& code) {
    return R"("useContext": [{"code": {"system": "http://terminology.hl7.org/CodeSystem/usage-context-type", "code": "venue"}, "valueCodeableConcept": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": ")" +
           code + "\"}]}}], ";
}

TEST(HospitalSurvey, isForbiddenUnlessTheFormIsForOutPatients) {
    EXPECT_THAT(of("hospital-survey", lintItems(item)),
                ElementsAre(HasSubstr(
                    "error item 'a': resembles a question of the hospital survey (nurses: courtesy and respect)")));
    EXPECT_THAT(of("hospital-survey", lintItems(item, venue("IMP"))), SizeIs(1));
    EXPECT_THAT(of("hospital-survey", lintItems(item, venue("AMB"))), IsEmpty());
}

TEST(HospitalSurvey, isSeenInASentenceThatTheGroupBeginsAndInATranslation) {
    EXPECT_THAT(
        of("hospital-survey",
           lintItems(
               R"("linkId": "g", "type": "group", "text": "How often did the nurses", "item": [{"linkId": "a", "type": "boolean", "text": "listen carefully to you?"}])")),
        ElementsAre(HasSubstr("error item 'a'")));
    auto const spanish =
        R"("linkId": "a", "type": "boolean", "text": "¿Le escuchaban?", "_text": {"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/translation", "extension": [{"url": "lang", "valueCode": "en"}, {"url": "content", "valueString": "Did the nurses listen carefully to you?"}]}]})";
    EXPECT_THAT(of("hospital-survey", lintItems(spanish, R"("language": "es", )")), SizeIs(1));
}

TEST(HospitalSurvey, lendsItsNameToNobody) {
    EXPECT_THAT(of("hospital-survey", lintItems(R"("linkId": "a", "type": "string", "text": "Why?")",
                                                R"("title": "Our H-CAHPS survey", )")),
                ElementsAre(HasSubstr("error title: bears the name")));
}

TEST(HospitalSurvey, isInNoFormWeShip) {
    for (auto const& id : testing::shippedInstruments())
        EXPECT_THAT(of("hospital-survey", lintOf(textOf(id))), IsEmpty()) << id;
}

TEST(HospitalSurvey, wouldBeSeenInTheVisitSurveyDuringAStay) {
    auto const form = testing::with(textOf("visit-survey"), "\"AMB\"", "\"IMP\"");
    EXPECT_THAT(of("hospital-survey", lintOf(form)), ::testing::Contains(HasSubstr("item 'recommend'")));
}

} // namespace
} // namespace kiosk::lint
