#pragma once

#include "kiosk/core/packs/Translated.h"

#include <chrono>
#include <optional>

namespace kiosk::packs {

/// One of the practice's own, shown in turn while nobody is there: news, or "you said, we did".
struct Slide {
    Translated title;
    std::optional<Translated> text;
    std::string picture;                   ///< a file of the pack's media folder; empty: words only
    std::optional<Translated> pictureText; ///< what the picture shows, for those who do not see it
};

/// attract of the settings; each member is described in firmware-config/schema/README.md.
struct Attract {
    std::chrono::seconds each{12};
    std::vector<Slide> slides;

    /// The names of their pictures, each once.
    [[nodiscard]] std::vector<std::string> media() const;
    /// Invalid, with the member's name.
    [[nodiscard]] static Result<Attract> parse(Json const& json, std::vector<std::string> const& languages);
};

/// The media type of a slide's picture, by its name.
[[nodiscard]] std::string_view pictureType(std::string_view name);

} // namespace kiosk::packs
