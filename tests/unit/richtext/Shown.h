#pragma once

#include "kiosk/core/richtext/RichText.h"

namespace kiosk::richtext {

/// Blocks as one line a block, to compare by eye: "item 1 •|plain|bold:b|coloured:#0a545f".
inline std::string shown(Blocks const& blocks) {
    std::string text;
    for (auto const& block : blocks) {
        if (!text.empty()) text += '\n';
        text += toString(block.kind);
        if (block.level > 0) text += " " + std::to_string(block.level);
        if (!block.marker.empty()) text += " " + block.marker;
        for (auto const& run : block.runs) {
            text += "|" + run.text;
            std::string dress;
            if (run.bold) dress += 'b';
            if (run.italic) dress += 'i';
            if (run.underline) dress += 'u';
            if (run.strike) dress += 's';
            if (run.colour) dress += run.colour->hex();
            if (!dress.empty()) text += ":" + dress;
        }
    }
    return text;
}

struct ShownCase {
    char const* name;
    std::string given;
    std::string shown;
};

} // namespace kiosk::richtext
