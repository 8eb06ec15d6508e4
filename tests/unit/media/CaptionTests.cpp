#include "kiosk/core/media/Captions.h"

#include <gmock/gmock.h>

namespace kiosk::media {

namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::StartsWith;

std::string file(std::string const& blocks) {
    return "WEBVTT\n\n" + blocks;
}

std::string why(std::string const& text) {
    auto const captions = readCaptions(asBytes(text));
    return captions ? "taken" : captions.error().text;
}

std::string words(std::string const& line) {
    auto const captions = readCaptions(asBytes(file("00:01.000 --> 00:02.000\n" + line)));
    return captions ? captions->front().text : captions.error().text;
}

} // namespace

TEST(Captions, areReadWithTheirTimesNamesNotesAndSettings) {
    auto const captions =
        readCaptions(asBytes("\xEF\xBB\xBFWEBVTT for a film\r\n\r\nNOTE by\r\nnobody\r\n\r\nfirst\r\n"
                             "00:01.000 --> 00:02.500 line:0 align:start\r\nYou said\r\nwe did\r\n\r\n\r\n"
                             "01:00:03.004 --> 01:00:04.000\r\nمقاعد"));
    ASSERT_TRUE(captions) << captions.error().text;
    ASSERT_EQ(captions->size(), 2U);
    EXPECT_EQ((*captions)[0].from, 1s);
    EXPECT_EQ((*captions)[0].until, 2500ms);
    EXPECT_EQ((*captions)[0].text, "You said\nwe did");
    EXPECT_EQ((*captions)[1].from, 1h + 3s + 4ms);
    EXPECT_EQ((*captions)[1].text, "مقاعد");
}

TEST(Captions, areWordsAndNothingElse) {
    EXPECT_EQ(words("<b>More</b> <i>chairs</i> &amp; &lt;b&gt;"), "More chairs & <b>");
    for (auto const* line : {"<v Nurse>Hello", "<c.red>x</c>", "<00:01.500>x", "<b onclick>", "<"})
        EXPECT_THAT(words(line), HasSubstr("line 4: has a tag other than")) << line;
    EXPECT_THAT(words("Tom & Ann"), HasSubstr("line 4: has an &"));
    EXPECT_THAT(words("&#65;"), HasSubstr("line 4: has an &"));
    EXPECT_THAT(words("a\tb"), HasSubstr("line 4: holds a control"));
    EXPECT_THAT(words("a\u202Eb"), HasSubstr("line 4: holds a control or direction-changing"));
    EXPECT_EQ(words("a\u200Fb"), "a\u200Fb") << "marks beside Arabic are as they should be";
    EXPECT_THAT(words("<i></i>"), HasSubstr("has no words"));
}

TEST(Captions, thatCannotBeFollowedAreRefusedByLine) {
    EXPECT_THAT(why(""), HasSubstr("not a WebVTT file"));
    EXPECT_THAT(why("WEBVTT"), HasSubstr("no captions"));
    EXPECT_THAT(why("WEBVTTX\n\n"), HasSubstr("not a WebVTT file"));
    EXPECT_THAT(why("WEBVTT\nKind: captions\n\n"), HasSubstr("not a WebVTT file"));
    EXPECT_THAT(why("1\n00:00:01,000 --> 00:00:02,000\nSubRip\n"), HasSubstr("not a WebVTT file"));
    EXPECT_THAT(why(file("STYLE\n::cue { color: red }\n")), StartsWith("line 4: is no caption"));
    for (auto const* times : {"00:01,000 --> 00:02.000", "0:01.000 --> 00:02.000", "00:60.000 --> 01:02.000",
                              "00:01.000 --> ", "-0:01.000 --> 00:02.000", "00:01.000 --> 100:00:02.000"})
        EXPECT_THAT(why(file(std::string(times) + "\nx")), StartsWith("line 3: is not two times")) << times;
    EXPECT_THAT(why(file("00:02.000 --> 00:02.000\nx")), StartsWith("line 3: ends before"));
    EXPECT_THAT(why(file("00:01.000 --> 00:02.000 colour:red\nx")), StartsWith("line 3: has a setting"));
    EXPECT_THAT(why(file("00:01.000 --> 00:02.000\n")), HasSubstr("has no words"));
    EXPECT_THAT(why(file("00:01.000 --> 00:03.000\na\n\n00:02.000 --> 00:04.000\nb\n")),
                HasSubstr("before the one before"));
    EXPECT_THAT(why(file("00:01.000 --> 00:03.000\na\n00:03.000 --> 00:04.000\nb\n")), StartsWith("line 5: is within"));
}

TEST(Captions, areUtf8) {
    for (auto const* bytes : {"\xFF", "\xC3", "\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE0\x80\x80"})
        EXPECT_THAT(why(file("00:01.000 --> 00:02.000\n" + std::string(bytes))), HasSubstr("not text in UTF-8"));
    EXPECT_EQ(words("😀ق\u00A0é"), "😀ق\u00A0é");
}

TEST(Captions, areBounded) {
    EXPECT_EQ(words(std::string(120, 'x')), std::string(120, 'x'));
    EXPECT_THAT(words(std::string(121, 'x')), HasSubstr("longer than 120 letters"));
    EXPECT_THAT(why(file(std::string(mostCaptionBytes, '\n'))), HasSubstr("larger than 64 KiB"));
    std::string many;
    auto const twoDigits = [](std::size_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    for (std::size_t i = 0; i <= mostCaptions; ++i)
        many += "00:" + twoDigits(i / 60) + ":" + twoDigits(i % 60) + ".000 --> 00:" + twoDigits(i / 60) + ":" +
                twoDigits(i % 60) + ".900\nx\n\n";
    EXPECT_THAT(why(file(many)), HasSubstr("more than 400"));
}

} // namespace kiosk::media
