#pragma once

#include "kiosk/core/base/Bytes.h"
#include "kiosk/core/base/Result.h"

#include <chrono>

namespace kiosk::media {

inline constexpr std::size_t mostFilmBytes = 8U << 20U;
inline constexpr std::uint32_t mostFilmAcross = 1280;
inline constexpr std::uint64_t mostFilmPixels = 1280U * 720U; // what a small machine decodes without a graphics card
inline constexpr std::chrono::seconds longestFilm{180};

/// What is known of a film without decoding it.
struct Film {
    std::uint32_t wide = 0;
    std::uint32_t high = 0;
    std::chrono::milliseconds length{};
    bool hasSound = false;
};

/// Whether a film of a pack may be given to a decoder. It is a WebM file (RFC 9559, as far as WebM goes) with one track
/// of VP9, at most one of Opus, and nothing else; every element is where it says, to the last byte; each block belongs
/// to a track. What is in the frames is not looked at: that they are as large as the file says is the word of those who
/// signed the pack. Invalid, with the reason.
[[nodiscard]] Result<Film> readFilm(ByteView data);

} // namespace kiosk::media
