// What a kiosk shows while nobody is there.
#include "tests/unit/viewmodels/Visits.h"

#include "kiosk/core/base/Encoding.h"

namespace kiosk::viewmodels {

using namespace std::chrono_literals;

namespace {

/// The smallest PNG there is: one pixel.
Bytes pixel() {
    return *base::fromBase64(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg"
        "gg==");
}

Json withSlides() {
    auto settings = Practice::settings();
    settings["attract"] = {{"slide_s", 9},
                           {"slides", Json::array({Json{{"title", {{"en", "More chairs"}, {"es", "Más sillas"}}},
                                                        {"picture", "chairs.png"},
                                                        {"picture_text", {{"en", "Chairs"}, {"es", "Sillas"}}}},
                                                   Json{{"title", {{"en", "Open late"}, {"es", "Abierto"}}}}})}};
    return settings;
}

} // namespace

TEST_F(Visits, atRestShowEachSlideInEachLanguage) {
    auto const pack = disk.practice.factoryPack({.settings = withSlides(), .media = {{"chairs.png", pixel()}}});
    auto const read = Catalogue::read(*packs::Pack::parse(pack));
    ASSERT_TRUE(read) << read.error().text;
    kiosk.use(*read);
    auto const slides = kiosk.slides();
    ASSERT_EQ(slides.size(), 4);
    EXPECT_EQ(kiosk.slideSeconds(), 9);
    EXPECT_EQ(slides[1].toMap().value("title"), "Más sillas");
    EXPECT_EQ(slides[1].toMap().value("pictureText"), "Sillas");
    EXPECT_EQ(slides[3].toMap().value("language"), "es");
    EXPECT_EQ(kiosk.addressOf("chairs.png").left(22), "data:image/png;base64,");
    EXPECT_EQ(kiosk.addressOf("none.png"), "");
    EXPECT_EQ(kiosk.addressOf(""), "");
}

TEST_F(Visits, atRestSayHowLongTheSurveysTake) {
    EXPECT_GE(kiosk.leastMinutes(), 1);
    EXPECT_GT(kiosk.mostMinutes(), kiosk.leastMinutes());
    EXPECT_TRUE(kiosk.slides().isEmpty());
}

TEST(Slides, whosePictureIsDamagedOrMissingRefuseThePack) {
    Practice const practice;
    auto damaged = pixel();
    damaged.resize(damaged.size() - 8);
    auto const read = Catalogue::read(
        *packs::Pack::parse(practice.factoryPack({.settings = withSlides(), .media = {{"chairs.png", damaged}}})));
    ASSERT_FALSE(read);
    EXPECT_NE(read.error().text.find("media/chairs.png"), std::string::npos) << read.error().text;
    EXPECT_FALSE(Catalogue::read(*packs::Pack::parse(practice.factoryPack({.settings = withSlides()}))));
}

std::string whyMedia(std::string const& damagedName) {
    auto settings = Practice::settings();
    settings["attract"]["slides"] = Json::array({Json{{"title", {{"en", "Welcome"}, {"es", "Bienvenida"}}},
                                                      {"film", "welcome.webm"},
                                                      {"film_text", {{"en", "x"}, {"es", "x"}}},
                                                      {"captions", {{"en", "en.vtt"}, {"es", "es.vtt"}}}}});
    auto const folder = Path(CANDOR_SOURCE_DIR) / "tests/fuzz/corpus/media";
    auto const film = *base::readFile(folder / "tiny.webm"), captions = *base::readFile(folder / "tiny.vtt");
    Practice::PackWish wish{.settings = settings,
                            .media = {{"welcome.webm", film}, {"en.vtt", captions}, {"es.vtt", captions}}};
    for (auto& [name, content] : wish.media)
        if (name == damagedName) content.resize(content.size() / 2);
    auto const read = Catalogue::read(*packs::Pack::parse(Practice().factoryPack(wish)));
    return read ? "taken" : read.error().text;
}

TEST(Slides, whoseFilmOrCaptionsAreDamagedRefuseThePack) {
    EXPECT_EQ(whyMedia(""), "taken");
    EXPECT_EQ(whyMedia("welcome.webm"), "media/welcome.webm: is cut off or damaged");
    EXPECT_NE(whyMedia("es.vtt").find("media/es.vtt: line "), std::string::npos) << whyMedia("es.vtt");
}

struct AtBedside : testing::Test {
    tests::support::FakeClock clock;
    Quiet quiet{clock};
    /// Around now, whatever the time zone of the machine that runs this.
    [[nodiscard]] packs::QuietHours hoursFrom(std::chrono::minutes before, std::chrono::minutes after) const {
        auto const seconds = std::chrono::system_clock::to_time_t(clock.now());
        std::tm local{};
        localtime_r(&seconds, &local);
        auto const now = std::chrono::hours(local.tm_hour) + std::chrono::minutes(local.tm_min);
        return {(now - before + 24h) % 24h, (now + after) % 24h};
    }
    void pass(std::chrono::seconds by) {
        clock.time += by;
        quiet.check();
    }
};

TEST_F(AtBedside, itIsDarkInItsQuietHoursOnly) {
    quiet.use(true, hoursFrom(-10min, 20min));
    EXPECT_FALSE(quiet.isDark());
    pass(11min);
    EXPECT_TRUE(quiet.isDark());
    pass(10min);
    EXPECT_FALSE(quiet.isDark());
}

TEST_F(AtBedside, aTouchMakesItLightForAMinute) {
    quiet.use(true, hoursFrom(10min, 60min));
    ASSERT_TRUE(quiet.isDark());
    quiet.wake();
    EXPECT_FALSE(quiet.isDark());
    pass(59s);
    EXPECT_FALSE(quiet.isDark());
    pass(2s);
    EXPECT_TRUE(quiet.isDark());
    quiet.wake();
    pass(-1h);
    quiet.use(true, hoursFrom(10min, 60min));
    EXPECT_TRUE(quiet.isDark()) << "a clock that is set back does not keep it light";
}

TEST_F(AtBedside, whoDoesNotWantToBeDisturbedIsNot) {
    quiet.use(true, {});
    EXPECT_FALSE(quiet.isDark());
    quiet.setDoNotDisturb(true);
    EXPECT_TRUE(quiet.isDark());
    quiet.wake();
    EXPECT_FALSE(quiet.isDark());
    EXPECT_TRUE(quiet.isNotToDisturb());
    quiet.setDoNotDisturb(false);
    pass(2min);
    EXPECT_FALSE(quiet.isDark());
}

TEST_F(AtBedside, aWaitingRoomIsNeverDark) {
    quiet.setDoNotDisturb(true);
    quiet.use(false, hoursFrom(10min, 60min));
    EXPECT_FALSE(quiet.isDark());
}

} // namespace kiosk::viewmodels
