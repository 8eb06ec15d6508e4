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

    bool operator==(Colour const&) const = default;

    [[nodiscard]] std::string hex() const; ///< "#rrggbb"
};

/// #rgb, #rrggbb, rgb(r, g, b) or one of the basic colour names of CSS. Empty: another notation.
[[nodiscard]] std::optional<Colour> parseColour(std::string_view css);

/// 1 to 21, by WCAG 2.2.
[[nodiscard]] double contrast(Colour one, Colour other);

/// The darkest ground that the kiosk puts text on: Theme.accentSoft, that of a chosen answer. What can be read there
/// can be read on the others.
inline constexpr Colour darkestGround{0xE0, 0xEF, 0xED};
inline constexpr double readableContrast = 4.5;

} // namespace kiosk::richtext
