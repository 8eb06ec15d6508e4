#pragma once

#include <string>
#include <string_view>

namespace kiosk::richtext {

/// What HTML and CSS call white space; a no-break space is none.
[[nodiscard]] constexpr bool isSpace(char letter) {
    return letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r' || letter == '\f';
}

[[nodiscard]] constexpr std::string_view trimmed(std::string_view text) {
    while (!text.empty() && isSpace(text.front())) text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back())) text.remove_suffix(1);
    return text;
}

/// ASCII letters in lower case, all else as it is.
[[nodiscard]] inline std::string lowered(std::string_view text) {
    std::string result(text);
    for (char& letter : result)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    return result;
}

} // namespace kiosk::richtext
