#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kiosk::richtext {

struct Colour {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;

    /// "#rrggbb", in lower case.
    [[nodiscard]] std::string hex() const;
    bool operator==(Colour const&) const = default;
};

/// Of CSS: #rgb, #rrggbb, rgb(0, 128, 255), and the seventeen names of CSS 2.1. Nothing: anything else.
[[nodiscard]] std::optional<Colour> parseColour(std::string_view css);

/// WCAG 2.2, "contrast ratio": 1 to 21.
[[nodiscard]] double contrast(Colour one, Colour other);

/// The grounds of the kiosk that words of a form stand on and that are darkest (`canvas` and `accentSoft` of
/// qml/Theme).
inline constexpr Colour canvas{0xFA, 0xF6, 0xEF};
inline constexpr Colour chosenGround{0xE0, 0xEF, 0xED};

/// 4.5:1 or more on both grounds.
[[nodiscard]] bool isLegible(Colour colour);

} // namespace kiosk::richtext
