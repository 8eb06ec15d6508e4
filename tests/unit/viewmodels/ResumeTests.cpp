// Visits with a code that somebody was called away from: how long they are kept, and when not at all.
#include "tests/unit/viewmodels/Fixtures.h"

#include "kiosk/core/packs/VisitCodes.h"

namespace kiosk::viewmodels {

using namespace std::chrono_literals;

namespace {

struct Resumed : ::testing::Test {
    static Practice::PackWish wish(int minutes = 60) {
        Practice::PackWish wish;
        wish.settings["visit_codes"] = {
            {"resume_min", minutes},
            {"rules", Json::array({Json{{"prefix", "21"}, {"instruments", {"visit-experience", "phq-9"}}}})}};
        return wish;
    }
    std::optional<EnrolledKiosk> kiosk{std::in_place, wish()};
    std::unique_ptr<Storeroom> room = *kiosk->open();
    const std::string code = packs::makeVisitCode("21", 7);

    Uuid begin(std::string const& instrument = "visit-experience", bool withCode = true) {
        auto const* found = room->catalogue->find(instrument, "en");
        store::Draft draft{Uuid::random(), found->form->canonical(), instrument, "en", kiosk->clock.now(), {}};
        if (withCode) draft.visitCode = code;
        EXPECT_TRUE(room->keeper.begin(draft));
        return draft.record;
    }
    Uuid beginWithAnswer(bool withCode = true) {
        auto const record = begin("visit-experience", withCode);
        EXPECT_TRUE(room->keeper.save(record, "recommend", R"([{"valueInteger":7}])"));
        return record;
    }
    void stop(Uuid const& record) { EXPECT_TRUE(room->keeper.finish(record, Ending::Stopped, "es")); }
    [[nodiscard]] bool isKept() {
        EXPECT_TRUE(room->keeper.recover());
        return room->store.openDrafts()->size() == 1;
    }
    std::vector<Json> sent() {
        EXPECT_TRUE(room->keeper.publishSealed());
        return kiosk->practice.openAll(kiosk->outbox());
    }
};

} // namespace

TEST_F(Resumed, isKeptForItsTimeThenSealedAsStopped) {
    stop(beginWithAnswer());
    EXPECT_FALSE(room->keeper.isVisited());
    kiosk->clock.time += 60min - 1s;
    EXPECT_TRUE(isKept());
    kiosk->clock.time += 1s;
    EXPECT_FALSE(isKept());
    ASSERT_EQ(sent().size(), 1U);
    EXPECT_EQ(responseIn(sent()[0]).at("status"), "stopped");
    EXPECT_EQ(responseIn(sent()[0]).at("language"), "es");
    EXPECT_FALSE(*room->keeper.resume(code));
}

TEST_F(Resumed, comesBackWithItsAnswersAndIsInProgressAgain) {
    auto const record = beginWithAnswer();
    stop(record);
    EXPECT_FALSE(*room->keeper.resume(packs::makeVisitCode("21", 8))) << "another's";
    auto const draft = room->keeper.resume(code);
    ASSERT_TRUE(draft && *draft);
    EXPECT_EQ((*draft)->record, record);
    EXPECT_EQ((*draft)->language, "es");
    EXPECT_EQ((*draft)->answers.size(), 1U);
    EXPECT_TRUE(room->keeper.isVisited());
    EXPECT_FALSE(*room->keeper.resume(code)) << "once at a time";
    kiosk->clock.time += 3h;
    EXPECT_TRUE(isKept()) << "somebody is answering";
    ASSERT_TRUE(room->keeper.finish(record, Ending::Completed, "es"));
    EXPECT_EQ(responseIn(sent().at(0)).at("status"), "completed");
}

TEST_F(Resumed, outlivesACrashAsLongAsItWouldHaveOutlivedBeingLeft) {
    beginWithAnswer();
    room.reset();
    room = *kiosk->open();
    EXPECT_TRUE(isKept());
    kiosk->clock.time += 60min;
    EXPECT_FALSE(isKept());
    EXPECT_EQ(sent().size(), 1U);
}

TEST_F(Resumed, isNotKeptUnderAClockThatWasSetBack) {
    stop(beginWithAnswer());
    kiosk->clock.time -= 1s;
    EXPECT_FALSE(isKept());
    EXPECT_EQ(sent().size(), 1U);
}

TEST_F(Resumed, isNotKeptWithoutACodeAnAnswerOrWhereThePracticeDoesNotWantIt) {
    stop(beginWithAnswer(false));
    stop(begin());
    EXPECT_FALSE(isKept());
    EXPECT_EQ(sent().size(), 1U);
    room.reset();
    kiosk.emplace(wish(0));
    room = *kiosk->open();
    stop(beginWithAnswer());
    EXPECT_FALSE(isKept());
    EXPECT_EQ(sent().size(), 1U);
}

TEST_F(Resumed, isSealedAtOnceWhereSomebodyMayBeInDanger) {
    auto const record = begin("phq-9");
    auto const several = R"([{"valueCoding":{"system":"http://loinc.org","code":"LA6569-3"}}])"; // item 9
    ASSERT_TRUE(room->keeper.save(record, "phq9.9", several));
    stop(record);
    EXPECT_FALSE(isKept());
    EXPECT_EQ(sent().size(), 1U);
}

} // namespace kiosk::viewmodels
