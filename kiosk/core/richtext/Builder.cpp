#include "kiosk/core/richtext/Builder.h"

#include <utility>

namespace kiosk::richtext {

void Builder::put(char letter, Style const& with) {
    auto& runs = m_open.runs;
    if (runs.empty()) {
        m_open.kind = kind;
        m_open.level = level;
        m_open.marker = std::exchange(m_marker, {});
    }
    if (runs.empty() || !(runs.back().style == with)) {
        if (m_runs == mostRuns) return;
        ++m_runs;
        runs.push_back({{}, with});
    }
    runs.back().text += letter;
}

void Builder::add(std::string_view text) {
    for (char const letter : text) {
        if (letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r' || letter == '\f') {
            if (!m_spaceWaits) m_spaceStyle = style;
            m_spaceWaits = !m_open.runs.empty();
        } else if (static_cast<unsigned char>(letter) >= 0x20 && letter != 0x7F) {
            if (std::exchange(m_spaceWaits, false) && !m_open.runs.back().text.ends_with('\n')) put(' ', m_spaceStyle);
            put(letter, style);
        }
    }
}

void Builder::addLines(std::string_view text) {
    for (auto end = text.find('\n'); end != text.npos; end = text.find('\n')) {
        add(text.substr(0, end));
        breakLine();
        text.remove_prefix(end + 1);
    }
    add(text);
}

void Builder::breakLine() {
    m_spaceWaits = false;
    if (!m_open.runs.empty()) put('\n', style);
}

void Builder::trimEnd() {
    auto& runs = m_open.runs;
    while (!runs.empty()) {
        auto& text = runs.back().text;
        text.erase(text.find_last_not_of('\n') + 1);
        if (!text.empty()) return;
        runs.pop_back();
    }
}

void Builder::endBlock() {
    m_spaceWaits = false;
    trimEnd();
    if (m_open.runs.empty()) return;
    m_hasWords = true;
    if (m_blocks.size() <= mostBlocks) m_blocks.push_back(std::move(m_open));
    m_open = {};
}

void Builder::addRule() {
    endBlock();
    if (m_blocks.size() <= mostBlocks) m_blocks.push_back({Kind::Rule, 0, {}, {}});
}

Blocks Builder::finish() {
    endBlock();
    bool const isTooMuch = m_blocks.size() > mostBlocks || m_runs == mostRuns;
    if (isTooMuch || !m_hasWords) return {};
    return std::move(m_blocks);
}

} // namespace kiosk::richtext
