#include "kiosk/tools/Printable.h"

namespace kiosk::tools {

namespace {

bool between(char c, unsigned char first, unsigned char last) {
    return static_cast<unsigned char>(c) >= first && static_cast<unsigned char>(c) <= last;
}

/// How many bytes at the start of `text` a terminal could obey: C0, DEL, C1 (U+0080 to U+009F), and the direction marks
/// U+202A to U+202E, U+2066 to U+2069.
std::size_t commandAt(std::string_view text) {
    if ((between(text[0], 0, 0x1F) && text[0] != '\n') || text[0] == 0x7F) return 1;
    if (text.size() >= 2 && text[0] == '\xC2' && between(text[1], 0x80, 0x9F)) return 2;
    if (text.size() >= 3 && text.starts_with("\xE2\x80") && between(text[2], 0xAA, 0xAE)) return 3;
    if (text.size() >= 3 && text.starts_with("\xE2\x81") && between(text[2], 0xA6, 0xA9)) return 3;
    return 0;
}

} // namespace

std::string printable(std::string_view text) {
    std::string shown;
    while (!text.empty()) {
        auto const command = commandAt(text);
        shown += command > 0 ? '?' : text[0];
        text.remove_prefix(command > 0 ? command : 1);
    }
    return shown;
}

} // namespace kiosk::tools
