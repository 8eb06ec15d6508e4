#include "kiosk/device/InputSwitch.h"

#include <QSocketNotifier>
#include <algorithm>
#include <array>
#include <fcntl.h>
#include <linux/input.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace kiosk::device {

/// An open device, and what it last said.
struct InputSwitch::Source {
    Source(int open, bool now) : descriptor(open), on(now), notifier(open, QSocketNotifier::Read) {}
    ~Source() {
        notifier.setEnabled(false);
        ::close(descriptor);
    }
    Source(Source const&) = delete;

    int descriptor;
    bool on;
    bool isGone = false;
    QSocketNotifier notifier;
};

InputSwitch::InputSwitch(Which which, Path folder, Probe probe, QObject* parent) :
    QObject(parent), m_which(which), m_folder(std::move(folder)), m_probe(std::move(probe)) {
    m_watcher.addPath(QString::fromStdString(m_folder.string()));
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &InputSwitch::look);
    look();
}

InputSwitch::~InputSwitch() = default;

InputSwitch::Probe InputSwitch::kernel(Which which) {
    return [which](int descriptor) -> std::optional<bool> {
        using Bits = std::array<unsigned char, KEY_CNT / 8 + 1>; // keys are the more
        auto const isSet = [which](Bits const& bits) { return (bits.at(which.code / 8) >> (which.code % 8) & 1) != 0; };
        Bits has{}, now{};
        if (::ioctl(descriptor, EVIOCGBIT(which.type, sizeof has), has.data()) < 0 || !isSet(has)) return std::nullopt;
        auto const state = which.type == EV_SW ? EVIOCGSW(sizeof now) : EVIOCGKEY(sizeof now);
        if (::ioctl(descriptor, state, now.data()) < 0) return std::nullopt;
        return isSet(now);
    };
}

void InputSwitch::look() {
    std::error_code ignored;
    std::erase_if(m_sources, [&](auto const& each) { return !std::filesystem::exists(each.first, ignored); });
    for (auto const& entry : std::filesystem::directory_iterator(m_folder, ignored)) {
        auto const& file = entry.path();
        if (!file.filename().string().starts_with("event") || m_sources.contains(file)) continue;
        auto const descriptor = ::open(file.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
        if (descriptor < 0) continue; // its rights may come a moment later
        auto const on = m_probe(descriptor);
        auto& source = m_sources[file];
        if (!on) {
            ::close(descriptor);
            continue;
        }
        source = std::make_unique<Source>(descriptor, *on);
        connect(&source->notifier, &QSocketNotifier::activated, this, [this, &found = *source] { read(found); });
    }
    settle();
}

void InputSwitch::read(Source& source) {
    input_event event{};
    ssize_t count = 0;
    while ((count = ::read(source.descriptor, &event, sizeof event)) == ssize_t(sizeof event)) {
        if (event.type == m_which.type && event.code == m_which.code) source.on = event.value != 0;
        // Some were lost: the device itself knows.
        if (event.type == EV_SYN && event.code == SYN_DROPPED)
            source.on = m_probe(source.descriptor).value_or(source.on);
    }
    source.isGone = count == 0 || (count < 0 && errno != EAGAIN && errno != EINTR);
    if (source.isGone) {
        source.on = false;
        source.notifier.setEnabled(false);
    }
    settle();
}

bool InputSwitch::isThere() const {
    return std::ranges::any_of(m_sources, [](auto const& each) { return each.second && !each.second->isGone; });
}

void InputSwitch::settle() {
    bool const on = std::ranges::any_of(m_sources, [](auto const& each) { return each.second && each.second->on; });
    if (m_on == on) return;
    m_on = on;
    emit changed(on);
}

} // namespace kiosk::device
