#include "kiosk/core/packs/Slides.h"

#include "kiosk/core/packs/Members.h"

#include <algorithm>

namespace kiosk::packs {

namespace {

constexpr std::size_t mostSlides = 24;
// What can be read at arm's length in the time, and has room beside a picture on the smallest screen.
constexpr std::size_t mostTitleLetters = 70, mostTextLetters = 180;
constexpr std::int64_t leastSeconds = 6, mostSeconds = 60;

bool isPictureFile(std::string_view name) {
    auto const dot = name.rfind('.');
    if (dot == 0 || dot == name.npos || dot > 60) return false;
    auto const type = name.substr(dot);
    return (type == ".png" || type == ".jpg" || type == ".jpeg") &&
           name.substr(0, dot).find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == name.npos;
}

std::size_t letters(std::string_view utf8) {
    return std::size_t(
        std::ranges::count_if(utf8, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

Result<Translated> readShort(Json const& json, std::string const& name, std::vector<std::string> const& languages,
                             std::size_t longest) {
    auto texts = TRY(readTranslated(json, name, languages));
    for (auto const& [language, text] : texts)
        if (letters(text) > longest)
            return fail(ErrorKind::Invalid,
                        name + ": " + language + ": is longer than " + std::to_string(longest) + " letters");
    return texts;
}

Result<Slide> readSlide(Json const& json, std::vector<std::string> const& languages) {
    TRY(knownMembersOnly(json, {"title", "text", "picture", "picture_text"}));
    Slide slide;
    slide.title = TRY(readShort(json, "title", languages, mostTitleLetters));
    if (json.contains("text")) slide.text = TRY(readShort(json, "text", languages, mostTextLetters));
    if (json.contains("picture")) {
        slide.picture = TRY(base::textMember(json, "picture"));
        if (!isPictureFile(slide.picture))
            return fail(ErrorKind::Invalid,
                        "picture: '" + slide.picture + "' is not the name of a .png or .jpg file of a-z, 0-9 and -");
        slide.pictureText = TRY(readShort(json, "picture_text", languages, mostTextLetters));
    } else if (json.contains("picture_text")) {
        return fail(ErrorKind::Invalid, "picture_text: there is no picture");
    }
    return slide;
}

} // namespace

std::string_view pictureType(std::string_view name) {
    return name.ends_with(".png") ? "image/png" : "image/jpeg";
}

std::vector<std::string> Attract::media() const {
    std::vector<std::string> names;
    for (auto const& slide : slides)
        if (!slide.picture.empty() && std::ranges::find(names, slide.picture) == names.end())
            names.push_back(slide.picture);
    return names;
}

Result<Attract> Attract::parse(Json const& json, std::vector<std::string> const& languages) {
    TRY(knownMembersOnly(json, {"slide_s", "slides"}));
    Attract attract;
    if (json.contains("slide_s")) {
        auto const seconds = TRY(base::integerMember(json, "slide_s"));
        if (seconds < leastSeconds || seconds > mostSeconds)
            return fail(ErrorKind::Invalid, "slide_s: must be from 6 to 60");
        attract.each = std::chrono::seconds(seconds);
    }
    if (!json.contains("slides") || !json["slides"].is_array() || json["slides"].empty() ||
        json["slides"].size() > mostSlides)
        return fail(ErrorKind::Invalid, "slides: must have 1 to 24 entries");
    for (auto const& each : json["slides"]) {
        auto slide = readSlide(each, languages);
        if (!slide) return fail(slide.error().in("slides"));
        attract.slides.push_back(std::move(*slide));
    }
    return attract;
}

} // namespace kiosk::packs
