// Visits with a code: what it asks, in which order, and what the records say of it.
#include "tests/unit/viewmodels/Visits.h"

#include "kiosk/core/survey/Names.h"

namespace kiosk::viewmodels {

using namespace std::chrono_literals;
using Answer = Kiosk::CodeAnswer;

namespace {

struct Coded : Visits {
    Coded() { bring(false); }
    void bring(bool only) {
        auto settings = Practice::settings();
        settings["contact_request"] = {{"form", "contact-request"}};
        settings["visit_codes"] = {
            {"only", only},
            {"rules", Json::array({Json{{"prefix", "21"}, {"instruments", {"phq-2", "activation-short"}}},
                                   Json{{"prefix", "40"}, {"instruments", {"friends-and-family"}}}})}};
        disk.bring("factory-2.pack", disk.practice.factoryPack({.version = 2, .settings = settings}));
        store.takeIncomingPack(&store, [this](auto const& taken) { kiosk.use(*taken); });
        EXPECT_TRUE(eventually([&] { return kiosk.codes() != Kiosk::Codes::None; }));
    }
    QString const code = QString::fromStdString(packs::makeVisitCode("21", 42));
    void enter() {
        kiosk.welcome();
        ASSERT_EQ(kiosk.enterCode(code), Answer::Taken);
    }
    void goOn() {
        kiosk.goOn();
        ASSERT_TRUE(
            eventually([&] { return kiosk.session() && kiosk.session()->stage() == SurveySession::Stage::Asking; }));
    }
    static std::string visitOf(Json const& bundle) {
        auto const response = responseIn(bundle);
        return response.contains("encounter") ? response.at("encounter").at("identifier").at("value") : Json("");
    }
};

} // namespace

TEST_F(Coded, saysWhatIsWrongWithACode) {
    EXPECT_EQ(kiosk.enterCode(code), Answer::Unknown) << "nobody is there";
    kiosk.welcome();
    EXPECT_EQ(kiosk.enterCode(""), Answer::TooShort);
    EXPECT_EQ(kiosk.enterCode(code.left(7)), Answer::TooShort);
    EXPECT_EQ(kiosk.enterCode(code.left(7) + QChar(code.back() == '9' ? '8' : '9')), Answer::Mistyped);
    EXPECT_EQ(kiosk.enterCode(QString::fromStdString(packs::makeVisitCode("99", 1))), Answer::Unknown);
    kiosk.chooseLanguage("es");
    auto const english = QString::fromStdString(packs::makeVisitCode("40", 1));
    EXPECT_EQ(kiosk.enterCode(english), Answer::NotInThisLanguage);
    EXPECT_EQ(kiosk.plan()->count(), 0);
    kiosk.chooseLanguage("en");
    EXPECT_EQ(kiosk.enterCode(english), Answer::Taken);
    kiosk.takeCodeBack();
    EXPECT_EQ(kiosk.plan()->count(), 0);
}

TEST_F(Coded, asksItsFormsOneAfterTheOtherAndEachRecordNamesTheVisit) {
    enter();
    auto& plan = *kiosk.plan();
    ASSERT_EQ(plan.count(), 2);
    auto const minutes = plan.minutesLeft();
    goOn();
    EXPECT_EQ(kiosk.session()->title(), plan.data(plan.index(0), VisitPlan::TitleRole).toString());
    finishSurvey();
    EXPECT_TRUE(plan.hasMore());
    EXPECT_TRUE(plan.data(plan.index(0), VisitPlan::FinishedRole).toBool());
    EXPECT_LT(plan.minutesLeft(), minutes);
    EXPECT_EQ(kiosk.contact(), Kiosk::Contact::None) << "not between two parts";
    goOn();
    finishSurvey();
    EXPECT_FALSE(plan.hasMore());
    EXPECT_EQ(kiosk.contact(), Kiosk::Contact::Offered);
    auto const bundles = sent();
    ASSERT_EQ(bundles.size(), 2U);
    EXPECT_EQ(visitOf(bundles[0]), code.toStdString());
    EXPECT_EQ(visitOf(bundles[1]), code.toStdString());
    EXPECT_EQ(responseIn(bundles[0]).at("encounter").at("identifier").at("system"),
              std::string(survey::names::visitCodes));
}

TEST_F(Coded, doesNotTieANameToTheAnswers) {
    enter();
    goOn();
    finishSurvey();
    goOn();
    finishSurvey();
    kiosk.askForContact();
    ASSERT_TRUE(eventually([&] { return kiosk.session()->stage() == SurveySession::Stage::Asking; }));
    finishSurvey();
    ASSERT_EQ(sent().size(), 3U);
    EXPECT_EQ(visitOf(sent()[2]), "");
}

TEST_F(Coded, isStillWatchedForSomebodyWhoWentAwayBetweenTwoParts) {
    enter();
    goOn();
    finishSurvey();
    pass(81s);
    EXPECT_FALSE(kiosk.isVisited());
    EXPECT_EQ(kiosk.plan()->count(), 0);
    kiosk.welcome();
    kiosk.startSurvey("activation");
    ASSERT_TRUE(eventually([&] { return kiosk.session() != nullptr; }));
    finishSurvey();
    ASSERT_EQ(sent().size(), 2U);
    EXPECT_EQ(visitOf(sent()[1]), "") << "the next person has no code";
}

TEST_F(Coded, thatWasCutOffIsSealedWithItsVisit) {
    enter();
    goOn();
    kiosk.session()->question()->choose(0);
    drain();
    kiosk.leave();
    auto const bundles = sent();
    ASSERT_EQ(bundles.size(), 1U);
    EXPECT_EQ(responseIn(bundles[0]).at("status"), "stopped");
    EXPECT_EQ(visitOf(bundles[0]), code.toStdString());
}

TEST_F(Visits, sayWhoAnsweredAndForgetItWithThePerson) {
    kiosk.answeredBy(Kiosk::Who::Parent);
    EXPECT_FALSE(kiosk.asksWho()) << "the practice does not want to know";
    kiosk.welcome();
    kiosk.answeredBy(Kiosk::Who::Child);
    start("activation");
    finishSurvey();
    kiosk.leave();
    start("activation");
    finishSurvey();
    auto const bundles = sent();
    ASSERT_EQ(bundles.size(), 2U);
    auto const told = [](Json const& bundle, std::string_view name) {
        Json codes = Json::array();
        for (auto const& extension : responseIn(bundle).value("extension", Json::array()))
            if (extension.at("url") == name) codes.push_back(extension.at("valueCode"));
        return codes;
    };
    EXPECT_EQ(told(bundles[0], survey::names::completionMode), Json::array({"proxy"}));
    EXPECT_EQ(told(bundles[0], survey::names::proxyRelation), Json::array({"child"}));
    EXPECT_EQ(responseIn(bundles[0]).at("source").at("type"), "RelatedPerson");
    EXPECT_FALSE(responseIn(bundles[1]).contains("source"));
    EXPECT_FALSE(responseIn(bundles[1]).contains("extension"));
}

TEST_F(Visits, haveNoCodesWhereThePracticeHasNone) {
    kiosk.welcome();
    EXPECT_EQ(kiosk.codes(), Kiosk::Codes::None);
    EXPECT_EQ(kiosk.enterCode(QString::fromStdString(packs::makeVisitCode("21", 1))), Answer::Unknown);
}

} // namespace kiosk::viewmodels
