#include "kiosk/device/Sound.h"

#include <fcntl.h>
#include <unistd.h>

namespace kiosk::device {

namespace {

/// As "pcmC0D0p": card 0, device 0, playback.
bool isPlayback(std::string const& name) {
    return name.starts_with("pcm") && name.ends_with("p");
}

bool canBeOpened(Path const& device) {
    auto const descriptor = ::open(device.c_str(), O_WRONLY | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0) return errno == EBUSY || errno == EAGAIN; // it plays just now
    ::close(descriptor);
    return true;
}

} // namespace

bool canPlaySound(Path const& folder) {
    std::error_code ignored;
    for (auto const& entry : std::filesystem::directory_iterator(folder, ignored))
        if (isPlayback(entry.path().filename().string()) && canBeOpened(entry.path())) return true;
    return false;
}

} // namespace kiosk::device
