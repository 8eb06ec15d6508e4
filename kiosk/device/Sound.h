#pragma once

#include "kiosk/core/base/File.h"

namespace kiosk::device {

/// Whether there is a sound card that can play and that this program may use (ALSA). Any thread.
[[nodiscard]] bool canPlaySound(Path const& folder = "/dev/snd");

} // namespace kiosk::device
