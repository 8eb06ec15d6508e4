#include "tests/unit/viewmodels/Fixtures.h"

#include <QSignalSpy>
#include <ctime>
#include <iomanip>
#include <sstream>

namespace kiosk::viewmodels {

namespace {

using Stage = SurveySession::Stage;
using Problem = SurveySession::Problem;
using Kind = Question::Kind;

/// A session over a form of the pack, begun in the real store.
struct Session : ::testing::Test {
    explicit Session(std::string const& instrument = "sample", Json const& form = sampleForm()) :
        kiosk(wish(instrument, form)), room(*kiosk.open()), catalogue(room->catalogue), store(std::move(room)),
        journal(store) {
        auto const& contact = catalogue->settings().safetyContact;
        auto const shared = catalogue->offered().front().form;
        store::Draft const draft{Uuid::random(), shared->canonical(), instrument, "en", kiosk.clock.now(), {}};
        record = draft.record;
        store.begin(draft, &store, [this](auto const& result) { begun = bool(result); });
        EXPECT_TRUE(eventually([this] { return begun; }));
        session = std::make_unique<SurveySession>(shared, draft, contact ? &*contact : nullptr, journal);
    }
    static Practice::PackWish wish(std::string const& instrument, Json const& form) {
        auto settings = Practice::settings();
        settings["instruments"] = Json::array({instrument});
        return {.settings = settings, .ownForms = {{instrument, form}}};
    }

    [[nodiscard]] Question& question() { return *session->question(); }
    [[nodiscard]] std::string at() { return question().linkId().toStdString(); }
    bool nextShows(std::string const& linkId) {
        session->next();
        return eventually([&] { return !session->isBusy(); }) && at() == linkId;
    }
    bool reviewShows() {
        session->next();
        return eventually([&] { return session->stage() == Stage::Reviewing; });
    }
    bool settled() {
        return eventually([&] { return !session->isBusy(); });
    }
    [[nodiscard]] QVariant reviewed(int row, ReviewModel::Role role) {
        return session->review()->data(session->review()->index(row), role);
    }

    EnrolledKiosk kiosk;
    std::unique_ptr<Storeroom> room;
    std::shared_ptr<const Catalogue> catalogue;
    StoreThread store;
    FailingJournal journal;
    Uuid record;
    bool begun = false;
    std::unique_ptr<SurveySession> session;
};

struct Phq9 : Session {
    Phq9() : Session("phq-9", Practice::formOf("phq-9")) {}
};

/// The sample form; "cups" is three and "why" has words before anybody has answered.
Json formWithInitialAnswers() {
    auto form = sampleForm();
    form["item"][2]["initial"] = Json::array({Json{{"valueInteger", 3}}});
    form["item"][3]["initial"] = Json::array({Json{{"valueString", "as always"}}});
    return form;
}

struct Prefilled : Session {
    Prefilled() : Session("sample", formWithInitialAnswers()) {}
    Json sealed() {
        EXPECT_TRUE(eventually([this] { return !kiosk.practice.openAll(kiosk.outbox()).empty(); }));
        return responseIn(kiosk.practice.openAll(kiosk.outbox()).at(0));
    }
};

/// One question in a group that wants some answer, and one of several with own words and "none of these".
Json formOfGroupAndOwnWords() {
    auto const coding = [](char const* code) {
        return Json{{"valueCoding", Json{{"system", "http://candor.example/x"}, {"code", code}, {"display", code}}}};
    };
    auto none = coding("none");
    none["extension"] = Json::array({Json{
        {"url", "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive"}, {"valueBoolean", true}}});
    auto form = sampleForm();
    form["item"] = Json::array(
        {Json{{"linkId", "more"},
              {"type", "open-choice"},
              {"repeats", true},
              {"text", "What else?"},
              {"answerOption", Json::array({coding("milk"), none})}},
         Json{{"linkId", "group"},
              {"type", "group"},
              {"required", true},
              {"text", "About you"},
              {"item", Json::array({Json{{"linkId", "inside"}, {"type", "boolean"}, {"text", "Well?"}}})}}});
    return form;
}

struct Grouped : Session {
    Grouped() : Session("sample", formOfGroupAndOwnWords()) {}
};

/// Two numbers and their sum, which may be changed; "more" is asked when "a" is there, at most 100, on the same page.
Json formOfACalculation() {
    auto const number = [](char const* linkId) {
        return Json{{"linkId", linkId}, {"type", "integer"}, {"text", linkId}};
    };
    auto sum = number("sum");
    sum["extension"] =
        Json::array({{{"url", "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression"},
                      {"valueExpression",
                       {{"language", "text/fhirpath"},
                        {"expression", "%resource.descendants().where(linkId in ('a' | 'b')).answer.value.sum()"}}}}});
    auto more = number("more");
    more["enableWhen"] = Json::array({{{"question", "a"}, {"operator", "exists"}, {"answerBoolean", true}}});
    more["extension"] =
        Json::array({{{"url", "http://hl7.org/fhir/StructureDefinition/maxValue"}, {"valueInteger", 100}}});
    auto page = Json{{"linkId", "page"}, {"type", "group"}, {"text", "Page"}};
    page["extension"] = Json::array(
        {{{"url", "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl"},
          {"valueCodeableConcept",
           {{"coding",
             Json::array({{{"system", "http://hl7.org/fhir/questionnaire-item-control"}, {"code", "page"}}})}}}}});
    page["item"] = Json::array({number("a"), more});
    auto form = sampleForm();
    form["item"] = Json::array({number("b"), page, sum});
    return form;
}

/// One question, and what today() is.
Json formOfToday() {
    Json day{{"linkId", "day"}, {"type", "date"}, {"text", "Day"}, {"readOnly", true}};
    day["extension"] =
        Json::array({{{"url", "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression"},
                      {"valueExpression", {{"language", "text/fhirpath"}, {"expression", "today()"}}}}});
    auto form = sampleForm();
    form["item"] = Json::array({{{"linkId", "well"}, {"type", "boolean"}, {"text", "Well?"}}, day});
    return form;
}

struct Today : Session {
    Today() : Session("sample", formOfToday()) {}
};

struct Calculating : Session {
    Calculating() : Session("sample", formOfACalculation()) {}
    Question& named(char const* linkId) {
        for (auto* each : session->page()->questions())
            if (each->linkId() == QLatin1String(linkId)) return *each;
        ADD_FAILURE() << "no question " << linkId;
        return question();
    }
    Json sealed() {
        session->finish();
        EXPECT_TRUE(eventually([&] { return session->stage() == Stage::Completed; }));
        return responseIn(kiosk.practice.openAll(kiosk.outbox()).at(0));
    }
};

} // namespace

TEST_F(Session, asksOneQuestionAfterTheOtherAndThenShowsAllAnswers) {
    EXPECT_EQ(at(), "drink");
    EXPECT_EQ(question().kind(), Kind::OneOf);
    EXPECT_FALSE(session->canGoBack());
    question().choose(0);
    ASSERT_TRUE(nextShows("cups"));
    question().enter("3");
    ASSERT_TRUE(nextShows("why"));
    question().enter("It is warm.");
    ASSERT_TRUE(reviewShows());
    ASSERT_EQ(session->review()->rowCount(), 3);
    EXPECT_EQ(reviewed(0, ReviewModel::QuestionRole), "Tea or coffee?");
    EXPECT_EQ(reviewed(0, ReviewModel::AnswerRole), "Tea");
    EXPECT_EQ(reviewed(1, ReviewModel::AnswerRole), "3");
    EXPECT_EQ(reviewed(2, ReviewModel::AnswerRole), "It is warm.");
    session->finish();
    ASSERT_TRUE(eventually([&] { return session->stage() == Stage::Completed; }));
    auto const bundles = kiosk.practice.openAll(kiosk.outbox());
    ASSERT_EQ(bundles.size(), 1U);
    EXPECT_EQ(answersIn(responseIn(bundles[0]), "cups"), Json::parse(R"([{"valueInteger":3}])"));
    EXPECT_EQ(answersIn(responseIn(bundles[0]), "why"), Json::parse(R"([{"valueString":"It is warm."}])"));
}

TEST_F(Session, showsTheNextQuestionOnlyWhenTheAnswerIsDurable) {
    question().choose(0);
    session->next();
    EXPECT_TRUE(session->isBusy());
    EXPECT_EQ(at(), "drink") << "the disk has not answered yet";
    ASSERT_TRUE(settled());
    EXPECT_EQ(at(), "cups");
}

TEST_F(Session, aFailedWriteIsToldAndStaysAndCanBeTriedAgain) {
    journal.fault = ErrorKind::Full;
    question().choose(0);
    session->next();
    ASSERT_TRUE(settled());
    EXPECT_EQ(session->problem(), Problem::NotSaved);
    EXPECT_EQ(at(), "drink");
    session->retry();
    ASSERT_TRUE(settled());
    EXPECT_EQ(session->problem(), Problem::NotSaved) << "still full";
    journal.fault.reset();
    session->retry();
    ASSERT_TRUE(settled());
    EXPECT_EQ(session->problem(), Problem::None);
    EXPECT_EQ(at(), "cups") << "goes on where the person wanted to go";
}

TEST_F(Session, aFailedWriteOfASkipIsTriedAgainAsASkip) {
    question().choose(0);
    ASSERT_TRUE(nextShows("cups"));
    question().enter("3");
    ASSERT_TRUE(nextShows("why"));
    session->back();
    ASSERT_TRUE(settled());
    journal.fault = ErrorKind::Internal;
    session->skip();
    ASSERT_TRUE(settled());
    EXPECT_EQ(session->problem(), Problem::NotSaved);
    journal.fault.reset();
    session->retry();
    ASSERT_TRUE(settled());
    EXPECT_EQ(at(), "why");
}

TEST_F(Session, aFailedTapIsToldAtOnce) {
    journal.fault = ErrorKind::Full;
    question().choose(0);
    ASSERT_TRUE(eventually([&] { return session->problem() == Problem::NotSaved; }));
    journal.fault.reset();
    session->retry();
    ASSERT_TRUE(eventually([&] { return session->problem() == Problem::None; }));
    EXPECT_EQ(at(), "drink") << "nobody asked to go on";
}

TEST_F(Session, aRequiredQuestionNeedsAnAnswerAndCannotBeSkipped) {
    session->next();
    EXPECT_EQ(session->problem(), Problem::Missing);
    session->skip();
    EXPECT_EQ(at(), "drink");
    question().choose(1);
    EXPECT_EQ(session->problem(), Problem::None);
    ASSERT_TRUE(nextShows("milk"));
}

TEST_F(Session, aQuestionThatMayBeSkippedAsksForATap) {
    question().choose(1);
    ASSERT_TRUE(nextShows("milk"));
    session->next();
    EXPECT_EQ(session->problem(), Problem::Choose);
    session->skip();
    ASSERT_TRUE(settled());
    EXPECT_EQ(at(), "cups");
}

TEST_F(Session, wordsMayBeLeftOutByNext) {
    question().choose(0);
    ASSERT_TRUE(nextShows("cups"));
    question().enter("2");
    ASSERT_TRUE(nextShows("why"));
    question().enter("   ");
    ASSERT_TRUE(reviewShows());
    EXPECT_EQ(reviewed(2, ReviewModel::AnswerKindRole).value<ReviewModel::Answer>(), ReviewModel::Answer::None);
}

TEST_F(Session, saysWhatIsWrongWithANumber) {
    question().choose(0);
    ASSERT_TRUE(nextShows("cups"));
    EXPECT_EQ(question().least(), "1");
    EXPECT_EQ(question().most(), "40");
    struct Row {
        char const* typed;
        Problem problem;
    };
    for (auto const& [typed, problem] :
         {Row{"many", Problem::NotANumber}, Row{"0", Problem::OutOfRange}, Row{"41", Problem::OutOfRange},
          Row{"99999999999", Problem::NotANumber}, Row{"2.5", Problem::NotANumber}}) {
        question().enter(typed);
        EXPECT_EQ(session->problem(), Problem::None) << "typing takes the complaint away";
        session->next();
        EXPECT_EQ(session->problem(), problem) << typed;
        EXPECT_EQ(at(), "cups") << typed;
    }
    question().enter("40");
    EXPECT_TRUE(nextShows("why"));
}

TEST_F(Session, backKeepsWhatWasEntered) {
    question().choose(0);
    ASSERT_TRUE(nextShows("cups"));
    question().enter("7");
    session->back();
    ASSERT_TRUE(settled());
    EXPECT_EQ(at(), "drink");
    EXPECT_EQ(question().currentIndex(), 0);
    ASSERT_TRUE(nextShows("cups"));
    EXPECT_EQ(question().value(), "7");
}

TEST_F(Session, anAnswerDecidesWhichQuestionsCome) {
    question().choose(1);
    EXPECT_TRUE(nextShows("milk"));
    session->back();
    ASSERT_TRUE(settled());
    question().choose(0);
    EXPECT_TRUE(nextShows("cups"));
}

TEST_F(Session, anEditedAnswerBringsTheQuestionsItMakesAppearAndThenTheReview) {
    question().choose(0);
    ASSERT_TRUE(nextShows("cups"));
    question().enter("1");
    ASSERT_TRUE(nextShows("why"));
    ASSERT_TRUE(reviewShows());
    session->edit("cups");
    EXPECT_TRUE(session->isEditing());
    question().enter("2");
    ASSERT_TRUE(reviewShows());
    EXPECT_EQ(reviewed(1, ReviewModel::AnswerRole), "2");
    session->edit("drink");
    question().choose(1);
    ASSERT_TRUE(nextShows("milk"));
    question().choose(0);
    ASSERT_TRUE(reviewShows());
    EXPECT_EQ(reviewed(1, ReviewModel::AnswerKindRole).value<ReviewModel::Answer>(), ReviewModel::Answer::Yes);
}

TEST_F(Session, changesTheLanguageWithoutLosingWhatIsEntered) {
    question().choose(1);
    session->setLanguage("es");
    EXPECT_EQ(question().text(), "¿Té o café?");
    EXPECT_EQ(session->title(), "Muestra");
    EXPECT_EQ(question().currentIndex(), 1);
}

TEST_F(Session, aFailedSealingKeepsTheAnswersAndCanBeTriedAgain) {
    question().choose(0);
    ASSERT_TRUE(nextShows("cups"));
    session->skip();
    ASSERT_TRUE(settled());
    ASSERT_TRUE(reviewShows());
    journal.fault = ErrorKind::Full;
    session->finish();
    ASSERT_TRUE(settled());
    EXPECT_EQ(session->problem(), Problem::NotFinished);
    EXPECT_EQ(session->review()->rowCount(), 3);
    journal.fault.reset();
    session->retry();
    ASSERT_TRUE(eventually([&] { return session->stage() == Stage::Completed; }));
    EXPECT_EQ(kiosk.practice.openAll(kiosk.outbox()).size(), 1U);
}

TEST_F(Session, cancelDeletesWhatWasSaved) {
    question().choose(0);
    ASSERT_TRUE(nextShows("cups"));
    session->cancel();
    ASSERT_TRUE(eventually([&] { return session->stage() == Stage::Cancelled; }));
    EXPECT_TRUE(kiosk.practice.openAll(kiosk.outbox()).empty());
}

TEST_F(Session, aCancelThatFailedIsStillACancelWhenThePersonLeaves) {
    question().choose(0);
    ASSERT_TRUE(nextShows("cups"));
    journal.fault = ErrorKind::Full;
    session->cancel();
    ASSERT_TRUE(settled());
    EXPECT_EQ(session->problem(), Problem::NotDeleted);
    journal.fault.reset();
    session->abandon();
    bool done = false;
    store.tidyUp(&store, [&](auto const&) { done = true; });
    ASSERT_TRUE(eventually([&] { return done; }));
    EXPECT_TRUE(kiosk.practice.openAll(kiosk.outbox()).empty());
}

TEST_F(Session, nothingOfThePersonIsLeftInAnEndedSession) {
    question().choose(1);
    ASSERT_TRUE(nextShows("milk"));
    session->skip();
    ASSERT_TRUE(settled());
    question().enter("12");
    ASSERT_TRUE(nextShows("why"));
    question().enter("a secret");
    session->abandon();
    EXPECT_EQ(session->stage(), Stage::Abandoned);
    EXPECT_EQ(session->question(), nullptr);
    EXPECT_EQ(session->review()->rowCount(), 0);
}

TEST_F(Session, abandonSealsWhatWasConfirmedAsStopped) {
    question().choose(0);
    ASSERT_TRUE(nextShows("cups"));
    question().enter("5"); // typed, not confirmed
    session->abandon();
    ASSERT_TRUE(eventually([&] { return !kiosk.practice.openAll(kiosk.outbox()).empty(); }));
    auto const response = responseIn(kiosk.practice.openAll(kiosk.outbox())[0]);
    EXPECT_EQ(response.at("status"), "stopped");
    EXPECT_FALSE(answersIn(response, "drink").empty());
    EXPECT_TRUE(answersIn(response, "cups").empty());
}

TEST_F(Session, anAbandonedSessionGoesNowhereWhenTheDiskAnswersLate) {
    question().choose(0);
    session->next();
    session->abandon();
    bool done = false;
    store.tidyUp(&store, [&](auto const&) { done = true; });
    ASSERT_TRUE(eventually([&] { return done; }));
    EXPECT_EQ(session->stage(), Stage::Abandoned);
    EXPECT_EQ(session->question(), nullptr);
    EXPECT_FALSE(session->isBusy());
}

TEST_F(Session, aWriteThatFailsAfterTheEndIsNoProblemOfAnybody) {
    journal.fault = ErrorKind::Full;
    question().choose(0);
    session->abandon();
    QCoreApplication::processEvents();
    EXPECT_EQ(session->problem(), Problem::None);
}

TEST_F(Session, nothingMovesWhileTheAnswersAreHandedIn) {
    question().choose(0);
    ASSERT_TRUE(nextShows("cups"));
    session->skip();
    ASSERT_TRUE(settled());
    ASSERT_TRUE(reviewShows());
    session->finish();
    session->back();
    EXPECT_EQ(session->stage(), Stage::Reviewing) << "an answer given now would be lost";
    ASSERT_TRUE(eventually([&] { return session->stage() == Stage::Completed; }));
}

TEST_F(Prefilled, anAnswerThatTheFormBringsCountsOnceThePersonHasConfirmedIt) {
    question().choose(0);
    ASSERT_TRUE(nextShows("cups"));
    EXPECT_EQ(question().value(), "3");
    ASSERT_TRUE(nextShows("why"));
    session->abandon();
    auto const response = sealed();
    EXPECT_EQ(answersIn(response, "cups"), Json::parse(R"([{"valueInteger":3}])"));
    EXPECT_TRUE(answersIn(response, "why").empty()) << "nobody has confirmed it";
}

TEST_F(Prefilled, anAnswerThatTheFormBringsCanBeDeclined) {
    question().choose(0);
    ASSERT_TRUE(nextShows("cups"));
    session->skip();
    ASSERT_TRUE(settled());
    question().enter("");
    ASSERT_TRUE(reviewShows());
    session->finish();
    ASSERT_TRUE(eventually([&] { return session->stage() == Stage::Completed; }));
    auto const response = sealed();
    EXPECT_TRUE(answersIn(response, "cups").empty());
    EXPECT_TRUE(answersIn(response, "why").empty());
}

TEST_F(Calculating, aCalculatedAnswerThatThePersonErasedIsNotSealed) {
    question().enter("2");
    ASSERT_TRUE(nextShows("a"));
    named("a").enter("3");
    ASSERT_TRUE(nextShows("sum"));
    EXPECT_EQ(question().value(), "5");
    question().enter("");
    session->skip();
    ASSERT_TRUE(eventually([&] { return session->stage() == Stage::Reviewing; }));
    EXPECT_TRUE(answersIn(sealed(), "sum").empty());
}

TEST_F(Calculating, whatIsTypedWrongInAQuestionThatHasJustComeIsLeftBehind) {
    question().enter("2");
    ASSERT_TRUE(nextShows("a"));
    named("a").enter("3");
    named("more").enter("12");
    named("more").enter("125");
    session->back();
    ASSERT_TRUE(settled());
    ASSERT_TRUE(nextShows("a"));
    EXPECT_EQ(named("more").value(), "") << "12 was never confirmed";
}

TEST_F(Calculating, aCalculationIsFollowedAgainWhereWhatWasTypedWasWrong) {
    question().enter("2");
    ASSERT_TRUE(nextShows("a"));
    named("a").enter("3");
    ASSERT_TRUE(nextShows("sum"));
    question().enter("6");
    question().enter("6-");
    session->back();
    ASSERT_TRUE(settled());
    named("a").enter("4");
    ASSERT_TRUE(nextShows("sum"));
    EXPECT_EQ(question().value(), "6") << "2 + 4";
    ASSERT_TRUE(reviewShows());
    EXPECT_EQ(answersIn(sealed(), "sum"), Json::parse(R"([{"valueInteger":6}])"));
}

TEST_F(Grouped, aGroupThatWantsAnAnswerLeadsToItsFirstQuestion) {
    session->skip();
    ASSERT_TRUE(settled());
    session->skip();
    ASSERT_TRUE(settled());
    session->finish();
    EXPECT_EQ(session->problem(), Problem::Missing);
    ASSERT_NE(session->question(), nullptr);
    EXPECT_EQ(at(), "inside");
    question().choose(0);
    ASSERT_TRUE(reviewShows());
    session->finish();
    EXPECT_TRUE(eventually([&] { return session->stage() == Stage::Completed; }));
}

TEST_F(Grouped, ownWordsOustNoneOfThese) {
    question().choose(1);
    question().enterOwnWords("honey");
    EXPECT_EQ(question().currentIndex(), -1);
    ASSERT_TRUE(nextShows("inside")) << int(session->problem());
}

TEST_F(Phq9, showsTheSafetyTextAtOnceWhenTheNinthItemIsAboveZero) {
    for (int i = 0; i < 8; ++i) {
        question().choose(0);
        session->next();
        ASSERT_TRUE(settled());
        EXPECT_FALSE(session->isSafetyDue());
    }
    question().choose(0);
    EXPECT_FALSE(session->isSafetyDue());
    question().choose(1);
    EXPECT_TRUE(session->isSafetyDue()) << "before Next";
    EXPECT_EQ(session->safetyPhone(), "988");
    EXPECT_EQ(session->safetyName(), "Crisis line");
    session->setLanguage("es");
    EXPECT_EQ(session->safetyName(), "Línea de ayuda");
    session->understoodSafety();
    EXPECT_FALSE(session->isSafetyDue());
    question().choose(2);
    EXPECT_FALSE(session->isSafetyDue()) << "not twice for the same";
    EXPECT_TRUE(session->wasSafetyTold());
    question().choose(0);
    question().choose(3);
    EXPECT_TRUE(session->isSafetyDue()) << "again when it comes up again";
}

TEST_F(Phq9, saysBeforeEveryQuestionWhatItsGroupSays) {
    EXPECT_TRUE(session->page()->preamble().contains("last 2 weeks")) << session->page()->preamble().toStdString();
    EXPECT_EQ(question().optionTexts().size(), 4);
}

TEST_F(Today, isTheDayTheVisitBegan) {
    question().choose(0);
    session->next();
    ASSERT_TRUE(settled());
    ASSERT_TRUE(reviewShows()) << "behind the day, which is only shown";
    session->finish();
    ASSERT_TRUE(eventually([&] { return session->stage() == Stage::Completed; }));
    auto const response = responseIn(kiosk.practice.openAll(kiosk.outbox()).at(0));
    auto const now = std::chrono::system_clock::to_time_t(kiosk.clock.now());
    std::ostringstream today;
    today << std::put_time(std::localtime(&now), "%Y-%m-%d");
    EXPECT_EQ(answersIn(response, "day"), Json::array({Json{{"valueDate", today.str()}}}));
}

} // namespace kiosk::viewmodels
