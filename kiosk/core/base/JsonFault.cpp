#include "kiosk/core/base/JsonFault.h"

#include <algorithm>

namespace kiosk::base {

namespace {

bool isSpace(std::uint8_t byte) {
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

/// By its byte order mark, or because a JSON text begins with characters of ASCII.
bool isUtf16(ByteView text) {
    if (text.size() < 2) return false;
    bool const isMarked = (text[0] == 0xFF && text[1] == 0xFE) || (text[0] == 0xFE && text[1] == 0xFF);
    return isMarked || text[0] == 0 || text[1] == 0;
}

} // namespace

std::string placeInText(ByteView text, std::size_t offset) {
    std::size_t line = 1, column = 1;
    for (auto const byte : text.first(std::min(offset, text.size()))) {
        if (byte == '\n') ++line, column = 0;
        if ((byte & 0xC0U) != 0x80) ++column; // not inside a character
    }
    return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

std::string whyNotJson(ByteView text, std::size_t read, std::string_view parserSays) {
    if (std::ranges::all_of(text, isSpace)) return "not JSON: it is empty";
    if (isUtf16(text)) return "not JSON: it is UTF-16 and must be UTF-8";
    auto const says = [&](std::string_view words) { return parserSays.find(words) != std::string_view::npos; };
    bool const endsTooSoon = says("end of input") || (says("missing closing quote") && read >= text.size());
    if (endsTooSoon) return "not JSON: it ends too soon (" + placeInText(text, text.size()) + ")";
    auto const where = " (" + placeInText(text, read > 0 ? read - 1 : 0) + ")";
    return (says("UTF-8") ? "not JSON: a character that is not UTF-8" : "not JSON") + where;
}

} // namespace kiosk::base
