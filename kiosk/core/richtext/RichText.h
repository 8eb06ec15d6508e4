#pragma once

#include "kiosk/core/richtext/Colour.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::richtext {

/// Words that are dressed alike. '\n' is a new line; there is no other control character.
struct Run {
    std::string text;
    bool bold = false;
    bool italic = false;
    bool underline = false;
    bool strike = false;
    std::optional<Colour> colour{}; ///< only one that is legible on the kiosk's grounds

    bool operator==(Run const&) const = default;
};

enum class Kind { Paragraph, Heading, Item, Quote, Rule };

/// The word that RichText.qml knows it by: "paragraph", "heading", "item", "quote", "rule".
[[nodiscard]] std::string_view toString(Kind kind);

struct Block {
    Kind kind = Kind::Paragraph;
    int level = 0;         ///< Heading: 1 to 6; Item, Quote: how deep, 1 to 6
    std::string marker;    ///< Item: "•" or "3."; empty where an item goes on after its first block
    std::vector<Run> runs; ///< of a Rule none, of the others at least one with words

    bool operator==(Block const&) const = default;
};

using Blocks = std::vector<Block>;

/// Texts that are longer, and elements nested deeper, give no blocks.
inline constexpr std::size_t largestText = 64U * 1024U;
inline constexpr int deepestElement = 64;

/// No blocks: there is nothing to dress, or the text is not what it should be; then the plain text is to be shown.
[[nodiscard]] Blocks fromMarkdown(std::string_view markdown);
/// A fragment of XHTML, as FHIR has it in `rendering-xhtml`: well formed, in any element or none.
[[nodiscard]] Blocks fromXhtml(std::string_view xhtml);
/// `rendering-style`: one paragraph; lines end where they do in the text.
[[nodiscard]] Blocks fromPlain(std::string_view text, std::string_view cssStyle);

} // namespace kiosk::richtext
