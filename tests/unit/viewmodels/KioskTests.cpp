#include "tests/unit/viewmodels/Visits.h"

#include <QSignalSpy>

namespace kiosk::viewmodels {

using namespace std::chrono_literals;

TEST_F(Visits, showsPracticeLanguagesAndSurveys) {
    EXPECT_EQ(kiosk.practiceName(), "Maple Street Practice");
    EXPECT_EQ(kiosk.languages(), (QStringList{"en", "es"}));
    EXPECT_EQ(kiosk.language(), "en");
    auto& model = *kiosk.instruments();
    ASSERT_EQ(model.rowCount(), 3);
    EXPECT_EQ(model.data(model.index(1), InstrumentModel::IdRole), "phq-9");
    EXPECT_FALSE(model.data(model.index(0), InstrumentModel::TitleRole).toString().isEmpty());
}

TEST_F(Visits, offersOnlyLanguagesThatTheScreensSpeak) {
    auto settings = Practice::settings();
    settings["languages"] = {"es"};
    settings["safety_contact"]["name"].erase("en");
    settings["safety_contact"]["text"].erase("en");
    kiosk.use(catalogueOf(settings));
    EXPECT_EQ(kiosk.languages(), QStringList{"es"});
    EXPECT_EQ(kiosk.language(), "es") << "the practice's first language is spoken at rest";
    Kiosk english(store, idle, disk.clock, {"en"});
    english.use(catalogueOf(settings));
    EXPECT_EQ(english.languages(), QStringList{"en"}) << "better English than nothing";
}

TEST_F(Visits, anotherLanguageChangesEverythingAndIsGoneWithTheVisit) {
    auto& model = *kiosk.instruments();
    auto const english = model.data(model.index(0), InstrumentModel::TitleRole);
    kiosk.welcome();
    kiosk.chooseLanguage("es");
    EXPECT_NE(model.data(model.index(0), InstrumentModel::TitleRole), english);
    kiosk.chooseLanguage("xx");
    EXPECT_EQ(kiosk.language(), "es");
    kiosk.startSurvey("visit-experience");
    ASSERT_TRUE(eventually([&] { return kiosk.session() != nullptr; }));
    auto const spanish = kiosk.session()->question()->text();
    kiosk.chooseLanguage("en");
    EXPECT_NE(kiosk.session()->question()->text(), spanish);
    kiosk.chooseLanguage("es");
    kiosk.leave();
    EXPECT_EQ(kiosk.language(), "en");
}

TEST_F(Visits, nobodyAnswersBeforeAWelcome) {
    kiosk.startSurvey("visit-experience");
    drain();
    EXPECT_EQ(kiosk.session(), nullptr);
    kiosk.welcome();
    kiosk.startSurvey("no-such-survey");
    drain();
    EXPECT_EQ(kiosk.session(), nullptr);
}

TEST_F(Visits, theIdleWipeSealsWhatWasAnsweredAsStoppedAndLeavesNothing) {
    start();
    kiosk.session()->question()->choose(2);
    pass(61s);
    EXPECT_TRUE(kiosk.isIdleWarning());
    EXPECT_EQ(kiosk.idleSecondsLeft(), 19);
    pass(20s);
    EXPECT_EQ(kiosk.session(), nullptr);
    EXPECT_FALSE(kiosk.isVisited());
    EXPECT_FALSE(kiosk.isIdleWarning());
    auto const bundles = sent();
    ASSERT_EQ(bundles.size(), 1U);
    EXPECT_EQ(responseIn(bundles[0]).at("status"), "stopped");
}

TEST_F(Visits, theIdleWipeOfAnUnansweredSurveyLeavesNoRecord) {
    start();
    pass(81s);
    EXPECT_TRUE(sent().empty());
}

TEST_F(Visits, stayingEndsTheWarning) {
    start();
    pass(70s);
    EXPECT_TRUE(kiosk.isIdleWarning());
    kiosk.stay();
    EXPECT_FALSE(kiosk.isIdleWarning());
    pass(59s);
    EXPECT_NE(kiosk.session(), nullptr);
}

TEST_F(Visits, theKioskWipesItselfOnTheChooseScreenToo) {
    kiosk.welcome();
    kiosk.chooseLanguage("es");
    pass(81s);
    EXPECT_FALSE(kiosk.isVisited());
    EXPECT_EQ(kiosk.language(), "en");
}

TEST_F(Visits, cancelGoesBackToRestAndLeavesNoRecord) {
    start();
    kiosk.session()->question()->choose(2);
    kiosk.session()->cancel();
    ASSERT_TRUE(eventually([&] { return !kiosk.isVisited(); }));
    EXPECT_EQ(kiosk.session(), nullptr);
    EXPECT_TRUE(sent().empty());
}

TEST_F(Visits, leavingWhileASurveyIsBeingBegunGivesTheNextPersonNothing) {
    kiosk.welcome();
    kiosk.startSurvey("visit-experience");
    kiosk.leave();
    kiosk.welcome();
    drain();
    EXPECT_EQ(kiosk.session(), nullptr);
    EXPECT_TRUE(kiosk.isVisited());
    kiosk.startSurvey("activation");
    ASSERT_TRUE(eventually([&] { return kiosk.session() != nullptr; }));
}

TEST_F(Visits, aPackThatComesDuringAVisitIsUsedForTheNextOne) {
    start();
    auto settings = Practice::settings();
    settings["practice"] = "New name";
    settings["instruments"] = {"activation"};
    kiosk.use(catalogueOf(settings));
    EXPECT_EQ(kiosk.practiceName(), "Maple Street Practice");
    kiosk.leave();
    EXPECT_EQ(kiosk.practiceName(), "New name");
    EXPECT_EQ(kiosk.instruments()->rowCount(), 1);
}

TEST_F(Visits, theStoreTakesNoPackWhileSomebodyAnswers) {
    start();
    disk.bring("factory-2.pack", disk.practice.factoryPack({.version = 2}));
    std::optional<bool> taken;
    auto const look = [&] {
        taken.reset();
        store.takeIncomingPack(&store, [&](auto const& result) { taken = result && *result; });
        return eventually([&] { return taken.has_value(); });
    };
    ASSERT_TRUE(look());
    EXPECT_FALSE(*taken);
    kiosk.leave();
    ASSERT_TRUE(look());
    EXPECT_TRUE(*taken);
}

TEST_F(Visits, withNothingToOfferTheKioskSaysSoUntilAPackBringsSomething) {
    auto settings = Practice::settings();
    settings["instruments"] = {"phq-9"};
    settings.erase("safety_contact");
    kiosk.use(catalogueOf(settings));
    EXPECT_EQ(kiosk.fault(), Kiosk::Fault::NothingToOffer);
    kiosk.welcome();
    EXPECT_FALSE(kiosk.isVisited());
    kiosk.retry();
    EXPECT_EQ(kiosk.fault(), Kiosk::Fault::NothingToOffer);
    kiosk.use(catalogue);
    EXPECT_EQ(kiosk.fault(), Kiosk::Fault::None);
}

TEST_F(Visits, aDiskThatTakesNoDraftIsToldAndCanBeTriedAgain) {
    kiosk.raise(Kiosk::Fault::StorageFull);
    kiosk.welcome();
    EXPECT_FALSE(kiosk.isVisited());
    kiosk.retry();
    EXPECT_EQ(kiosk.fault(), Kiosk::Fault::None);
    start();
}

TEST_F(Visits, tryingAgainDoesNotOfferWhatANewPackTookAway) {
    auto settings = Practice::settings();
    settings["instruments"] = {"phq-9"};
    settings.erase("safety_contact");
    kiosk.welcome();
    kiosk.use(catalogueOf(settings));
    kiosk.raise(Kiosk::Fault::StorageFull);
    kiosk.retry();
    EXPECT_EQ(kiosk.fault(), Kiosk::Fault::NothingToOffer);
}

TEST_F(Visits, aCrashInTheMiddleEndsInStoppedAndTheNextPersonSeesNothing) {
    start();
    kiosk.session()->question()->choose(1);
    drain();
    // What the disk holds at this moment is what a power cut leaves.
    TempFolder const after;
    std::filesystem::copy(disk.folder.path(), after.path(), std::filesystem::copy_options::recursive);
    Device device{disk.practice.device(), *crypto::SigningKey::parse(asText(disk.practice.deviceKey().toText()))};
    auto revived = Storeroom::open({after.path() / "app" / "kiosk.db",
                                    after.path() / "outbox",
                                    {after.path() / "app" / "packs", after.path() / "packs" / "incoming"}},
                                   SecretBytes(disk.practice.storeKey()), std::move(device),
                                   toBytes(disk.practice.rootText()), disk.clock);
    ASSERT_TRUE(revived) << revived.error().text;
    StoreThread again(std::move(*revived));
    Kiosk next(again, idle, disk.clock, {"en", "es"});
    next.use(catalogue);
    bool done = false;
    again.tidyUp(&again, [&](auto const& result) { done = bool(result); });
    ASSERT_TRUE(eventually([&] { return done; }));
    EXPECT_EQ(next.session(), nullptr);
    EXPECT_FALSE(next.isVisited());
    auto const bundles = disk.practice.openAll(after.path() / "outbox");
    ASSERT_EQ(bundles.size(), 1U);
    EXPECT_EQ(responseIn(bundles[0]).at("status"), "stopped");
}

} // namespace kiosk::viewmodels
