#include "tests/unit/viewmodels/Fixtures.h"

#include <QSignalSpy>
#include <QTouchEvent>

namespace kiosk::viewmodels {

namespace {

using namespace std::chrono_literals;

struct Idle : ::testing::Test {
    FakeSteady steady;
    device::IdleMonitor monitor{steady.hands()};
    QSignalSpy expired{&monitor, &device::IdleMonitor::expired};
    QObject window;

    void pass(std::chrono::seconds by) {
        steady.pass(by);
        monitor.check();
    }
    bool send(QEvent::Type type) {
        QEvent event(type);
        return monitor.eventFilter(&window, &event);
    }
};

} // namespace

TEST_F(Idle, warnsAtOnceWhenThePersonIsSeenToGo) {
    monitor.hurry();
    EXPECT_FALSE(monitor.isWarning()) << "nobody is watched";
    monitor.start({60s, 20s});
    pass(5s);
    monitor.hurry();
    EXPECT_TRUE(monitor.isWarning());
    EXPECT_EQ(monitor.secondsLeft(), 20) << "the whole time to say that it is not so";
    pass(15s);
    monitor.hurry();
    EXPECT_EQ(monitor.secondsLeft(), 5) << "counted from the first time";
    monitor.stay();
    EXPECT_FALSE(monitor.isWarning());
    pass(59s);
    EXPECT_FALSE(monitor.isWarning());
    monitor.hurry();
    pass(20s);
    EXPECT_EQ(expired.count(), 1);
}

TEST_F(Idle, warnsThenExpiresWhenNobodyTouchesTheScreen) {
    monitor.start({60s, 20s});
    pass(59s);
    EXPECT_FALSE(monitor.isWarning());
    pass(1s);
    EXPECT_TRUE(monitor.isWarning());
    EXPECT_EQ(monitor.secondsLeft(), 20);
    pass(19s);
    EXPECT_EQ(monitor.secondsLeft(), 1);
    EXPECT_EQ(expired.count(), 0);
    pass(1s);
    EXPECT_EQ(expired.count(), 1);
    EXPECT_FALSE(monitor.isWarning());
}

TEST_F(Idle, aTouchOrKeyBeginsTheCountAnew) {
    monitor.start({60s, 20s});
    for (auto const type : {QEvent::TouchBegin, QEvent::TouchEnd, QEvent::MouseButtonPress, QEvent::KeyPress}) {
        pass(50s);
        EXPECT_FALSE(send(type)) << "the event goes on to the screen";
    }
    pass(59s);
    EXPECT_FALSE(monitor.isWarning());
}

TEST_F(Idle, aTouchDuringTheWarningDoesNotFallThroughButStayEndsIt) {
    monitor.start({60s, 20s});
    pass(61s);
    send(QEvent::TouchBegin);
    EXPECT_TRUE(monitor.isWarning()) << "the warning must cover the screen until the finger is lifted";
    monitor.stay();
    EXPECT_FALSE(monitor.isWarning());
    pass(59s);
    EXPECT_FALSE(monitor.isWarning());
}

TEST_F(Idle, aKeyDuringTheWarningEndsItAndIsSwallowed) {
    monitor.start({60s, 20s});
    pass(61s);
    EXPECT_TRUE(send(QEvent::ShortcutOverride)) << "comes before every press";
    EXPECT_TRUE(monitor.isWarning()) << "or the press itself would reach the screen";
    EXPECT_TRUE(send(QEvent::KeyPress));
    EXPECT_FALSE(monitor.isWarning());
}

TEST_F(Idle, canBeExtendedAsOftenAsOneLikes) {
    monitor.start({60s, 20s});
    for (int i = 0; i < 12; ++i) {
        pass(79s);
        EXPECT_TRUE(monitor.isWarning());
        monitor.stay();
    }
    EXPECT_EQ(expired.count(), 0);
}

TEST_F(Idle, neverGivesLessThanTwentySecondsToAnswerTheWarning) {
    monitor.start({1s, 1s});
    pass(9s);
    EXPECT_FALSE(monitor.isWarning());
    pass(1s);
    EXPECT_EQ(monitor.secondsLeft(), 20);
}

TEST_F(Idle, doesNothingWhileItDoesNotWatch) {
    pass(1000s);
    monitor.start({60s, 20s});
    monitor.stop();
    pass(1000s);
    EXPECT_EQ(expired.count(), 0);
    EXPECT_FALSE(monitor.isWarning());
}

} // namespace kiosk::viewmodels
