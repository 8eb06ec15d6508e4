#include "kiosk/device/Watchdog.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <algorithm>
#include <array>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace kiosk::device {

namespace {

/// systemd's end of it, at an address that is nowhere on the disk.
class Overseer : public ::testing::Test {
protected:
    Overseer() {
        const std::string name = "@candor-watchdog-" + std::to_string(::getpid());
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::copy(name.begin() + 1, name.end(), address.sun_path + 1);
        auto const length = socklen_t(offsetof(sockaddr_un, sun_path) + name.size());
        if (::bind(m_socket, reinterpret_cast<sockaddr const*>(&address), length) != 0) ADD_FAILURE() << "no socket";
        ::setenv("NOTIFY_SOCKET", name.c_str(), 1);
        ::setenv("WATCHDOG_USEC", "60000", 1);
        ::setenv("WATCHDOG_PID", std::to_string(::getpid()).c_str(), 1);
    }
    ~Overseer() override {
        for (auto const* name : {"NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"}) ::unsetenv(name);
        ::close(m_socket);
    }
    /// What has come by now; empty: nothing.
    [[nodiscard]] std::string heard() const {
        std::array<char, 64> words{};
        auto const count = ::recv(m_socket, words.data(), words.size(), MSG_DONTWAIT);
        return {words.data(), std::size_t(std::max<ssize_t>(count, 0))};
    }
    [[nodiscard]] std::string hears() const {
        QElapsedTimer waited;
        waited.start();
        for (auto words = heard();; words = heard()) {
            if (!words.empty() || waited.elapsed() > 10'000) return words;
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 100);
        }
    }

private:
    int m_socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
};

} // namespace

TEST_F(Overseer, hearsAtOnceAndAgainAsLongAsEventsAreDone) {
    {
        const Watchdog watchdog;
        EXPECT_EQ(heard(), "READY=1");
        EXPECT_EQ(heard(), "WATCHDOG=1");
        EXPECT_EQ(heard(), "") << "nobody does events";
        EXPECT_EQ(hears(), "WATCHDOG=1");
        EXPECT_EQ(hears(), "WATCHDOG=1");
    }
    EXPECT_EQ(hears(), "WATCHDOG=1") << "the end takes its time too";
}

TEST_F(Overseer, ofAnotherProcessIsNotTold) {
    ::setenv("WATCHDOG_PID", "1", 1);
    const Watchdog watchdog;
    EXPECT_FALSE(watchdog.isWanted());
    EXPECT_EQ(heard(), "");
}

TEST_F(Overseer, whoDoesNotAskIsNotTold) {
    ::unsetenv("WATCHDOG_USEC");
    const Watchdog watchdog;
    EXPECT_FALSE(watchdog.isWanted());
    EXPECT_EQ(heard(), "");
}

} // namespace kiosk::device
