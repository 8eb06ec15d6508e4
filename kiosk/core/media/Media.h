#pragma once

#include "kiosk/core/base/Bytes.h"
#include "kiosk/core/base/Result.h"

#include <string_view>

namespace kiosk::media {

/// What a file of a pack's media folder is, by its name.
enum class Kind { None, Picture, Film, Captions, Sound };

/// None: not the name of a file of media: a-z, 0-9 and -, then .png, .jpg, .jpeg, .webm, .vtt, .opus or .ogg.
[[nodiscard]] Kind kindOf(std::string_view name);
/// Bytes that a file of that name may have.
[[nodiscard]] std::size_t mostBytesOf(std::string_view name);
/// Whether the file may be given to a decoder, by what its name says that it is. Invalid, with the reason.
[[nodiscard]] Result<void> checkMedia(std::string_view name, ByteView content);

} // namespace kiosk::media
