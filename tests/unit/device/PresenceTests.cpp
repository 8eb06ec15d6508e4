#include "kiosk/device/Presence.h"
#include "tests/unit/device/FakeInput.h"

#include <QSignalSpy>

namespace kiosk::device {
namespace {

using namespace std::chrono_literals;

struct PresenceTest : ::testing::Test {
    QTemporaryDir folder;
    std::optional<InputSwitch::Which> asked; // of the devices
    bool before = true;                      // somebody stands there when a device is opened
    Presence presence{folder.path().toStdString(), [this](InputSwitch::Which which) -> InputSwitch::Probe {
                          asked = which;
                          return [this](int) { return std::optional(before); };
                      }};
    QSignalSpy left{&presence, &Presence::left};

    static constexpr auto longEnough = 20 * 50; // ms: of the time that `away` is here
};

TEST_F(PresenceTest, whoGoesIsNoticedAfterTheTime) {
    const FakeInput sensor(folder, "event4");
    presence.watch(50ms, {});
    sensor.turns(EV_SW, SW_FRONT_PROXIMITY, false);
    EXPECT_TRUE(left.wait());
    EXPECT_FALSE(left.wait(longEnough)) << "once";
    sensor.turns(EV_SW, SW_FRONT_PROXIMITY, true);
    EXPECT_FALSE(left.wait(longEnough)) << "somebody has come";
    sensor.turns(EV_SW, SW_FRONT_PROXIMITY, false);
    EXPECT_TRUE(left.wait()) << "and the next";
}

TEST_F(PresenceTest, whoStepsAsideForAMomentHasNotGone) {
    const FakeInput sensor(folder, "event4");
    presence.watch(500ms, {});
    sensor.turns(EV_SW, SW_FRONT_PROXIMITY, false);
    sensor.turns(EV_SW, SW_FRONT_PROXIMITY, true);
    EXPECT_FALSE(left.wait(longEnough));
}

TEST_F(PresenceTest, aKeyOfAGpioDoesTheSame) {
    const FakeInput sensor(folder, "event4");
    presence.watch(50ms, KEY_PROG1);
    ASSERT_TRUE(asked);
    EXPECT_EQ(asked->type, EV_KEY);
    EXPECT_EQ(asked->code, KEY_PROG1);
    sensor.turns(EV_SW, SW_FRONT_PROXIMITY, false);
    EXPECT_FALSE(left.wait(longEnough)) << "that is another";
    sensor.turns(EV_KEY, KEY_PROG1, false);
    EXPECT_TRUE(left.wait());
}

TEST_F(PresenceTest, aSensorThatIsTakenAwaySaysNothing) {
    const FakeInput sensor(folder, "event4");
    presence.watch(50ms, {});
    std::filesystem::remove(folder.filePath(QStringLiteral("event4")).toStdString());
    EXPECT_FALSE(left.wait(longEnough));
}

TEST_F(PresenceTest, withoutASensorOrUnwatchedNobodyGoes) {
    presence.watch(50ms, {});
    EXPECT_FALSE(left.wait(longEnough));
    const FakeInput sensor(folder, "event4");
    presence.watch(50ms, {});
    sensor.turns(EV_SW, SW_FRONT_PROXIMITY, false);
    QCoreApplication::processEvents(); // it is read
    presence.rest();
    EXPECT_FALSE(left.wait(longEnough));
}

} // namespace
} // namespace kiosk::device
