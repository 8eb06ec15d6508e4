#pragma once

#include "kiosk/core/richtext/RichText.h"

namespace kiosk::richtext {

/// Collects words into blocks: white space becomes one space, blocks without words are left out.
class Builder {
public:
    /// Of what comes next; whoever reads saves and restores it.
    Style style;
    Kind kind = Kind::Paragraph;
    int level = 0;

    /// The next block begins with this.
    void mark(std::string marker) { m_marker = std::move(marker); }
    void add(std::string_view text);
    /// As `add`, with the line breaks that are in the text.
    void addLines(std::string_view text);
    void breakLine();
    /// What comes next is another block.
    void endBlock();
    void addRule();
    /// Empty if there was too much.
    [[nodiscard]] Blocks finish();

private:
    static constexpr std::size_t mostBlocks = 400;
    static constexpr std::size_t mostRuns = 2000;

    void put(char letter, Style const& with);
    void trimEnd();

    Blocks m_blocks;
    Block m_open;
    std::string m_marker;
    std::size_t m_runs = 0;
    Style m_spaceStyle; ///< an underline ends with its words
    bool m_spaceWaits = false;
    bool m_hasWords = false; ///< in some block
};

} // namespace kiosk::richtext
