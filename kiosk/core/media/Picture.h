#pragma once

#include "kiosk/core/base/Bytes.h"
#include "kiosk/core/base/Result.h"

#include <string_view>

namespace kiosk::media {

inline constexpr std::size_t mostPictureBytes = 512U << 10U, mostLogoBytes = 64U << 10U;
inline constexpr std::uint64_t mostLogoPixels = 1U << 20U;
inline constexpr std::uint32_t mostPixelsAcross = 4096;
inline constexpr std::uint64_t mostPixels = 8U << 20U;

/// Whether a picture from an untrusted form may be given to a decoder. Invalid, with the reason: another type than
/// image/png, image/jpeg, image/svg+xml; not of the type it claims; cut off or damaged (chunks of a PNG, the end of a
/// JPEG: pixels are not decoded here); too large; an SVG with more than shapes and words.
[[nodiscard]] Result<void> checkPicture(std::string_view contentType, ByteView data);

/// As checkPicture, for what is on the first screen and has to be there at once: image/png or image/svg+xml, smaller.
[[nodiscard]] Result<void> checkLogo(std::string_view contentType, ByteView data);

} // namespace kiosk::media
