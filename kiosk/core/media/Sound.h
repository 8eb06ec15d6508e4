#pragma once

#include "kiosk/core/base/Bytes.h"
#include "kiosk/core/base/Result.h"

#include <chrono>

namespace kiosk::media {

inline constexpr std::size_t mostSoundBytes = 1U << 20U;
inline constexpr std::chrono::seconds longestSound{90};

/// Whether a recording of a pack may be given to a decoder: Opus in Ogg (RFC 7845; RFC 3533), one stream of one or two
/// channels, every page whole by its checksum and in its order, the last one marked as such. Returns how long it is.
/// Invalid, with the reason.
[[nodiscard]] Result<std::chrono::milliseconds> readSound(ByteView data);

} // namespace kiosk::media
