#include "kiosk/tools/Csv.h"

#include <array>
#include <charconv>

namespace kiosk::tools {

namespace {

bool beginsLikeAFormula(std::string_view text) {
    constexpr std::array<std::string_view, 8> starts{"=", "+", "-", "@", "＝", "＋", "－", "＠"};
    for (auto const start : starts)
        if (text.starts_with(start)) return true;
    return false;
}

bool isSpaceOrControl(char c) {
    return static_cast<unsigned char>(c) <= ' ' || c == '\x7f';
}

std::string quotedCell(std::string_view text) {
    std::string cell = "\"";
    for (char const c : text) cell.append(c == '"' ? 2U : 1U, c);
    return cell + "\"";
}

} // namespace

std::string withoutFormula(std::string_view text) {
    auto rest = text;
    while (!rest.empty() && isSpaceOrControl(rest.front())) rest.remove_prefix(1);
    bool const marked = beginsLikeAFormula(rest) || text.starts_with('\'');
    return (marked ? "'" : "") + std::string(text);
}

std::string numberText(double value) {
    char text[32];
    auto const [end, error] = std::to_chars(text, text + sizeof text, value);
    return {text, end};
}

std::string csvLine(std::vector<Cell> const& cells) {
    std::string line;
    for (auto const& cell : cells) {
        if (&cell != cells.data()) line += ',';
        auto const* text = std::get_if<std::string>(&cell);
        line += text != nullptr ? quotedCell(withoutFormula(*text)) : numberText(std::get<double>(cell));
    }
    return line + "\r\n";
}

} // namespace kiosk::tools
