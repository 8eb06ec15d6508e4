#include "kiosk/core/richtext/Style.h"

#include <algorithm>

namespace kiosk::richtext {

namespace {

constexpr std::string_view blanks = " \t\r\n\f";

std::string_view trimmed(std::string_view text) {
    auto const first = text.find_first_not_of(blanks);
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

bool isBold(std::string_view weight) {
    return weight == "bold" || weight == "bolder" || (weight.size() == 3 && weight >= "600" && weight <= "900");
}

void declare(Style& style, std::string_view name, std::string_view value) {
    if (name == "font-weight") {
        style.bold = isBold(value);
    } else if (name == "font-style") {
        style.italic = value.starts_with("italic") || value.starts_with("oblique");
    } else if (name == "text-decoration" || name == "text-decoration-line") {
        style.underline = value.find("underline") != value.npos;
        style.strike = value.find("line-through") != value.npos;
    } else if (name == "color") {
        colour(style, value);
    }
}

} // namespace

std::string lowered(std::string_view text) {
    std::string result(text);
    for (char& letter : result)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    return result;
}

Style styled(Style before, std::string_view css) {
    auto const text = lowered(css);
    for (std::string_view rest = text; !rest.empty();) {
        auto const declaration = rest.substr(0, rest.find(';'));
        rest.remove_prefix(std::min(rest.size(), declaration.size() + 1));
        auto const colon = declaration.find(':');
        if (colon == declaration.npos) continue;
        auto value = trimmed(declaration.substr(colon + 1));
        if (value.ends_with("!important")) value = trimmed(value.substr(0, value.size() - 10));
        declare(before, trimmed(declaration.substr(0, colon)), value);
    }
    return before;
}

void colour(Style& style, std::string_view css) {
    auto const wanted = parseColour(css);
    if (wanted && contrast(*wanted, darkestGround) >= readableContrast) style.colour = wanted;
}

} // namespace kiosk::richtext
