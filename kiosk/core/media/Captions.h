#pragma once

#include "kiosk/core/base/Bytes.h"
#include "kiosk/core/base/Result.h"

#include <chrono>
#include <string>
#include <vector>

namespace kiosk::media {

inline constexpr std::size_t mostCaptionBytes = 64U << 10U;
inline constexpr std::size_t mostCaptions = 400;
inline constexpr std::size_t mostCaptionLetters = 120; // two or three lines below a film

/// What is said or heard in a part of a film.
struct Caption {
    std::chrono::milliseconds from{};
    std::chrono::milliseconds until{};
    std::string text; ///< plain; may have line breaks

    bool operator==(Caption const&) const = default;
};

/// A WebVTT file (W3C, 4 April 2019), narrower than the standard has it, as the words are drawn in the kiosk's own
/// letters: captions follow each other, one at a time; where a caption stands is not followed; <b>, <i> and <u> are
/// passed over, any other tag, a style sheet or a region is refused. Invalid: names the line.
[[nodiscard]] Result<std::vector<Caption>> readCaptions(ByteView data);

} // namespace kiosk::media
