#include "sync/http/EventLoop.h"

#include <array>
#include <csignal>
#include <gtest/gtest.h>
#include <unistd.h>

using sync_http::EventLoop;
using namespace std::chrono_literals;

TEST(EventLoop, runsWhatIsPostedAndStops) {
    EventLoop loop;
    int calls = 0;
    for (int round = 1; round <= 2; ++round) { // may be run again
        loop.post([&] { ++calls; });
        loop.post([&] { loop.stop(); });
        loop.run();
        EXPECT_EQ(calls, round);
    }
}

TEST(EventLoop, callsAfterADelay) {
    EventLoop loop;
    auto begin = std::chrono::steady_clock::now();
    auto timer = loop.after(20ms, [&] { loop.stop(); });
    loop.run();
    EXPECT_GE(std::chrono::steady_clock::now() - begin, 20ms);
}

TEST(EventLoop, forgetsATimerWithItsHandle) {
    EventLoop loop;
    bool called = false;
    auto dropped = loop.after(1ms, [&] { called = true; });
    dropped = {};
    auto end = loop.after(30ms, [&] { loop.stop(); });
    loop.run();
    EXPECT_FALSE(called);
}

TEST(EventLoop, aTimerMayReplaceItself) {
    EventLoop loop;
    EventLoop::Handle timer;
    int left = 3;
    std::function<void()> again = [&] {
        if (--left == 0) return loop.stop();
        timer = loop.after(1ms, again);
    };
    timer = loop.after(1ms, again);
    loop.run();
    EXPECT_EQ(left, 0);
}

TEST(EventLoop, watchesADescriptorUntilTheHandleIsGone) {
    EventLoop loop;
    std::array<int, 2> ends{};
    ASSERT_EQ(pipe(ends.data()), 0);
    int calls = 0;
    EventLoop::Handle watch = loop.watch(ends[0], [&] {
        char byte = 0;
        ASSERT_EQ(read(ends[0], &byte, 1), 1);
        if (++calls == 2) loop.stop();
    });
    ASSERT_EQ(write(ends[1], "ab", 2), 2);
    loop.run();
    EXPECT_EQ(calls, 2);
    watch = {};
    ASSERT_EQ(write(ends[1], "c", 1), 1);
    auto end = loop.after(20ms, [&] { loop.stop(); });
    loop.run();
    EXPECT_EQ(calls, 2);
    for (int end_ : ends) close(end_);
}

TEST(EventLoop, turnsSignalsIntoCalls) {
    EventLoop loop;
    auto signals = loop.onSignals({SIGUSR1}, [&] { loop.stop(); });
    loop.post([] { raise(SIGUSR1); });
    loop.run();
}
