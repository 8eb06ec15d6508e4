#include "tests/unit/viewmodels/Sessions.h"

namespace kiosk::viewmodels {

namespace {

using Stage = SurveySession::Stage;
using Problem = SurveySession::Problem;
using Kind = Question::Kind;

struct Phq9 : Session {
    Phq9() : Session("phq-9", Practice::formOf("phq-9")) {}
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

} // namespace kiosk::viewmodels
