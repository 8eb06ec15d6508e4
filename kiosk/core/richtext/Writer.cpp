#include "kiosk/core/richtext/Writer.h"
#include "kiosk/core/richtext/Text.h"

#include <algorithm>
#include <utility>

namespace kiosk::richtext {
namespace {

constexpr int deepestLevel = 6;

bool sameDress(Run const& one, Run const& other) {
    return one.bold == other.bold && one.italic == other.italic && one.underline == other.underline &&
           one.strike == other.strike && one.colour == other.colour;
}

bool isControl(char letter) {
    auto const byte = static_cast<unsigned char>(letter);
    return byte < 0x20 || byte == 0x7F;
}

/// Takes spaces and empty runs off the end.
void trimEnd(std::vector<Run>& runs) {
    while (!runs.empty()) {
        auto& text = runs.back().text;
        while (!text.empty() && isSpace(text.back())) text.pop_back();
        if (!text.empty()) return;
        runs.pop_back();
    }
}

} // namespace

std::string_view toString(Kind kind) {
    switch (kind) {
    case Kind::Paragraph: return "paragraph";
    case Kind::Heading: return "heading";
    case Kind::Item: return "item";
    case Kind::Quote: return "quote";
    case Kind::Rule: return "rule";
    }
    return "paragraph";
}

void Writer::enterItem(std::string marker) {
    endBlock();
    ++m_items;
    m_containers.push_back({Kind::Item, std::move(marker)});
}

void Writer::enterQuote() {
    endBlock();
    ++m_quotes;
    m_containers.push_back({Kind::Quote, {}});
}

void Writer::leave() {
    endBlock();
    --(m_containers.back().kind == Kind::Item ? m_items : m_quotes);
    m_containers.pop_back();
}

void Writer::beginHeading(int level) {
    endBlock();
    m_heading = std::clamp(level, 1, 6);
}

void Writer::endHeading() {
    endBlock();
    m_heading = 0;
}

void Writer::endBlock() {
    if (!m_open) return;
    m_open = false;
    trimEnd(m_blocks.back().runs);
}

void Writer::rule() {
    endBlock();
    m_blocks.push_back({Kind::Rule, 0, {}, {}});
}

int Writer::levelOf(Kind kind) const {
    switch (kind) {
    case Kind::Heading: return m_heading;
    case Kind::Item: return std::min(m_items, deepestLevel);
    case Kind::Quote: return std::min(m_quotes, deepestLevel);
    default: return 0;
    }
}

void Writer::begin() {
    m_open = true;
    auto const kind = m_heading > 0 ? Kind::Heading : m_containers.empty() ? Kind::Paragraph : m_containers.back().kind;
    std::string marker;
    if (kind == Kind::Item) marker = std::exchange(m_containers.back().marker, {});
    m_blocks.push_back({kind, levelOf(kind), std::move(marker), {}});
}

bool Writer::endsWithSpace() const {
    return !m_open || isSpace(m_blocks.back().runs.back().text.back());
}

void Writer::put(char letter, Run const& dress) {
    if (!m_open) begin();
    auto& runs = m_blocks.back().runs;
    if (runs.empty() || !sameDress(runs.back(), dress)) {
        runs.push_back(dress);
        runs.back().text.clear();
    }
    runs.back().text += letter;
}

void Writer::write(std::string_view words, Run const& dress, Spaces spaces) {
    for (char const letter : words) {
        if (letter == '\n' && spaces == Spaces::Keep)
            newLine(dress);
        else if (isSpace(letter) && (spaces == Spaces::Collapse || !m_open)) {
            if (!endsWithSpace()) put(' ', dress);
        } else if (letter == '\t')
            put(' ', dress);
        else if (!isControl(letter))
            put(letter, dress);
    }
}

void Writer::newLine(Run const& dress) {
    if (m_open) put('\n', dress);
}

void Writer::separate(Run const& dress) {
    if (m_open) write(" · ", dress);
}

Blocks Writer::take() {
    endBlock();
    return std::exchange(m_blocks, {});
}

} // namespace kiosk::richtext
