#pragma once

#include "kiosk/core/base/Bytes.h"
#include "kiosk/core/base/Result.h"

namespace kiosk::media {

/// Invalid: not an SVG of plain shapes and words.
[[nodiscard]] Result<void> checkSvg(ByteView data);

} // namespace kiosk::media
