#include "kiosk/device/Watchdog.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdlib>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace kiosk::device {

namespace {

constexpr std::string_view lives = "WATCHDOG=1";

std::string fromEnvironment(char const* name) {
    char const* value = std::getenv(name);
    return value ? value : "";
}

/// sd_watchdog_enabled(3); zero: not for this process.
std::chrono::microseconds wantedWithin() {
    auto const process = fromEnvironment("WATCHDOG_PID");
    if (!process.empty() && process != std::to_string(::getpid())) return {};
    return std::chrono::microseconds(std::strtoll(fromEnvironment("WATCHDOG_USEC").c_str(), nullptr, 10));
}

} // namespace

Watchdog::Watchdog() : m_socket(fromEnvironment("NOTIFY_SOCKET")) {
    auto const within = wantedWithin();
    if (m_socket.empty() || within.count() <= 0) return;
    connect(&m_timer, &QTimer::timeout, this, [this] { tell(lives); });
    m_timer.start(std::chrono::duration_cast<std::chrono::milliseconds>(within) / 3);
    tell("READY=1");
    tell(lives);
}

/// What comes now may take its time: it ends in order, and may start over.
Watchdog::~Watchdog() {
    if (isWanted()) tell(lives);
}

void Watchdog::tell(std::string_view words) const {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (m_socket.size() >= sizeof address.sun_path) return;
    std::copy(m_socket.begin(), m_socket.end(), address.sun_path);
    if (m_socket.front() == '@') address.sun_path[0] = '\0'; // in the abstract namespace
    auto const length = socklen_t(offsetof(sockaddr_un, sun_path) + m_socket.size());
    auto const descriptor = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0) return;
    // What does not arrive has the effect that it should have.
    [[maybe_unused]] auto const sent = ::sendto(descriptor, words.data(), words.size(), MSG_NOSIGNAL | MSG_DONTWAIT,
                                                reinterpret_cast<sockaddr const*>(&address), length);
    ::close(descriptor);
}

} // namespace kiosk::device
