#include "kiosk/app/StartOver.h"

#include <gtest/gtest.h>

#include <csignal>
#include <fstream>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

namespace kiosk::app {

namespace {

constexpr int isFine = 42;

/// A child that has let go of a grandchild, as daemons do; says the grandchild's id.
pid_t startDaemon() {
    int ends[2];
    if (::pipe(ends) != 0) return -1;
    if (::fork() == 0) {
        auto const grandchild = ::fork();
        if (grandchild == 0) {
            ::setsid();
            for (;;) ::pause();
        }
        bool const told = ::write(ends[1], &grandchild, sizeof grandchild) == sizeof grandchild;
        ::_exit(told ? 0 : 1);
    }
    pid_t grandchild = -1;
    bool const heard = ::read(ends[0], &grandchild, sizeof grandchild) == sizeof grandchild;
    ::close(ends[0]);
    ::close(ends[1]);
    return heard ? grandchild : -1;
}

/// `work` in a process of its own, which it may change as it likes; its exit status.
template <typename Work>
int inChild(Work const& work) {
    auto const child = ::fork();
    if (child == 0) ::_exit(work());
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace

TEST(StartOver, endsWhatLetGoOfUs) {
    auto const status = inChild([] {
        keepDescendants();
        auto const daemon = startDaemon();
        if (daemon <= 0 || ::kill(daemon, 0) != 0) return 1;
        endDescendants();
        return ::kill(daemon, 0) == 0 ? 2 : isFine;
    });
    EXPECT_EQ(status, isFine);
}

TEST(StartOver, aProcessBeganWhenItBegan) {
    EXPECT_GE(sinceStart().count(), 0);
    EXPECT_LT(sinceStart(), std::chrono::hours(1));
}

} // namespace kiosk::app
