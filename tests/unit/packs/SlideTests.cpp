#include "kiosk/core/packs/Slides.h"

#include <gmock/gmock.h>

namespace kiosk::packs {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;

Json goodSlides() {
    return Json::parse(R"({"slide_s":10,"slides":[
        {"title":{"en":"You said","es":"Usted dijo"},"text":{"en":"Chairs","es":"Sillas"},"picture":"chairs.png",
         "picture_text":{"en":"New chairs","es":"Sillas nuevas"}},
        {"title":{"en":"Open late","es":"Abierto hasta tarde"}}]})");
}

Result<Attract> parse(Json const& json) {
    return Attract::parse(json, {"en", "es"});
}

std::string why(char const* pointer, Json value) {
    auto json = goodSlides();
    json[Json::json_pointer(pointer)] = std::move(value);
    auto const attract = parse(json);
    return attract ? "taken" : attract.error().text;
}

TEST(Slides, areReadInTheirOrderWithAndWithoutAPicture) {
    auto const attract = parse(goodSlides());
    ASSERT_TRUE(attract) << attract.error().text;
    EXPECT_EQ(attract->each, 10s);
    ASSERT_EQ(attract->slides.size(), 2U);
    EXPECT_EQ(attract->slides[0].title.at("es"), "Usted dijo");
    EXPECT_EQ(attract->slides[0].pictureText->at("en"), "New chairs");
    EXPECT_EQ(attract->slides[1].picture, "");
    EXPECT_FALSE(attract->slides[1].text);
    EXPECT_EQ(attract->media(), std::vector<std::string>{"chairs.png"});
    auto json = goodSlides();
    json.erase("slide_s");
    EXPECT_EQ(parse(json)->each, 12s);
    json["slides"].push_back(json["slides"][0]);
    EXPECT_EQ(parse(json)->media().size(), 1U) << "each once";
}

Json filmSlide() {
    return Json::parse(R"({"title":{"en":"Welcome","es":"Bienvenida"},"film":"welcome.webm",
        "film_text":{"en":"A nurse waves","es":"Una enfermera saluda"},
        "captions":{"en":"welcome-en.vtt","es":"welcome-es.vtt"}})");
}

std::string whyFilm(char const* member, Json value) {
    auto slide = filmSlide();
    slide[member] = std::move(value);
    if (slide[member].is_null()) slide.erase(member);
    return why("/slides/1", slide);
}

TEST(Slides, mayHaveAFilmWithCaptionsInEachLanguage) {
    auto json = goodSlides();
    json["slides"][1] = filmSlide();
    auto const attract = parse(json);
    ASSERT_TRUE(attract) << attract.error().text;
    EXPECT_EQ(attract->slides[1].film, "welcome.webm");
    EXPECT_EQ(attract->slides[1].captions.at("es"), "welcome-es.vtt");
    EXPECT_EQ(attract->slides[1].pictureText->at("en"), "A nurse waves");
    EXPECT_EQ(attract->media(),
              (std::vector<std::string>{"chairs.png", "welcome.webm", "welcome-en.vtt", "welcome-es.vtt"}));
}

TEST(Slides, whoseFilmLacksWordsAreRefused) {
    EXPECT_EQ(whyFilm("film", "welcome.webm"), "taken");
    EXPECT_THAT(whyFilm("captions", nullptr), HasSubstr("slides: captions: a film needs them in each language"));
    EXPECT_THAT(whyFilm("captions", Json{{"en", "welcome-en.vtt"}}), HasSubstr("slides: captions: es"));
    EXPECT_THAT(whyFilm("captions", Json{{"en", "a.vtt"}, {"es", "b.srt"}}), HasSubstr("es: 'b.srt' is not the name"));
    EXPECT_THAT(whyFilm("film_text", nullptr), HasSubstr("slides: film_text"));
    EXPECT_THAT(whyFilm("film", "welcome.mp4"), HasSubstr("film: 'welcome.mp4' is not the name of a .webm"));
    EXPECT_THAT(whyFilm("film", nullptr), HasSubstr("there is no film"));
    EXPECT_THAT(whyFilm("picture", "chairs.png"), HasSubstr("there is a picture already"));
    EXPECT_THAT(why("/slides/0/film_text", Json{{"en", "x"}, {"es", "x"}}), HasSubstr("film_text: there is no film"));
}

TEST(Slides, countLettersAndNotBytes) {
    std::string arabic;
    for (int i = 0; i < 70; ++i) arabic += "ش";
    EXPECT_EQ(why("/slides/1/title/es", arabic), "taken");
    EXPECT_THAT(why("/slides/1/title/es", arabic + "ش"), HasSubstr("slides: title: es: is longer than 70"));
    EXPECT_THAT(why("/slides/0/text/en", std::string(181, 'x')), HasSubstr("text: en: is longer than 180"));
}

TEST(Slides, thatCannotBeShownAreRefusedByMember) {
    EXPECT_THAT(why("/slides", Json::array()), HasSubstr("slides: must have 1 to 24"));
    EXPECT_THAT(why("/slide_s", 5), HasSubstr("slide_s: must be from 6 to 60"));
    EXPECT_THAT(why("/slide_s", 61), HasSubstr("slide_s"));
    EXPECT_THAT(why("/slides/0/video", "x.webm"), HasSubstr("slides: video: is not a member"));
    EXPECT_THAT(why("/slides/0/picture", "../chairs.png"), HasSubstr("slides: picture: '../chairs.png'"));
    EXPECT_THAT(why("/slides/0/picture", "chairs.svg"), HasSubstr("slides: picture"));
    EXPECT_THAT(why("/slides/0/picture", ".png"), HasSubstr("slides: picture"));
    EXPECT_THAT(why("/slides/0/picture", "png"), HasSubstr("slides: picture"));
    EXPECT_THAT(why("/slides/0/picture_text", nullptr), HasSubstr("slides: picture_text"));
    EXPECT_THAT(why("/slides/1/picture_text", Json{{"en", "x"}, {"es", "x"}}), HasSubstr("there is no picture"));
    EXPECT_THAT(why("/slides/1/title", Json{{"en", "x"}}), HasSubstr("slides: title: es"));
}

} // namespace
} // namespace kiosk::packs
