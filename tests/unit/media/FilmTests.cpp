#include "kiosk/core/media/Film.h"
#include "tests/support/films/Webm.h"

#include <gmock/gmock.h>

namespace kiosk::media {

namespace {

using namespace std::chrono_literals;
using namespace tests::films;
using testing::HasSubstr;

std::string good() {
    return film(times(2000) + tracks(picture() + sound()) + frame(0) + frame(1000, '\x82'));
}

std::string why(std::string const& data) {
    auto const read = readFilm(asBytes(data));
    return read ? "taken" : read.error().text;
}

} // namespace

TEST(Film, saysWhatItIs) {
    auto const read = readFilm(asBytes(good()));
    ASSERT_TRUE(read) << read.error().text;
    EXPECT_EQ(read->wide, 640U);
    EXPECT_EQ(read->high, 360U);
    EXPECT_EQ(read->length, 2s);
    EXPECT_TRUE(read->hasSound);
    auto const mute = readFilm(asBytes(film(times(10) + tracks(picture()) + frame(1000))));
    ASSERT_TRUE(mute) << mute.error().text;
    EXPECT_FALSE(mute->hasSound);
    auto const filledUp = header(std::string("webm\0\0", 6)) + good().substr(header().size());
    EXPECT_EQ(why(filledUp), "taken") << "as GStreamer writes it";
    EXPECT_EQ(mute->length, 1005ms) << "a frame behind the time that the file claims counts";
}

TEST(Film, isVp9WithOpusInWebM) {
    EXPECT_THAT(why(film(times(1) + tracks(picture("V_VP8")) + frame(0))), HasSubstr("no picture in VP9"));
    EXPECT_THAT(why(film(times(1) + tracks(picture("V_MPEG4/ISO/AVC")) + frame(0))), HasSubstr("VP9"));
    EXPECT_THAT(why(film(times(1) + tracks(picture() + sound("A_VORBIS")) + frame(0))), HasSubstr("not Opus"));
    EXPECT_THAT(why(film(times(1) + tracks(sound()) + frame(0, '\x82'))), HasSubstr("no picture"));
    EXPECT_THAT(why(header("matroska") + element("\x18\x53\x80\x67", "")), HasSubstr("not a WebM file"));
    EXPECT_THAT(why(film(times(1) + tracks(picture() + sound() + sound()) + frame(0))), HasSubstr("more tracks"));
    EXPECT_THAT(why(film(times(1) + tracks(picture() + picture()) + frame(0))), HasSubstr("more tracks"));
    EXPECT_THAT(why(film(times(1) + tracks(picture()) + frame(0) + element("\x19\x41\xA4\x69", "x"))),
                HasSubstr("holds more than a film"));
    EXPECT_THAT(why(film(times(1) + tracks(element("\xAE", element("\x6D\x80", ""))))), HasSubstr("encrypted"));
    EXPECT_THAT(why("GIF89a"), HasSubstr("cut off or damaged"));
    EXPECT_THAT(why(""), HasSubstr("no data"));
}

TEST(Film, isShortAndSmall) {
    auto const sized = [](unsigned wide, unsigned high) {
        return why(film(times(1) + tracks(picture("V_VP9", wide, high)) + frame(0)));
    };
    EXPECT_EQ(sized(1280, 720), "taken");
    EXPECT_EQ(sized(720, 1280), "taken");
    for (auto const& [wide, high] : {std::pair{1281U, 10U}, {1280U, 721U}, {0U, 10U}, {10U, 0U}})
        EXPECT_THAT(sized(wide, high), HasSubstr("1280 by 720"));
    auto const long_ = [](float duration, unsigned last) {
        return why(film(times(duration) + tracks(picture()) + frame(last)));
    };
    EXPECT_EQ(long_(180000, 0), "taken");
    EXPECT_THAT(long_(180001, 0), HasSubstr("longer than three minutes"));
    EXPECT_THAT(long_(10, 180000), HasSubstr("longer than three minutes")) << "whatever it claims";
    EXPECT_THAT(long_(-1, 0), HasSubstr("damaged"));
    EXPECT_THAT(why(film(tracks(picture()) + frame(0))), HasSubstr("how long it is"));
    EXPECT_THAT(why(std::string(mostFilmBytes + 1, 'x')), HasSubstr("larger than 8 MiB"));
}

TEST(Film, endsWhereItSays) {
    auto const whole = good();
    ASSERT_EQ(why(whole), "taken");
    for (std::size_t size = 0; size < whole.size(); ++size) EXPECT_NE(why(whole.substr(0, size)), "taken") << size;
    EXPECT_THAT(why(whole + "x"), HasSubstr("behind its end"));
    auto live = whole; // the length of the segment left open
    auto const segment = live.find("\x18\x53\x80\x67") + 4;
    live.replace(segment, 8, "\x01\xFF\xFF\xFF\xFF\xFF\xFF\xFF");
    EXPECT_THAT(why(live), HasSubstr("does not say where it ends"));
    EXPECT_THAT(why(film(times(1) + tracks(picture()) + frame(0, '\x83'))), HasSubstr("track that is not there"));
    EXPECT_THAT(why(film(times(1) + tracks(picture()))), HasSubstr("no frame"));
}

/// Whatever stands in each byte: an answer, and not a crash (the sanitizer builds run this too).
TEST(Film, oneThatWasAlteredIsReadSafely) {
    auto const whole = good();
    for (std::size_t at = 0; at < whole.size(); ++at)
        for (unsigned value = 0; value < 256; ++value) {
            auto altered = whole;
            altered[at] = char(value);
            auto const read = readFilm(asBytes(altered));
            EXPECT_TRUE(!read || read->wide * std::uint64_t(read->high) <= mostFilmPixels) << at;
        }
}

} // namespace kiosk::media
