#pragma once

#include "kiosk/core/richtext/RichText.h"

namespace kiosk::richtext {

/// Makes blocks from what a reader comes across. A block begins with its first word, so nothing empty is made.
class Writer {
public:
    enum class Spaces { Collapse, Keep };

    /// Until left, words are an item of a list (with its marker once), or a quote.
    void enterItem(std::string marker);
    void enterQuote();
    void leave();

    void beginHeading(int level);
    void endHeading();

    /// What follows stands in a block of its own.
    void endBlock();
    void rule();

    /// Dressed as `dress`, whose own words do not count.
    void write(std::string_view words, Run const& dress, Spaces spaces = Spaces::Collapse);
    void newLine(Run const& dress);
    /// A dot between this and the next cell of a row.
    void separate(Run const& dress);

    [[nodiscard]] Blocks take();

private:
    struct Container {
        Kind kind;
        std::string marker;
    };

    void begin();
    void put(char letter, Run const& dress);
    [[nodiscard]] bool endsWithSpace() const;
    [[nodiscard]] int levelOf(Kind kind) const;

    Blocks m_blocks;
    std::vector<Container> m_containers;
    int m_items = 0;
    int m_quotes = 0;
    int m_heading = 0;
    bool m_open = false;
};

} // namespace kiosk::richtext
