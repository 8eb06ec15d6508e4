#include "kiosk/core/media/Sound.h"

#include <gmock/gmock.h>

namespace kiosk::media {

namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;

std::string little(std::uint64_t number, int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += char(number >> unsigned(8 * i) & 0xFFU);
    return text;
}

/// By table, as the reader does it bit by bit (RFC 3533 points to the CRC of Ethernet's polynomial, not turned).
std::uint32_t crc(std::string const& page) {
    std::uint32_t sum = 0;
    for (auto const byte : page) {
        auto entry = (sum >> 24U ^ static_cast<unsigned char>(byte)) << 24U;
        for (int i = 0; i < 8; ++i) entry = entry << 1U ^ (entry >> 31U) * 0x04C11DB7U;
        sum = sum << 8U ^ entry;
    }
    return sum;
}

std::string page(char flags, std::uint64_t granule, std::uint64_t number, std::string const& content,
                 std::uint64_t stream = 7) {
    auto const begin = std::string("OggS\0", 5) + flags + little(granule, 8) + little(stream, 4) + little(number, 4);
    auto const end = std::string{1, char(content.size())} + content;
    return begin + little(crc(begin + little(0, 4) + end), 4) + end;
}

std::string head(char channels = 1) {
    return "OpusHead" + std::string{1, channels} + little(312, 2) + little(48000, 4) + little(0, 2) +
           std::string(1, '\0');
}

std::string sound(std::uint64_t samples) {
    return page(2, 0, 0, head()) + page(0, 0, 1, "OpusTags") + page(4, samples + 312, 2, "packet");
}

std::string why(std::string const& data) {
    auto const read = readSound(asBytes(data));
    return read ? "taken" : read.error().text;
}

} // namespace

TEST(Sound, isOpusInOggAndSaysHowLongItIs) {
    auto const read = readSound(asBytes(sound(96000)));
    ASSERT_TRUE(read) << read.error().text;
    EXPECT_EQ(*read, 2s);
    EXPECT_THAT(why("RIFF....WAVE"), HasSubstr("not an Ogg file"));
    EXPECT_THAT(why(page(2, 0, 0, "\1vorbis")), HasSubstr("not Opus"));
    EXPECT_THAT(why(page(2, 0, 0, head(6))), HasSubstr("one or two"));
    EXPECT_THAT(why(page(2, 0, 0, head()) + page(4, 900, 1, "OpusGags")), HasSubstr("not Opus"));
    EXPECT_THAT(why(""), HasSubstr("no data"));
}

TEST(Sound, isShortAndSmall) {
    EXPECT_EQ(why(sound(90 * 48000)), "taken");
    EXPECT_THAT(why(sound(91 * 48000)), HasSubstr("longer than a minute and a half"));
    EXPECT_THAT(why(sound(0)), HasSubstr("nothing to hear"));
    EXPECT_THAT(why(std::string(mostSoundBytes + 1, 'x')), HasSubstr("larger than 1 MiB"));
}

TEST(Sound, isWholeAndOneStream) {
    auto const whole = sound(4800);
    ASSERT_EQ(why(whole), "taken");
    for (std::size_t size = 0; size < whole.size(); ++size) EXPECT_NE(why(whole.substr(0, size)), "taken") << size;
    for (std::size_t at = 0; at < whole.size(); ++at) {
        auto damaged = whole;
        damaged[at] = char(damaged[at] ^ 1);
        EXPECT_NE(why(damaged), "taken") << at;
    }
    EXPECT_NE(why(whole + "x"), "taken");
    auto const begin = page(2, 0, 0, head()) + page(0, 0, 1, "OpusTags");
    EXPECT_THAT(why(begin + page(0, 960, 2, "a") + page(4, 1920, 4, "b")), HasSubstr("a page is missing"));
    EXPECT_THAT(why(begin + page(4, 960, 2, "a", 8)), HasSubstr("more than one stream"));
    EXPECT_THAT(why(whole + whole), HasSubstr("more than one stream"));
    EXPECT_THAT(why(begin + page(0, 9600, 2, "a") + page(4, 960, 3, "b")), HasSubstr("back in time"));
}

} // namespace kiosk::media
