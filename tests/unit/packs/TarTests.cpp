#include "kiosk/core/packs/Tar.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kiosk::packs {
namespace {

using testing::HasSubstr;

Bytes tarOf(std::vector<std::pair<std::string, Bytes>> const& files) {
    Bytes tar;
    TarWriter writer([&](ByteView bytes) {
        base::append(tar, bytes);
        return Result<void>{};
    });
    for (auto const& [name, content] : files) EXPECT_TRUE(writer.add(name, content));
    EXPECT_TRUE(writer.finish());
    return tar;
}

Bytes const& sample() {
    static const Bytes tar = tarOf({{"a.txt", toBytes("alpha")}, {"folder/b", Bytes(512, 7)}, {"empty", {}}});
    return tar;
}

/// Puts `text` into the first header and makes its checksum right again.
Bytes withHeader(std::size_t offset, std::string_view text) {
    Bytes tar = sample();
    std::copy(text.begin(), text.end(), tar.begin() + static_cast<std::ptrdiff_t>(offset));
    std::fill_n(tar.begin() + 148, 8, std::uint8_t{' '});
    unsigned sum = 0;
    for (std::size_t i = 0; i < tarBlock; ++i) sum += tar[i];
    char digits[8];
    std::snprintf(digits, sizeof digits, "%06o", sum);
    std::copy_n(digits, 7, tar.begin() + 148);
    return tar;
}

std::string whyRefused(ByteView tar, TarLimits const& limits = {}) {
    auto const read = readTar(tar, limits);
    return read ? "not refused" : read.error().text;
}

TEST(Tar, readsBackWhatWasWritten) {
    auto const entries = readTar(sample());
    ASSERT_TRUE(entries) << entries.error().text;
    ASSERT_EQ(entries->size(), 3U);
    EXPECT_EQ((*entries)[0].name, "a.txt");
    EXPECT_EQ(asText((*entries)[0].content), "alpha");
    EXPECT_EQ((*entries)[1].content.size(), 512U);
    EXPECT_TRUE((*entries)[2].content.empty());
}

TEST(Tar, sameContentIsTheSameBytes) {
    EXPECT_EQ(tarOf({{"x", toBytes("1")}}), tarOf({{"x", toBytes("1")}}));
}

TEST(Tar, readsTheSameInPiecesOfAnySize) {
    for (const std::size_t piece : {1U, 7U, 511U, 513U, 4096U}) {
        std::string seen;
        TarReader reader({}, {.begin =
                                  [&](std::string const& name, std::uint64_t length) {
                                      seen += "<" + name + ":" + std::to_string(length) + ">";
                                      return Result<void>{};
                                  },
                              .data =
                                  [&](ByteView content) {
                                      seen += asText(content);
                                      return Result<void>{};
                                  },
                              .end =
                                  [&] {
                                      seen += ";";
                                      return Result<void>{};
                                  }});
        for (std::size_t at = 0; at < sample().size(); at += piece)
            ASSERT_TRUE(reader.write(ByteView(sample()).subspan(at, std::min(piece, sample().size() - at))));
        ASSERT_TRUE(reader.finish());
        EXPECT_EQ(seen, "<a.txt:5>alpha;<folder/b:512>" + std::string(512, 7) + ";<empty:0>;") << piece;
    }
}

TEST(Tar, everyFlippedBitIsRefusedOrInAFileContent) {
    for (std::size_t at = 0; at < sample().size(); ++at) {
        bool const inContent = (at >= 512 && at < 517) || (at >= 1536 && at < 2048);
        for (unsigned bit = 0; bit < 8 && !inContent; ++bit) {
            Bytes altered = sample();
            altered[at] ^= static_cast<std::uint8_t>(1U << bit);
            EXPECT_FALSE(readTar(altered)) << "byte " << at << " bit " << bit;
        }
    }
}

TEST(Tar, cutAtAnyByteIsRefused) {
    for (std::size_t length = 0; length < sample().size(); ++length) {
        auto const read = readTar(ByteView(sample()).first(length));
        ASSERT_FALSE(read) << length;
        EXPECT_EQ(read.error().kind, ErrorKind::Corrupt);
    }
    EXPECT_THAT(whyRefused(ByteView(sample()).first(514)), HasSubstr("a.txt: cut short"));
}

TEST(Tar, anythingAfterTheEndIsRefused) {
    Bytes longer = sample();
    longer.push_back(0);
    EXPECT_THAT(whyRefused(longer), HasSubstr("something follows the end"));
}

struct Trick {
    char const* name;
    std::size_t offset;
    std::string text;
    char const* why;
};
class TarTricks : public testing::TestWithParam<Trick> {};
TEST_P(TarTricks, isRefusedWithItsReason) {
    EXPECT_THAT(whyRefused(withHeader(GetParam().offset, GetParam().text)), HasSubstr(GetParam().why));
}
INSTANTIATE_TEST_SUITE_P(
    Tar, TarTricks,
    testing::Values(
        Trick{"hardLink", 156, "1", "hard link"}, Trick{"symbolicLink", 156, "2", "symbolic link"},
        Trick{"characterDevice", 156, "3", "device"}, Trick{"blockDevice", 156, "4", "device"},
        Trick{"folder", 156, "5", "folder"}, Trick{"pipe", 156, "6", "pipe"},
        Trick{"contiguousFile", 156, "7", "type that is not taken"},
        Trick{"gnuLongName", 156, "L", "type that is not taken"},
        Trick{"paxHeader", 156, "x", "type that is not taken"},
        Trick{"oldStyleFile", 156, std::string(1, '\0'), "type that is not taken"},
        Trick{"absolute", 0, "/.txt", "not safe"}, Trick{"parent", 0, "../xx", "not safe"},
        Trick{"parentInside", 0, "a/../b", "not safe"}, Trick{"hidden", 0, ".profile", "not safe"},
        Trick{"doubleSlash", 0, "a//xt", "not safe"}, Trick{"newline", 0, "a\nxt", "not safe"},
        Trick{"backslash", 0, "a\\xt", "not safe"}, Trick{"byteAfterNameEnd", 50, "x", "one plain form"},
        Trick{"prefix", 345, "/etc", "one plain form"}, Trick{"linkTarget", 157, "/etc/passwd", "one plain form"},
        Trick{"setuidMode", 100, "0004755", "one plain form"}, Trick{"owner", 108, "0001750", "one plain form"},
        Trick{"gnuMagic", 257, "ustar  ", "one plain form"}, Trick{"base256Size", 124, "\x80", "size is not a number"},
        Trick{"hugeSize", 124, "77777777777", "too large"}),
    [](auto const& row) { return row.param.name; });

TEST(Tar, wrongChecksumIsRefused) {
    Bytes altered = sample();
    altered[148] = '7';
    EXPECT_THAT(whyRefused(altered), HasSubstr("byte 0: the header's checksum does not match"));
}

TEST(Tar, sameNameTwiceIsRefusedByReaderAndWriter) {
    Bytes twice = tarOf({{"a", toBytes("1")}});
    twice.resize(twice.size() - 1024);
    base::append(twice, tarOf({{"a", toBytes("2")}}));
    EXPECT_THAT(whyRefused(twice), HasSubstr("a: is there twice"));
    TarWriter writer([](ByteView) { return Result<void>{}; });
    ASSERT_TRUE(writer.add("a", {}));
    EXPECT_FALSE(writer.add("a", {}));
}

TEST(Tar, limitsHold) {
    EXPECT_THAT(whyRefused(sample(), {.entries = 2}), HasSubstr("more entries than 2"));
    EXPECT_THAT(whyRefused(sample(), {.entryBytes = 511}), HasSubstr("folder/b: is too large"));
    EXPECT_THAT(whyRefused(sample(), {.totalBytes = 516}), HasSubstr("folder/b: is too large"));
    EXPECT_EQ(whyRefused(sample(), {.entries = 3, .entryBytes = 512, .totalBytes = 517}), "not refused");
}

TEST(Tar, writerKeepsToWhatWasAnnounced) {
    TarWriter writer([](ByteView) { return Result<void>{}; });
    ASSERT_TRUE(writer.begin("a", 3));
    EXPECT_FALSE(writer.write(toBytes("four")));
    EXPECT_FALSE(writer.finish());
    EXPECT_FALSE(writer.begin("b", 0));
    ASSERT_TRUE(writer.write(toBytes("abc")));
    EXPECT_FALSE(writer.add("../b", {}));
    EXPECT_TRUE(writer.finish());
}

TEST(Tar, callbackErrorsEndTheReading) {
    TarReader reader({}, {.begin = [](std::string const&, std::uint64_t) -> Result<void> {
                              return fail(ErrorKind::Full, "disk full");
                          },
                          .data = [](ByteView) { return Result<void>{}; },
                          .end = [] { return Result<void>{}; }});
    auto const result = reader.write(sample());
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::Full);
}

} // namespace
} // namespace kiosk::packs
