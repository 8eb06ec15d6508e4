#include "kiosk/device/Headphones.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <linux/input.h>
#include <sys/stat.h>
#include <unistd.h>

namespace kiosk::device {
namespace {

/// An input device that the test speaks for: a pipe that carries the kernel's own records, and the answer to the
/// question for the switch. (This machine has no uinput.)
class Device {
public:
    Device(QTemporaryDir const& folder, char const* name) {
        auto const file = folder.filePath(QString::fromLatin1(name)).toStdString();
        if (::mkfifo(file.c_str(), 0600) == 0) m_pipe = ::open(file.c_str(), O_RDWR | O_CLOEXEC);
    }
    ~Device() { ::close(m_pipe); }
    Device(Device const&) = delete;

    void tells(unsigned short type, unsigned short code, int value) const {
        input_event event{};
        event.type = type;
        event.code = code;
        event.value = value;
        ASSERT_EQ(::write(m_pipe, &event, sizeof event), ssize_t(sizeof event));
    }
    void plugs(bool in) const {
        tells(EV_SW, SW_HEADPHONE_INSERT, in);
        tells(EV_SYN, SYN_REPORT, 0);
    }

private:
    int m_pipe = -1;
};

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
    const Device socket(folder, "event3");
    auto const headphones = open();
    EXPECT_FALSE(headphones->arePlugged());
    QSignalSpy changed(headphones.get(), &Headphones::pluggedChanged);
    socket.plugs(true);
    EXPECT_TRUE(waitFor(changed, true));
    EXPECT_TRUE(headphones->arePlugged());
    socket.plugs(false);
    EXPECT_TRUE(waitFor(changed, false));
    EXPECT_FALSE(headphones->arePlugged());
}

TEST_F(HeadphonesTest, thatAreInAlreadyAreNoticedAtTheStart) {
    const Device socket(folder, "event3");
    state = true;
    EXPECT_TRUE(open()->arePlugged());
}

TEST_F(HeadphonesTest, onlyTheirOwnSwitchCounts) {
    const Device socket(folder, "event3");
    auto const headphones = open();
    QSignalSpy changed(headphones.get(), &Headphones::pluggedChanged);
    socket.tells(EV_SW, SW_LID, 1);
    socket.tells(EV_SW, SW_MICROPHONE_INSERT, 1);
    socket.tells(EV_KEY, KEY_A, 1);
    EXPECT_FALSE(changed.wait(200));
    EXPECT_FALSE(headphones->arePlugged());
}

TEST_F(HeadphonesTest, aDeviceWithoutTheSwitchIsNotListenedTo) {
    const Device keyboard(folder, "event0");
    state = std::nullopt;
    auto const headphones = open();
    QSignalSpy changed(headphones.get(), &Headphones::pluggedChanged);
    keyboard.plugs(true);
    EXPECT_FALSE(changed.wait(200));
}

TEST_F(HeadphonesTest, aSocketThatComesLaterIsFound) {
    auto const headphones = open();
    QSignalSpy changed(headphones.get(), &Headphones::pluggedChanged);
    state = true;
    const Device socket(folder, "event9");
    EXPECT_TRUE(waitFor(changed, true));
}

TEST_F(HeadphonesTest, afterLostEventsTheDeviceIsAsked) {
    const Device socket(folder, "event3");
    auto const headphones = open();
    QSignalSpy changed(headphones.get(), &Headphones::pluggedChanged);
    state = true;
    socket.tells(EV_SYN, SYN_DROPPED, 0);
    EXPECT_TRUE(waitFor(changed, true));
}

TEST_F(HeadphonesTest, aSoundCardThatIsTakenAwayTakesThemAlong) {
    const Device socket(folder, "event3");
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
