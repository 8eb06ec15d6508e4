#include "kiosk/core/richtext/Style.h"
#include "kiosk/core/richtext/Text.h"

#include <algorithm>

namespace kiosk::richtext {
namespace {

bool isBold(std::string_view weight) {
    bool const number = weight.size() == 3 && std::all_of(weight.begin(), weight.end(),
                                                          [](char letter) { return letter >= '0' && letter <= '9'; });
    return weight == "bold" || weight == "bolder" || (number && weight >= "600");
}

void apply(Run& dress, std::string_view name, std::string_view value) {
    if (name == "color") {
        auto const colour = parseColour(value);
        if (colour && isLegible(*colour)) dress.colour = colour;
    } else if (name == "font-weight") {
        dress.bold = isBold(value);
    } else if (name == "font-style") {
        dress.italic = value == "italic" || value == "oblique";
    } else if (name == "text-decoration" || name == "text-decoration-line") {
        dress.underline = value.find("underline") != std::string_view::npos;
        dress.strike = value.find("line-through") != std::string_view::npos;
    }
}

} // namespace

Run styled(Run dress, std::string_view declarations) {
    while (!declarations.empty()) {
        auto const end = declarations.find(';');
        auto const declaration = lowered(declarations.substr(0, end));
        declarations.remove_prefix(end == std::string_view::npos ? declarations.size() : end + 1);
        std::string_view const view = declaration;
        auto const colon = view.find(':');
        if (colon == std::string_view::npos) continue;
        auto const value = view.substr(colon + 1);
        apply(dress, trimmed(view.substr(0, colon)), trimmed(value.substr(0, value.find('!'))));
    }
    return dress;
}

} // namespace kiosk::richtext
