// What a visit ends with: what happens now, and the offer to be called.
#include "tests/unit/viewmodels/Visits.h"

namespace kiosk::viewmodels {

using namespace std::chrono_literals;

namespace {

struct Contacts : Visits {
    Contacts() {
        auto settings = Practice::settings();
        settings["next_steps"] = {{"en", "We read this today."}, {"es", "Lo leemos hoy."}};
        settings["contact_request"] = {{"form", "contact-request"},
                                       {"promise", {{"en", "Within two days."}, {"es", "En dos días."}}}};
        disk.bring("factory-2.pack", disk.practice.factoryPack({.version = 2, .settings = settings}));
        store.takeIncomingPack(&store, [this](auto const& taken) { kiosk.use(*taken); });
        EXPECT_TRUE(eventually([&] { return kiosk.nextSteps() != ""; }));
    }
    void askForContact() {
        kiosk.askForContact();
        ASSERT_TRUE(eventually([&] { return kiosk.session()->stage() == SurveySession::Stage::Asking; }));
    }
};

} // namespace

TEST_F(Contacts, areOfferedOnceAnswersAreHandedInAndGoOnARecordOfTheirOwn) {
    start("activation");
    EXPECT_EQ(kiosk.contact(), Kiosk::Contact::None);
    finishSurvey();
    EXPECT_EQ(kiosk.contact(), Kiosk::Contact::Offered);
    EXPECT_EQ(kiosk.contactPromise(), "Within two days.");
    askForContact();
    EXPECT_TRUE(kiosk.hasHandedIn());
    finishSurvey("555 0100");
    EXPECT_EQ(kiosk.contact(), Kiosk::Contact::Given);
    auto const bundles = sent();
    ASSERT_EQ(bundles.size(), 2U);
    EXPECT_EQ(bundles[0].dump().find("555 0100"), std::string::npos);
    EXPECT_EQ(answersIn(responseIn(bundles[1]), "contact.phone"), Json::array({Json{{"valueString", "555 0100"}}}));
    kiosk.leave();
    EXPECT_EQ(kiosk.contact(), Kiosk::Contact::None);
    EXPECT_FALSE(kiosk.hasHandedIn());
}

TEST_F(Contacts, areNotAskedTwice) {
    start("visit-experience");
    finishSurvey();
    EXPECT_EQ(kiosk.contact(), Kiosk::Contact::None) << "the survey itself asked";
}

TEST_F(Contacts, areNotOnTheListOfSurveys) {
    EXPECT_EQ(kiosk.instruments()->rowCount(), 3);
    kiosk.welcome();
    kiosk.startSurvey("contact-request");
    drain();
    EXPECT_EQ(kiosk.session(), nullptr);
}

TEST_F(Contacts, thatNobodyHandedInAreKeptByNobody) {
    start("activation");
    finishSurvey();
    askForContact();
    kiosk.session()->question()->enter("Ada");
    kiosk.session()->next();
    drain();
    pass(81s);
    EXPECT_FALSE(kiosk.isVisited()) << "the idle wipe is at work again";
    EXPECT_EQ(sent().size(), 1U) << "only the survey";
}

TEST_F(Contacts, canBeTakenBackWithoutTakingBackTheAnswers) {
    start("activation");
    finishSurvey();
    askForContact();
    kiosk.session()->cancel();
    ASSERT_TRUE(eventually([&] { return !kiosk.isVisited(); }));
    EXPECT_EQ(sent().size(), 1U);
}

TEST_F(Contacts, sayWhatHappensNextInTheLanguageOfThePerson) {
    kiosk.welcome();
    kiosk.chooseLanguage("es");
    EXPECT_EQ(kiosk.nextSteps(), "Lo leemos hoy.");
    EXPECT_EQ(kiosk.contactPromise(), "En dos días.");
}

TEST_F(Visits, offerNoCallWhereThePracticeDoesNot) {
    start("activation");
    finishSurvey();
    EXPECT_EQ(kiosk.contact(), Kiosk::Contact::None);
    EXPECT_EQ(kiosk.nextSteps(), "");
    kiosk.askForContact();
    drain();
    EXPECT_EQ(sent().size(), 1U);
}

} // namespace kiosk::viewmodels
