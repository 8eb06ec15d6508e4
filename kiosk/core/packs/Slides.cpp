#include "kiosk/core/packs/Slides.h"

#include "kiosk/core/packs/Members.h"

#include <algorithm>

namespace kiosk::packs {

namespace {

constexpr std::size_t mostSlides = 24;
// What can be read at arm's length in the time, and has room beside a picture on the smallest screen.
constexpr std::size_t mostTitleLetters = 70, mostTextLetters = 180;
constexpr std::size_t longestStem = 60; // of a file's name
constexpr std::int64_t leastSeconds = 6, mostSeconds = 60;

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

Result<std::string> readFile(Json const& json, std::string const& name, std::initializer_list<std::string_view> endings,
                             std::string const& what) {
    auto file = TRY(base::textMember(json, name));
    if (isMediaFile(file, endings)) return file;
    return fail(ErrorKind::Invalid, name + ": '" + file + "' is not the name of a " + what + " file of a-z, 0-9 and -");
}

/// A film has words in every language that the kiosk speaks: it is always shown without its sound.
Result<Translated> readCaptions(Json const& json, std::vector<std::string> const& languages) {
    if (!json.contains("captions")) return fail(ErrorKind::Invalid, "captions: a film needs them in each language");
    auto files = TRY(readTranslated(json, "captions", languages));
    for (auto const& [language, file] : files)
        if (!isMediaFile(file, {".vtt"}))
            return fail(ErrorKind::Invalid,
                        "captions: " + language + ": '" + file + "' is not the name of a .vtt file of a-z, 0-9 and -");
    return files;
}

/// A picture or a film, which say in words what they show; or neither.
Result<void> readSight(Json const& json, std::vector<std::string> const& languages, Slide& slide) {
    if (json.contains("picture"))
        slide.picture = TRY(readFile(json, "picture", {".png", ".jpg", ".jpeg"}, ".png or .jpg"));
    if (json.contains("film")) slide.film = TRY(readFile(json, "film", {".webm"}, ".webm"));
    bool const isPictured = !slide.picture.empty(), isFilmed = !slide.film.empty();
    if (isPictured && isFilmed) return fail(ErrorKind::Invalid, "film: there is a picture already");
    if (isFilmed) slide.captions = TRY(readCaptions(json, languages));
    if (!isFilmed && json.contains("captions")) return fail(ErrorKind::Invalid, "captions: there is no film");
    if (!isPictured && json.contains("picture_text"))
        return fail(ErrorKind::Invalid, "picture_text: there is no picture");
    if (!isFilmed && json.contains("film_text")) return fail(ErrorKind::Invalid, "film_text: there is no film");
    if (isPictured || isFilmed)
        slide.pictureText = TRY(readShort(json, isFilmed ? "film_text" : "picture_text", languages, mostTextLetters));
    return {};
}

Result<Slide> readSlide(Json const& json, std::vector<std::string> const& languages) {
    TRY(knownMembersOnly(json, {"title", "text", "picture", "picture_text", "film", "film_text", "captions"}));
    Slide slide;
    slide.title = TRY(readShort(json, "title", languages, mostTitleLetters));
    if (json.contains("text")) slide.text = TRY(readShort(json, "text", languages, mostTextLetters));
    TRY(readSight(json, languages, slide));
    return slide;
}

} // namespace

bool isMediaFile(std::string_view name, std::initializer_list<std::string_view> endings) {
    auto const dot = name.rfind('.');
    if (dot == 0 || dot == name.npos || dot > longestStem) return false;
    return std::ranges::find(endings, name.substr(dot)) != endings.end() &&
           name.substr(0, dot).find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == name.npos;
}

std::string_view pictureType(std::string_view name) {
    return name.ends_with(".png") ? "image/png" : "image/jpeg";
}

std::vector<std::string> Attract::media() const {
    std::vector<std::string> names;
    auto const add = [&](std::string const& name) {
        if (!name.empty() && std::ranges::find(names, name) == names.end()) names.push_back(name);
    };
    for (auto const& slide : slides) {
        add(slide.picture);
        add(slide.film);
        for (auto const& [language, file] : slide.captions) add(file);
    }
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
