#pragma once

#include "kiosk/core/richtext/Colour.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::richtext {

struct Style {
    bool bold = false;
    bool italic = false;
    bool underline = false;
    bool strike = false;
    std::optional<Colour> colour; ///< one that can be read on every ground of ours

    bool operator==(Style const&) const = default;
};

/// Words of one style. Plain characters, none of which means anything; '\n' is a line break.
struct Run {
    std::string text;
    Style style;
};

enum class Kind { Paragraph, Heading, Item, Quote, Rule };

struct Block {
    Kind kind = Kind::Paragraph;
    int level = 0;      ///< heading: 1 to 6; item and quote: how deep, from 1
    std::string marker; ///< of an item: "•" or "3."; empty in its further paragraphs
    std::vector<Run> runs;
};

using Blocks = std::vector<Block>;

/// What is longer than this (bytes) is not read: the result is empty.
inline constexpr std::size_t longestMarkdown = 16U << 10U;
inline constexpr std::size_t longestXhtml = 64U << 10U;

/// These take anything, in bounded time and memory. Empty: too long, too many parts, or no words in it.
[[nodiscard]] Blocks fromMarkdown(std::string_view markdown);
[[nodiscard]] Blocks fromXhtml(std::string_view xhtml);
/// One paragraph in the style of CSS declarations ("color: #a00; font-weight: bold"). Empty also if they change
/// nothing.
[[nodiscard]] Blocks fromPlain(std::string_view text, std::string_view css);

/// "paragraph", "heading", "item", "quote", "rule".
[[nodiscard]] std::string_view toString(Kind kind);

/// The words alone, blocks apart by a line break.
[[nodiscard]] std::string plainText(Blocks const& blocks);

} // namespace kiosk::richtext
