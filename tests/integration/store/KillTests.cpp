#include "tests/integration/store/Scenario.h"

#include <gtest/gtest.h>
#include <limits>
#include <random>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace kiosk::tests {
namespace {

using Steady = std::chrono::steady_clock;

/// Runs the scenario again and again in a process of its own, which writes one byte for each step it may rely on.
/// SIGKILL proves that each step is whole, not that it is on the disk: for that see StoreFaultTests.cpp.
class Worker {
public:
    explicit Worker(Path const& folder) {
        int ends[2];
        if (::pipe(ends) != 0) std::abort();
        m_child = ::fork();
        if (m_child == 0) work(folder, ends[1]);
        ::close(ends[1]);
        m_acknowledged = ends[0];
    }
    Worker(Worker const&) = delete;
    Worker& operator=(Worker const&) = delete;
    ~Worker() { ::close(m_acknowledged); }

    /// Kills the process that time after it acknowledged so many steps; the steps it acknowledged.
    std::size_t killAfter(std::size_t steps, std::chrono::microseconds time) {
        auto const before = waitForSteps(steps);
        std::this_thread::sleep_until(Steady::now() + time);
        ::kill(m_child, SIGKILL);
        return before + waitForEnd();
    }
    std::size_t waitForEnd() {
        auto const steps = waitForSteps(std::numeric_limits<std::size_t>::max());
        ::waitpid(m_child, nullptr, 0);
        return steps;
    }

private:
    std::size_t waitForSteps(std::size_t most) {
        std::size_t steps = 0;
        for (char byte = 0; steps < most && ::read(m_acknowledged, &byte, 1) == 1;) ++steps;
        return steps;
    }

    [[noreturn]] static void work(Path const& folder, int acknowledge) {
        auto kiosk = Kiosk::open(folder);
        for (std::size_t step = 0; kiosk && step < scenario().size(); ++step) {
            if (!scenario().run(step, *kiosk)) break;
            if (::write(acknowledge, "+", 1) != 1) break;
        }
        ::_exit(0);
    }

    pid_t m_child;
    int m_acknowledged;
};

TEST(Killed, atTwoHundredRandomMomentsNoAcknowledgedStepIsLost) {
    auto const whole = [] {
        TemporaryFolder const folder;
        scenario();
        auto const start = Steady::now();
        EXPECT_EQ(Worker(folder.path()).waitForEnd(), scenario().size());
        return std::chrono::duration_cast<std::chrono::microseconds>(Steady::now() - start);
    }();
    auto const step = static_cast<std::size_t>(whole.count()) / scenario().size();
    std::mt19937 random(7);
    std::size_t cut = 0;
    for (int round = 0; round < 200; ++round) {
        TemporaryFolder const folder;
        auto const steps = random() % scenario().size();
        auto const acknowledged =
            Worker(folder.path()).killAfter(steps, std::chrono::microseconds(random() % (2 * step)));
        auto kiosk = Kiosk::open(folder.path());
        ASSERT_TRUE(kiosk) << "round " << round << ": " << kiosk.error().text;
        auto const state = snapshot(*kiosk);
        auto const last = std::min(acknowledged + 1, scenario().size());
        ASSERT_TRUE(state == scenario().after(acknowledged) || state == scenario().after(last))
            << "round " << round << ", acknowledged " << acknowledged << ": " << state;
        if (acknowledged > 0 && acknowledged < scenario().size()) ++cut;
    }
    EXPECT_GT(cut, 50U) << "most rounds should end in the middle of the work";
}

} // namespace
} // namespace kiosk::tests
