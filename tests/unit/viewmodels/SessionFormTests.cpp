// A SurveySession over forms that bring answers, calculate, or ask several things at once.
#include "tests/unit/viewmodels/SessionForms.h"
#include "tests/unit/viewmodels/Sessions.h"

#include <ctime>
#include <iomanip>
#include <sstream>

namespace kiosk::viewmodels {

namespace {

using Stage = SurveySession::Stage;
using Problem = SurveySession::Problem;
using Kind = Question::Kind;

struct Prefilled : Session {
    Prefilled() : Session("sample", formWithInitialAnswers()) {}
    Json sealed() {
        EXPECT_TRUE(eventually([this] { return !kiosk.practice.openAll(kiosk.outbox()).empty(); }));
        return responseIn(kiosk.practice.openAll(kiosk.outbox()).at(0));
    }
};

struct Grouped : Session {
    Grouped() : Session("sample", formOfGroupAndOwnWords()) {}
};

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
