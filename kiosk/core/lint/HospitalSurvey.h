#pragma once

#include <string>
#include <string_view>

namespace kiosk::lint {

/// Which question of the hospital survey (HCAHPS) an English text resembles: its topic, in our words; empty: none. It
/// does if half of the shorter one's pairs of words, common words left out, are in the other, and two at least. A text
/// of more than `longestQuestion` bytes resembles none.
inline constexpr std::size_t longestQuestion = 1000;
[[nodiscard]] std::string_view hospitalTopicOf(std::string_view text);

} // namespace kiosk::lint
