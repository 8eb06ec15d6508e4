#pragma once

#include "kiosk/core/base/File.h"

namespace kiosk::device {

/// Whether a sound card can play now, by the kernel's list of its devices (ALSA). Any thread.
[[nodiscard]] bool canPlaySound(Path const& list = "/proc/asound/pcm");

} // namespace kiosk::device
