#include "tests/unit/staff/Doors.h"

#include <ctime>
#include <stdexcept>

namespace kiosk::staff {
namespace {

using namespace std::chrono_literals;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

TEST_F(Doors, letsInWithTheStartCodeOnceAndWithTheChosenPinFromThenOn) {
    auto door = openDoor();
    EXPECT_FALSE(door.standing(nurse)->hasPin);
    ASSERT_EQ(door.withCode(nurse, secret(startCode)), Answer::Right);
    EXPECT_EQ(door.who(), nullptr) << "a PIN comes first";
    ASSERT_EQ(door.choosePin(secret(goodPin)), PinFault::None);
    EXPECT_EQ(door.who()->name, "Nina");
    ASSERT_TRUE(door.signOff(SignOff::Asked));
    EXPECT_EQ(door.who(), nullptr);

    EXPECT_EQ(door.withCode(nurse, secret(startCode)), Answer::Wrong) << "used";
    EXPECT_EQ(door.withPin(nurse, secret(goodPin)), Answer::Right);
    EXPECT_TRUE(door.standing(nurse)->hasPin);
    EXPECT_EQ(door.who()->id, nurse);
}

TEST_F(Doors, aCodeIsUsedUpOnlyWithThePinThatWasChosen) {
    auto door = openDoor();
    ASSERT_EQ(door.withCode(nurse, secret(startCode)), Answer::Right);
    EXPECT_EQ(door.choosePin(secret("123456")), PinFault::TooSimple);
    ASSERT_TRUE(door.signOff(SignOff::Asked));
    EXPECT_EQ(door.choosePin(secret(goodPin)).error().kind, ErrorKind::Denied) << "the code's moment is over";
    choosePin(door, nurse);
}

TEST_F(Doors, aCodeWaitsNoLongerForAPinThanAnybodyStays) {
    auto door = openDoor();
    ASSERT_EQ(door.withCode(nurse, secret(startCode)), Answer::Right);
    uptime.pass(Door::idleLimit);
    EXPECT_EQ(door.choosePin(secret(goodPin)).error().kind, ErrorKind::Denied);
    EXPECT_FALSE(*m_store->isCodeUsed(hashed(startCode)));
}

TEST_F(Doors, usedCodesAreRememberedAcrossRestarts) {
    {
        auto door = openDoor();
        choosePin(door, nurse);
    }
    reopenStore();
    auto door = openDoor();
    EXPECT_EQ(door.withCode(nurse, secret(startCode)), Answer::Wrong);
    EXPECT_EQ(door.withCode(nurse, secret(otherCode)), Answer::Right) << "the recovery code";
}

TEST_F(Doors, aCodeOfSomebodyElseIsWrong) {
    auto door = openDoor();
    EXPECT_EQ(door.withCode(manager, secret(otherCode)), Answer::Wrong);
}

TEST_F(Doors, tenWrongPinsTakeEverLonger) {
    auto door = openDoor();
    choosePin(door, nurse);
    constexpr std::array<std::chrono::seconds, 10> waits{0s, 0s, 30s, 1min, 2min, 5min, 15min, 30min, 1h, 1h};
    for (auto const wait : waits) {
        ASSERT_EQ(door.withPin(nurse, secret("111222")), Answer::Wrong);
        EXPECT_EQ(door.standing(nurse)->pinWait, wait);
        if (wait == 0s) continue;
        EXPECT_EQ(door.withPin(nurse, secret(goodPin)), Answer::Wait);
        uptime.pass(wait - 1ms);
        EXPECT_EQ(door.withPin(nurse, secret(goodPin)), Answer::Wait);
        uptime.pass(1ms);
    }
    EXPECT_EQ(door.withPin(nurse, secret(goodPin)), Answer::Right);
    EXPECT_EQ(door.withPin(nurse, secret("111222")), Answer::Wrong);
    EXPECT_EQ(door.standing(nurse)->pinWait, 0s) << "a right one began the count anew";
}

TEST_F(Doors, twentyWrongPinsCloseItUntilACodeChoosesAnother) {
    auto door = openDoor();
    choosePin(door, nurse);
    for (unsigned i = 0; i < mostTries; ++i) {
        ASSERT_EQ(door.withPin(nurse, secret("111222")), Answer::Wrong) << i;
        uptime.pass(1h);
    }
    EXPECT_TRUE(door.standing(nurse)->pinIsClosed);
    EXPECT_EQ(door.withPin(nurse, secret(goodPin)), Answer::Closed);
    EXPECT_EQ(door.standing(manager)->pinIsClosed, false) << "one for each person";
    choosePin(door, nurse, otherCode);
    EXPECT_EQ(door.withPin(nurse, secret(goodPin)), Answer::Right);
}

TEST_F(Doors, wrongCodesTakeEverLongerButNeverClose) {
    auto door = openDoor();
    for (unsigned i = 0; i < 2 * mostTries; ++i) {
        ASSERT_EQ(door.withCode(nurse, secret("000000000000")), Answer::Wrong) << i;
        uptime.pass(1h);
    }
    EXPECT_EQ(door.withCode(nurse, secret(startCode)), Answer::Right);
}

// The one who compares pulls the plug.
TEST_F(Doors, aPowerCutBetweenCountAndCompareHasUsedTheTryUp) {
    {
        auto door = openDoor();
        choosePin(door, nurse);
    }
    for (unsigned i = 1; i <= 3; ++i) {
        auto door = openDoor([](auto const&, auto const&) -> bool { throw std::runtime_error("no power"); });
        EXPECT_THROW((void)door.withPin(nurse, secret("111222")), std::runtime_error);
        reopenStore();
        EXPECT_EQ(m_store->signIn(nurse)->value().pinTries.count, i);
    }
    auto door = openDoor();
    EXPECT_EQ(door.withPin(nurse, secret(goodPin)), Answer::Wait);
    EXPECT_EQ(door.standing(nurse)->pinWait, 30s);
}

TEST_F(Doors, aNewStartOfTheMachineBeginsTheWaitAnew) {
    auto door = openDoor();
    choosePin(door, nurse);
    for (int i = 0; i < 3; ++i) (void)door.withPin(nurse, secret("111222"));
    uptime.pass(29s);
    EXPECT_EQ(door.standing(nurse)->pinWait, 1s);

    uptime.boot();
    reopenStore();
    auto again = openDoor();
    EXPECT_EQ(again.standing(nurse)->pinWait, 30s);
    uptime.pass(30s);
    EXPECT_EQ(again.withPin(nurse, secret(goodPin)), Answer::Right);
}

TEST_F(Doors, aNewStartOfTheProgramAloneDoesNot) {
    auto door = openDoor();
    choosePin(door, nurse);
    for (int i = 0; i < 3; ++i) (void)door.withPin(nurse, secret("111222"));
    uptime.pass(20s);
    reopenStore();
    EXPECT_EQ(openDoor().standing(nurse)->pinWait, 10s);
}

TEST(Waits, doNotShrinkWhereTimeRanBackwards) {
    const Uuid boot = Uuid::random();
    const store::Tries tries{3, boot, 100s};
    EXPECT_EQ(waitLeft(tries, {boot, 50s}), 30s) << "never more than the whole";
    EXPECT_EQ(waitLeft(tries, {boot, 500h}), 0s);
    EXPECT_EQ(waitLeft(tries, {Uuid::random(), 500h}), 30s) << "time of another run says nothing";
}

TEST_F(Doors, somebodyUnknownIsComparedAsOftenAsSomebodyKnown) {
    std::vector<std::string> compared;
    auto const listen = [&](std::string const& hash, SecretBytes const&) {
        compared.push_back(hash);
        return false;
    };
    {
        auto door = openDoor();
        choosePin(door, nurse);
    }
    auto door = openDoor(listen);
    for (auto const& user : {nurse, manager, Uuid::random()}) {
        compared.clear();
        EXPECT_EQ(door.withPin(user, secret(goodPin)), Answer::Wrong);
        ASSERT_EQ(compared.size(), 1U);
        EXPECT_TRUE(crypto::isPasswordHash(compared[0])) << "as dear as a real one";
        compared.clear();
        EXPECT_EQ(door.withCode(user, secret(startCode)), Answer::Wrong);
        EXPECT_EQ(compared.size(), packs::mostCodes);
    }
}

/// CPU time of this thread.
double secondsOf(std::function<void()> const& work) {
    auto const now = [] {
        timespec time{};
        ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
    };
    auto const begin = now();
    work();
    return now() - begin;
}

TEST_F(Doors, somebodyUnknownTakesAsLongAsSomebodyKnown) {
    auto door = openDoor(&crypto::passwordMatches);
    staff.members[0].codes = {crypto::passwordHash(secret(startCode))};
    ASSERT_TRUE(door.use(staff));
    choosePin(door, nurse);
    auto const known = secondsOf([&] { EXPECT_EQ(door.withPin(nurse, secret("111222")), Answer::Wrong); });
    auto const unknown = secondsOf([&] { EXPECT_EQ(door.withPin(Uuid::random(), secret("111222")), Answer::Wrong); });
    EXPECT_GT(unknown, known / 2);
    EXPECT_LT(unknown, known * 2);
}

TEST_F(Doors, whoIsRemovedWhileSignedInIsOutAtOnceAndForgotten) {
    auto door = openDoor();
    choosePin(door, nurse);
    ASSERT_EQ(door.withPin(nurse, secret(goodPin)), Answer::Right);
    ASSERT_TRUE(door.permit(Action::DeviceStatus));
    staff.members.erase(staff.members.begin());
    ASSERT_TRUE(door.use(staff));
    EXPECT_EQ(door.who(), nullptr);
    EXPECT_EQ(door.permit(Action::DeviceStatus).error().kind, ErrorKind::Denied);
    EXPECT_EQ(door.withPin(nurse, secret(goodPin)), Answer::Wrong);
    EXPECT_FALSE(*m_store->signIn(nurse));
    EXPECT_THAT(auditedEvents(), Contains("staff-forgotten"));
}

TEST_F(Doors, aRoleTakenAwayCountsAtOnce) {
    auto door = openDoor();
    choosePin(door, both, otherCode);
    ASSERT_EQ(door.withPin(both, secret(goodPin)), Answer::Right);
    ASSERT_TRUE(door.permit(Action::ShowLogs));
    staff.members[2].roles = {Role::Staff};
    ASSERT_TRUE(door.use(staff));
    EXPECT_FALSE(door.permit(Action::ShowLogs));
    EXPECT_TRUE(door.permit(Action::DeviceStatus));
}

TEST_F(Doors, twoMinutesWithoutATouchSignOff) {
    auto door = openDoor();
    choosePin(door, nurse);
    ASSERT_EQ(door.withPin(nurse, secret(goodPin)), Answer::Right);
    uptime.pass(119s);
    EXPECT_TRUE(door.permit(Action::DeviceStatus));
    uptime.pass(119s);
    door.stay();
    uptime.pass(119s);
    EXPECT_TRUE(door.permit(Action::DeviceStatus));
    uptime.pass(120s);
    door.stay();
    EXPECT_FALSE(door.permit(Action::DeviceStatus));
    EXPECT_EQ(door.who(), nullptr);
    EXPECT_THAT(lastDetail(), HasSubstr("idle"));
}

TEST_F(Doors, everyStepIsAuditedWithWhoAndOutcomeAndWithoutSecrets) {
    auto door = openDoor();
    choosePin(door, manager);
    (void)door.withPin(manager, secret("550123"));
    (void)door.withPin(manager, secret(goodPin));
    (void)door.permit(Action::ShowLogs);
    (void)door.permit(Action::StartSurvey);
    (void)door.report(manager, Action::ExportSealedData, false);
    EXPECT_THAT(auditedEvents(), testing::ElementsAre("staff-try", "staff-answer", "staff-pin-chosen", "staff-sign-off",
                                                      "staff-try", "staff-answer", "staff-try", "staff-answer",
                                                      "staff-action", "staff-action", "staff-action"));
    std::string all;
    for (auto const& row : audited()) {
        EXPECT_THAT(row.detail, HasSubstr(manager.toString()));
        all += row.detail + "\n";
    }
    EXPECT_THAT(all, HasSubstr(R"("what":"show-logs","outcome":"permitted")"));
    EXPECT_THAT(all, HasSubstr(R"("what":"start-survey","outcome":"refused")"));
    EXPECT_THAT(all, HasSubstr(R"("what":"export-sealed-data","outcome":"failed")"));
    EXPECT_THAT(all, HasSubstr(R"("outcome":"wrong")"));
    for (auto const typed : {goodPin, startCode, std::string_view("550123"), std::string_view("argon2")})
        EXPECT_THAT(all, Not(HasSubstr(std::string(typed))));
    EXPECT_TRUE(m_store->verifyAudit());
}

TEST_F(Doors, aTryThatCannotBeCountedIsNotLookedAt) {
    auto door = openDoor();
    choosePin(door, nurse);
    std::filesystem::remove(anchorFile());
    std::filesystem::create_directory(anchorFile()); // a file cannot take its place
    std::filesystem::create_directory(anchorFile() / "in the way");
    EXPECT_FALSE(door.withPin(nurse, secret(goodPin)));
    EXPECT_EQ(door.who(), nullptr);
}

} // namespace
} // namespace kiosk::staff
