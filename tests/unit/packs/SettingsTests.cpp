#include "kiosk/core/packs/Recipients.h"
#include "kiosk/core/packs/Settings.h"

#include "kiosk/core/base/Json.h"

#include <gmock/gmock.h>

namespace kiosk::packs {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;

Json goodSettings() {
    return Json::parse(
        R"({"practice":"Maple Street Practice","languages":["en","es"],"instruments":["visit-experience","phq-9"],
        "idle_warning_s":60,"idle_wipe_s":20,"safety_contact":{"name":{"en":"988 Lifeline","es":"Línea 988"},"phone":"988",
        "text":{"en":"Call now","es":"Llame ahora"}},
        "next_steps":{"en":"We read it today","es":"Lo leemos hoy"},
        "contact_request":{"form":"contact-request","promise":{"en":"Within two days","es":"En dos días"}}})");
}

TEST(Settings, areReadWithAndWithoutASafetyContact) {
    auto json = goodSettings();
    auto const settings = Settings::parse(asBytes(json.dump()));
    ASSERT_TRUE(settings) << settings.error().text;
    EXPECT_EQ(settings->languages, (std::vector<std::string>{"en", "es"}));
    EXPECT_EQ(settings->instruments[1], "phq-9");
    EXPECT_EQ(settings->idleWarning, 60s);
    EXPECT_EQ(settings->idleWipe, 20s);
    EXPECT_EQ(settings->safetyContact->name.at("es"), "Línea 988");
    json.erase("safety_contact");
    EXPECT_FALSE(Settings::parse(asBytes(json.dump()))->safetyContact);
}

TEST(Settings, mayNameTheColourOfThePractice) {
    auto json = goodSettings();
    EXPECT_EQ(Settings::parse(asBytes(json.dump()))->brandColour, "");
    json["brand_colour"] = "#E2001a";
    EXPECT_EQ(Settings::parse(asBytes(json.dump()))->brandColour, "#E2001a");
}

TEST(Settings, sayWhatComesAtTheEndOfAVisit) {
    auto json = goodSettings();
    auto const settings = Settings::parse(asBytes(json.dump()));
    EXPECT_EQ(settings->nextSteps->at("es"), "Lo leemos hoy");
    EXPECT_EQ(settings->contactRequest->form, "contact-request");
    EXPECT_EQ(settings->contactRequest->promise->at("en"), "Within two days");
    EXPECT_EQ(settings->allForms(), (std::vector<std::string>{"visit-experience", "phq-9", "contact-request"}));
    json["contact_request"].erase("promise");
    json["contact_request"]["form"] = "phq-9";
    EXPECT_FALSE(Settings::parse(asBytes(json.dump()))->contactRequest->promise);
    EXPECT_EQ(Settings::parse(asBytes(json.dump()))->allForms().size(), 2U) << "each once";
    json.erase("contact_request");
    json.erase("next_steps");
    EXPECT_FALSE(Settings::parse(asBytes(json.dump()))->contactRequest);
    EXPECT_FALSE(Settings::parse(asBytes(json.dump()))->nextSteps);
}

TEST(Settings, mayAssignSurveysByCodesShowSlidesAndStandAtABedside) {
    auto json = goodSettings();
    json["visit_codes"] = {{"rules", Json::array({Json{{"prefix", "21"}, {"instruments", {"phq-9", "activation"}}}})}};
    json["attract"] = {{"slides", Json::array({Json{{"title", {{"en", "News"}, {"es", "Noticias"}}}}})}};
    json["mode"] = "bedside";
    json["quiet_hours"] = {{"from", "21:00"}, {"to", "07:00"}};
    auto const settings = Settings::parse(asBytes(json.dump()));
    ASSERT_TRUE(settings) << settings.error().text;
    EXPECT_EQ(settings->allForms(),
              (std::vector<std::string>{"visit-experience", "phq-9", "activation", "contact-request"}));
    EXPECT_EQ(settings->attract->slides.size(), 1U);
    EXPECT_TRUE(settings->atBedside);
    EXPECT_TRUE(settings->quietHours->hold(22h));
    json["mode"] = "waiting-room";
    EXPECT_THAT(Settings::parse(asBytes(json.dump())).error().text, HasSubstr("quiet_hours: only with mode bedside"));
    json.erase("quiet_hours");
    EXPECT_FALSE(Settings::parse(asBytes(json.dump()))->atBedside);
}

TEST(Settings, mayNameALogoAndASensor) {
    auto json = goodSettings();
    EXPECT_EQ(Settings::parse(asBytes(json.dump()))->logo, "");
    EXPECT_TRUE(Settings::parse(asBytes(json.dump()))->media().empty());
    EXPECT_FALSE(Settings::parse(asBytes(json.dump()))->presence);
    json["logo"] = "maple-street.svg";
    json["presence"] = {{"away_s", 4}};
    json["attract"] = {{"slides", Json::array({Json{{"title", {{"en", "News"}, {"es", "Noticias"}}},
                                                    {"picture", "chairs.png"},
                                                    {"picture_text", {{"en", "Chairs"}, {"es", "Sillas"}}}}})}};
    auto settings = Settings::parse(asBytes(json.dump()));
    ASSERT_TRUE(settings) << settings.error().text;
    EXPECT_EQ(logoType(settings->logo), "image/svg+xml");
    EXPECT_EQ(settings->media(), (std::vector<std::string>{"chairs.png", "maple-street.svg"}));
    EXPECT_EQ(settings->presence->away, 4s);
    EXPECT_FALSE(settings->presence->key);
    json["presence"]["key"] = 250;
    EXPECT_EQ(Settings::parse(asBytes(json.dump()))->presence->key, 250);
    json["logo"] = "chairs.png";
    EXPECT_EQ(Settings::parse(asBytes(json.dump()))->media().size(), 1U) << "each once";
}

struct Bad {
    char const* name;
    char const* pointer;
    Json value;
    char const* why;
};
std::ostream& operator<<(std::ostream& out, Bad const& bad) {
    return out << bad.name;
}

class BadSettings : public testing::TestWithParam<Bad> {};
TEST_P(BadSettings, areRefusedByMember) {
    auto json = goodSettings();
    json[Json::json_pointer(GetParam().pointer)] = GetParam().value;
    auto const settings = Settings::parse(asBytes(json.dump()));
    ASSERT_FALSE(settings);
    EXPECT_EQ(settings.error().kind, ErrorKind::Invalid);
    EXPECT_THAT(settings.error().text, HasSubstr(GetParam().why));
}
INSTANTIATE_TEST_SUITE_P(
    Settings, BadSettings,
    testing::Values(Bad{"practiceEmpty", "/practice", "", "practice"},
                    Bad{"practiceTooLong", "/practice", std::string(201, 'x'), "practice"},
                    Bad{"practiceNumber", "/practice", 5, "practice"},
                    Bad{"practiceNewline", "/practice", "a\nb", "practice: holds a control"},
                    Bad{"practiceTurned", "/practice", "a\u202Eb", "practice: holds a control"},
                    Bad{"practiceIsolated", "/practice", "a\u2067b", "practice"},
                    Bad{"colourByName", "/brand_colour", "teal", "brand_colour: 'teal' is not a colour as #0A545F"},
                    Bad{"colourShort", "/brand_colour", "#fff", "brand_colour"},
                    Bad{"logoAPath", "/logo", "../x.png", "logo: '../x.png' is not the name"},
                    Bad{"logoAJpeg", "/logo", "x.jpg", "logo: 'x.jpg'"},
                    Bad{"logoWithoutName", "/logo", ".svg", "logo: '.svg'"},
                    Bad{"sensorWithoutTime", "/presence", Json::object(), "presence: away_s"},
                    Bad{"sensorTooQuick", "/presence", Json{{"away_s", 1}}, "presence: away_s: must be from 2 to 60"},
                    Bad{"sensorOfNoKey", "/presence", Json{{"away_s", 3}, {"key", 768}}, "presence: key: must be"},
                    Bad{"languagesText", "/languages", "en", "languages"},
                    Bad{"languagesEmpty", "/languages", Json::array(), "languages"},
                    Bad{"languageTwice", "/languages/1", "en", "languages: names one twice"},
                    Bad{"languageOdd", "/languages/1", "e", "languages: 'e'"},
                    Bad{"instrumentsEmpty", "/instruments", Json::array(), "instruments"},
                    Bad{"instrumentPath", "/instruments/0", "../x", "instruments: '../x'"},
                    Bad{"instrumentNumber", "/instruments/0", 3, "instruments"},
                    Bad{"instrumentTwice", "/instruments/0", "phq-9", "instruments"},
                    Bad{"warningTooShort", "/idle_warning_s", 14, "idle_warning_s: must be from 15 to 600"},
                    Bad{"warningFraction", "/idle_warning_s", 60.5, "idle_warning_s"},
                    Bad{"wipeBelowTwentySeconds", "/idle_wipe_s", 19, "idle_wipe_s"},
                    Bad{"wipeTooLong", "/idle_wipe_s", 121, "idle_wipe_s"},
                    Bad{"slipOfThePen", "/idle_wipe_sec", 20, "idle_wipe_sec: is not a member"},
                    Bad{"contactEmpty", "/safety_contact", Json::object(), "safety_contact: name"},
                    Bad{"contactNull", "/safety_contact", nullptr, "safety_contact"},
                    Bad{"phoneIsALink", "/safety_contact/phone", "http://x", "safety_contact: phone"},
                    Bad{"phoneEmpty", "/safety_contact/phone", "", "safety_contact: phone"},
                    Bad{"contactUnknownMember", "/safety_contact/mail", "x", "safety_contact: mail"},
                    Bad{"translationEmpty", "/safety_contact/text/es", "", "safety_contact: text: es"},
                    Bad{"translationUnknownLanguage", "/safety_contact/text/fr", "x", "safety_contact: text: fr"},
                    Bad{"nextStepsText", "/next_steps", "soon", "next_steps"},
                    Bad{"whoAnswersNumber", "/ask_who_answers", 1, "ask_who_answers: is neither"},
                    Bad{"modeUnknown", "/mode", "lobby", "mode: is neither"},
                    Bad{"codesWithoutRules", "/visit_codes", Json::object(), "visit_codes: rules"},
                    Bad{"attractWithoutSlides", "/attract", Json::object(), "attract: slides"},
                    Bad{"quietHoursInAWaitingRoom", "/quiet_hours", Json::object(), "quiet_hours: only with"},
                    Bad{"requestWithoutForm", "/contact_request", Json::object(), "contact_request: form"},
                    Bad{"requestOfAPath", "/contact_request/form", "../x", "contact_request: form: '../x'"},
                    Bad{"requestOfNothing", "/contact_request/form", "", "contact_request: form"},
                    Bad{"promiseWithoutSpanish", "/contact_request/promise", Json{{"en", "x"}},
                        "contact_request: promise: es"},
                    Bad{"languageWithoutTranslation", "/languages/2", "fr", "safety_contact: name: fr"}),
    [](auto const& row) { return row.param.name; });

TEST(Settings, eachRequiredMemberIsMissedByName) {
    for (auto const* name : {"practice", "languages", "instruments", "idle_warning_s", "idle_wipe_s"}) {
        auto json = goodSettings();
        json.erase(name);
        EXPECT_THAT(Settings::parse(asBytes(json.dump())).error().text, HasSubstr(name));
    }
    EXPECT_FALSE(Settings::parse(asBytes("[]")));
    EXPECT_FALSE(Settings::parse(asBytes("{")));
}

class RecipientsTest : public testing::Test {
protected:
    [[nodiscard]] std::string why() const {
        auto const parsed = Recipients::parse(asBytes(m_json.dump()));
        return parsed ? "not refused" : parsed.error().text;
    }
    Recipients m_recipients{{crypto::Identity::generate().recipient()},
                            {crypto::Identity::generate().recipient()},
                            crypto::SigningKey::generate().verifyKey()};
    Json m_json = Json::parse(m_recipients.toText());
};

TEST_F(RecipientsTest, roundTrip) {
    auto const back = Recipients::parse(asBytes(m_recipients.toText()));
    ASSERT_TRUE(back) << back.error().text;
    EXPECT_EQ(back->survey, m_recipients.survey);
    EXPECT_EQ(back->custodian, m_recipients.custodian);
    EXPECT_EQ(back->receiptKey, m_recipients.receiptKey);
}

TEST_F(RecipientsTest, emptyListsKeysTwiceAndWhatIsNoKeyAreRefusedByMember) {
    auto const good = m_json;
    m_json["survey"] = Json::array();
    EXPECT_THAT(why(), HasSubstr("survey"));
    m_json["survey"] = {good["survey"][0], good["survey"][0]};
    EXPECT_THAT(why(), HasSubstr("survey: names one twice"));
    m_json["survey"] = {"AGE-SECRET-KEY-1X"};
    EXPECT_THAT(why(), HasSubstr("survey"));
    m_json = good;
    m_json["custodian"] = {"age1x"};
    EXPECT_THAT(why(), HasSubstr("custodian"));
    m_json = good;
    m_json["receipt_key"] = "AAAA";
    EXPECT_THAT(why(), HasSubstr("receipt_key"));
    m_json = good;
    m_json["media"] = Json::array();
    EXPECT_THAT(why(), HasSubstr("media: is not a member"));
}

} // namespace
} // namespace kiosk::packs
