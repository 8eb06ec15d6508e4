#pragma once

#include "kiosk/core/packs/Translated.h"

#include <chrono>
#include <initializer_list>
#include <optional>

namespace kiosk::packs {

/// One of the practice's own, shown in turn while nobody is there: news, or "you said, we did".
struct Slide {
    Translated title;
    std::optional<Translated> text;
    std::string picture;                   ///< a file of the pack's media folder; empty: none
    std::optional<Translated> pictureText; ///< what picture or film shows, for those who do not see it
    std::string film;                      ///< a file too, and in place of a picture; empty: none
    Translated captions;                   ///< of the film: a file for each language
};

/// attract of the settings; each member is described in firmware-config/schema/README.md.
struct Attract {
    std::chrono::seconds each{12};
    std::vector<Slide> slides;

    /// The names of their pictures, films and captions, each once.
    [[nodiscard]] std::vector<std::string> media() const;
    /// Invalid, with the member's name.
    [[nodiscard]] static Result<Attract> parse(Json const& json, std::vector<std::string> const& languages);
};

/// Whether a file of a pack's media folder may have this name: a-z, 0-9 and -, then one of the endings (".png").
[[nodiscard]] bool isMediaFile(std::string_view name, std::initializer_list<std::string_view> endings);

/// The media type of a slide's picture, by its name.
[[nodiscard]] std::string_view pictureType(std::string_view name);

} // namespace kiosk::packs
