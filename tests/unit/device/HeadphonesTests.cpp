#include "kiosk/device/Headphones.h"
#include "tests/unit/device/FakeInput.h"

#include <QSignalSpy>

namespace kiosk::device {
namespace {

struct HeadphonesTest : ::testing::Test {
    QTemporaryDir folder;
    std::optional<bool> state = false; // as the kernel would answer

    [[nodiscard]] std::unique_ptr<Headphones> open() {
        return std::make_unique<Headphones>(folder.path().toStdString(), [this](int) { return state; });
    }
    static bool waitFor(QSignalSpy& spy, bool plugged) {
        return (!spy.isEmpty() || spy.wait()) && spy.takeFirst().at(0).toBool() == plugged;
    }
};

TEST_F(HeadphonesTest, areNoticedAsTheyComeAndGo) {
    const FakeInput socket(folder, "event3");
    auto const headphones = open();
    EXPECT_FALSE(headphones->arePlugged());
    QSignalSpy changed(headphones.get(), &Headphones::pluggedChanged);
    socket.turns(EV_SW, SW_HEADPHONE_INSERT, true);
    EXPECT_TRUE(waitFor(changed, true));
    EXPECT_TRUE(headphones->arePlugged());
    socket.turns(EV_SW, SW_HEADPHONE_INSERT, false);
    EXPECT_TRUE(waitFor(changed, false));
    EXPECT_FALSE(headphones->arePlugged());
}

TEST_F(HeadphonesTest, thatAreInAlreadyAreNoticedAtTheStart) {
    const FakeInput socket(folder, "event3");
    state = true;
    EXPECT_TRUE(open()->arePlugged());
}

TEST_F(HeadphonesTest, onlyTheirOwnSwitchCounts) {
    const FakeInput socket(folder, "event3");
    auto const headphones = open();
    QSignalSpy changed(headphones.get(), &Headphones::pluggedChanged);
    socket.tells(EV_SW, SW_LID, 1);
    socket.tells(EV_SW, SW_MICROPHONE_INSERT, 1);
    socket.tells(EV_KEY, KEY_A, 1);
    EXPECT_FALSE(changed.wait(200));
    EXPECT_FALSE(headphones->arePlugged());
}

TEST_F(HeadphonesTest, aDeviceWithoutTheSwitchIsNotListenedTo) {
    const FakeInput keyboard(folder, "event0");
    state = std::nullopt;
    auto const headphones = open();
    QSignalSpy changed(headphones.get(), &Headphones::pluggedChanged);
    keyboard.turns(EV_SW, SW_HEADPHONE_INSERT, true);
    EXPECT_FALSE(changed.wait(200));
}

TEST_F(HeadphonesTest, aSocketThatComesLaterIsFound) {
    auto const headphones = open();
    QSignalSpy changed(headphones.get(), &Headphones::pluggedChanged);
    state = true;
    const FakeInput socket(folder, "event9");
    EXPECT_TRUE(waitFor(changed, true));
}

TEST_F(HeadphonesTest, afterLostEventsTheDeviceIsAsked) {
    const FakeInput socket(folder, "event3");
    auto const headphones = open();
    QSignalSpy changed(headphones.get(), &Headphones::pluggedChanged);
    state = true;
    socket.tells(EV_SYN, SYN_DROPPED, 0);
    EXPECT_TRUE(waitFor(changed, true));
}

TEST_F(HeadphonesTest, aSoundCardThatIsTakenAwayTakesThemAlong) {
    const FakeInput socket(folder, "event3");
    state = true;
    auto const headphones = open();
    QSignalSpy changed(headphones.get(), &Headphones::pluggedChanged);
    std::filesystem::remove(folder.filePath(QStringLiteral("event3")).toStdString());
    EXPECT_TRUE(waitFor(changed, false));
}

TEST(HeadphonesOfThisMachine, areNotPluggedWhereThereIsNoSocket) {
    const Headphones headphones("/nowhere");
    EXPECT_FALSE(headphones.arePlugged());
}

} // namespace
} // namespace kiosk::device
