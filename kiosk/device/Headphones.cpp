#include "kiosk/device/Headphones.h"

#include <QSocketNotifier>
#include <algorithm>
#include <array>
#include <fcntl.h>
#include <linux/input.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace kiosk::device {

/// An open device, and what it last said.
struct Headphones::Socket {
    Socket(int open, bool now) : descriptor(open), plugged(now), notifier(open, QSocketNotifier::Read) {}
    ~Socket() {
        notifier.setEnabled(false);
        ::close(descriptor);
    }
    Socket(Socket const&) = delete;

    int descriptor;
    bool plugged;
    QSocketNotifier notifier;
};

Headphones::Headphones(Path folder, Probe probe, QObject* parent) :
    QObject(parent), m_folder(std::move(folder)), m_probe(std::move(probe)) {
    m_watcher.addPath(QString::fromStdString(m_folder.string()));
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &Headphones::look);
    look();
}

Headphones::~Headphones() = default;

std::optional<bool> Headphones::askKernel(int descriptor) {
    constexpr auto wanted = 1U << SW_HEADPHONE_INSERT;
    std::array<unsigned char, SW_CNT / 8 + 1> has{}, now{};
    if (::ioctl(descriptor, EVIOCGBIT(EV_SW, sizeof has), has.data()) < 0 || !(has[0] & wanted)) return std::nullopt;
    if (::ioctl(descriptor, EVIOCGSW(sizeof now), now.data()) < 0) return std::nullopt;
    return (now[0] & wanted) != 0;
}

void Headphones::look() {
    std::error_code ignored;
    std::erase_if(m_sockets, [&](auto const& each) { return !std::filesystem::exists(each.first, ignored); });
    for (auto const& entry : std::filesystem::directory_iterator(m_folder, ignored)) {
        auto const& file = entry.path();
        if (!file.filename().string().starts_with("event") || m_sockets.contains(file)) continue;
        auto const descriptor = ::open(file.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
        if (descriptor < 0) continue; // its rights may come a moment later
        auto const plugged = m_probe(descriptor);
        auto& socket = m_sockets[file];
        if (!plugged) {
            ::close(descriptor);
            continue;
        }
        socket = std::make_unique<Socket>(descriptor, *plugged);
        connect(&socket->notifier, &QSocketNotifier::activated, this, [this, &found = *socket] { read(found); });
    }
    settle();
}

void Headphones::read(Socket& socket) {
    input_event event{};
    ssize_t count = 0;
    while ((count = ::read(socket.descriptor, &event, sizeof event)) == ssize_t(sizeof event)) {
        if (event.type == EV_SW && event.code == SW_HEADPHONE_INSERT) socket.plugged = event.value != 0;
        // Some were lost: the device itself knows.
        if (event.type == EV_SYN && event.code == SYN_DROPPED)
            socket.plugged = m_probe(socket.descriptor).value_or(socket.plugged);
    }
    bool const isGone = count == 0 || (count < 0 && errno != EAGAIN && errno != EINTR);
    if (isGone) {
        socket.plugged = false;
        socket.notifier.setEnabled(false);
    }
    settle();
}

void Headphones::settle() {
    bool const plugged =
        std::ranges::any_of(m_sockets, [](auto const& each) { return each.second && each.second->plugged; });
    if (m_plugged == plugged) return;
    m_plugged = plugged;
    emit pluggedChanged(plugged);
}

} // namespace kiosk::device
