#include "kiosk/core/base/Clock.h"
#include "kiosk/core/base/Encoding.h"
#include "kiosk/core/base/File.h"
#include "kiosk/core/base/Json.h"
#include "kiosk/core/base/SecretBytes.h"
#include "kiosk/core/base/Uuid.h"

#include <fstream>
#include <gtest/gtest.h>
#include <set>
#include <sys/stat.h>

namespace kiosk::base {
namespace {

class Files : public testing::Test {
protected:
    void SetUp() override { std::filesystem::create_directories(m_folder); }
    void TearDown() override { std::filesystem::remove_all(m_folder); }
    Path m_folder = Path(testing::TempDir()) / ("candor-base-" + Uuid::random().toString());
};

TEST(UuidTest, isVersion4AndNeverTwice) {
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) {
        auto const text = Uuid::random().toString();
        EXPECT_EQ(text[14], '4');
        EXPECT_NE(std::string("89ab").find(text[19]), std::string::npos);
        EXPECT_TRUE(seen.insert(text).second);
        EXPECT_EQ(Uuid::parse(text)->toString(), text);
    }
}

TEST(UuidTest, refusesWhatIsNotOne) {
    for (auto const* text : {"", "123", "0123456789abcdef0123456789abcdef0123", "g1234567-89ab-4def-8123-456789abcdef",
                             "01234567-89ab-4def-8123-456789abcde", "01234567-89ab-4def-8123-456789abcdef0"})
        EXPECT_FALSE(Uuid::parse(text)) << text;
}

TEST(EncodingTest, base64HasOneSpellingOnly) {
    EXPECT_EQ(toBase64(asBytes("a")), "YQ==");
    EXPECT_EQ(toBase64(asBytes("a"), Padding::No), "YQ");
    EXPECT_EQ(*fromBase64("YQ=="), toBytes("a"));
    for (auto const* text : {"YQ", "YR==", "YQ=", "Y Q==", "YQ==\n", "Y-=="}) EXPECT_FALSE(fromBase64(text)) << text;
    EXPECT_FALSE(fromBase64("YQ==", Padding::No));
    EXPECT_FALSE(fromBase64("YR", Padding::No));
}

TEST(EncodingTest, hexRoundTrips) {
    EXPECT_EQ(toHex(Bytes{0, 255, 16}), "00ff10");
    EXPECT_EQ(*fromHex("00ff10"), (Bytes{0, 255, 16}));
    EXPECT_FALSE(fromHex("0"));
    EXPECT_FALSE(fromHex("0g"));
}

TEST(ClockTest, isoTextRoundTrips) {
    auto const instant = parseIsoText("2026-11-22T13:10:14Z");
    ASSERT_TRUE(instant);
    EXPECT_EQ(instant->time_since_epoch().count(), 1795353014000);
    EXPECT_EQ(toIsoText(*instant), "2026-11-22T13:10:14Z");
    EXPECT_EQ(parseIsoText("2026-11-22T13:10:14.25Z")->time_since_epoch().count(), 1795353014250);
}

TEST(ClockTest, refusesTimesThatCannotBe) {
    for (auto const* text :
         {"", "2026-02-30T00:00:00Z", "2026-01-01T24:00:00Z", "2026-01-01T00:00:00", "2026-01-01 00:00:00Z",
          "2026-01-01T00:00:00+01:00", "2026-01-01T00:00:00.Z", "20x6-01-01T00:00:00Z"})
        EXPECT_FALSE(parseIsoText(text)) << text;
}

TEST_F(Files, durableWriteReplacesWholeAndSetsMode) {
    auto const file = m_folder / "a";
    ASSERT_TRUE(writeFileDurably(file, asBytes("one")));
    ASSERT_TRUE(writeFileDurably(file, asBytes("two"), groupReads));
    EXPECT_EQ(asText(*readFile(file)), "two");
    struct stat info {};
    ASSERT_EQ(::stat(file.c_str(), &info), 0);
    EXPECT_EQ(info.st_mode & 0777U, 0640U);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(m_folder), {}), 1) << "a temporary file was left";
}

TEST_F(Files, errorsNameTheFile) {
    auto const missing = readFile(m_folder / "missing");
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().kind, ErrorKind::NotFound);
    EXPECT_NE(missing.error().text.find("missing"), std::string::npos);
    ASSERT_TRUE(writeFileDurably(m_folder / "large", asBytes("12345")));
    EXPECT_EQ(readFile(m_folder / "large", 4).error().kind, ErrorKind::Invalid);
    EXPECT_EQ(readFile(m_folder).error().kind, ErrorKind::Invalid) << "a folder is not a file";
    EXPECT_EQ(writeFileDurably(m_folder / "no" / "such", asBytes("x")).error().kind, ErrorKind::NotFound);
}

TEST_F(Files, aNewFileNeverReplacesAnother) {
    ASSERT_TRUE(writeNewFile(m_folder / "a", asBytes("one"), groupReads));
    EXPECT_FALSE(writeNewFile(m_folder / "a", asBytes("two")));
    EXPECT_EQ(asText(*readFile(m_folder / "a")), "one");
}

TEST_F(Files, foldersAreMadeWithTheirParentsOrRefused) {
    ASSERT_TRUE(makeFolders(m_folder / "a" / "b" / ""));
    ASSERT_TRUE(makeFolders(m_folder / "a" / "b")) << "is there already";
    EXPECT_TRUE(std::filesystem::is_directory(m_folder / "a" / "b"));
    ASSERT_TRUE(writeFileDurably(m_folder / "file", asBytes("x")));
    for (auto const& path : {m_folder / "file", m_folder / "file" / "inside", m_folder / std::string(300, 'x')}) {
        auto const made = makeFolders(path);
        ASSERT_FALSE(made) << path;
        EXPECT_NE(made.error().text.find(m_folder.string()), std::string::npos) << made.error().text;
    }
}

TEST_F(Files, readingDoesNotWaitForTheWriterOfAFifo) {
    ASSERT_EQ(::mkfifo((m_folder / "fifo").c_str(), 0600), 0);
    EXPECT_EQ(readFile(m_folder / "fifo").error().kind, ErrorKind::Invalid);
}

TEST(JsonTest, refusesWhatCouldHurt) {
    EXPECT_TRUE(parseJson(asBytes(R"({"a":[1,{"a":2}]})")));
    EXPECT_FALSE(parseJson(asBytes(R"({"a":1,"a":2})"))) << "a member twice";
    EXPECT_FALSE(parseJson(asBytes(std::string(100, '[') + std::string(100, ']')))) << "too deep";
    EXPECT_FALSE(parseJson(asBytes("[1,2"), {}));
    EXPECT_FALSE(parseJson(asBytes("\"\xff\"")));
    EXPECT_FALSE(parseJson(asBytes("[1111]"), JsonLimits{.bytes = 5})) << "too large";
    EXPECT_EQ(parseJson(asBytes("{\"secret\": oops}")).error().text.find("secret"), std::string::npos);
}

TEST(JsonTest, saysWhatIsWrongAndWhere) {
    auto const refusal = [](std::string_view text) { return parseJson(asBytes(text)).error().text; };
    EXPECT_EQ(refusal(""), "not JSON: it is empty");
    EXPECT_EQ(refusal(" \n"), "not JSON: it is empty");
    EXPECT_EQ(refusal(std::string_view("\xff\xfe{\0", 4)), "not JSON: it is UTF-16 and must be UTF-8");
    EXPECT_EQ(refusal("{\n  \"a\": [1,"), "not JSON: it ends too soon (line 2, column 11)");
    EXPECT_EQ(refusal("{\n  \"a\": \"cut"), "not JSON: it ends too soon (line 2, column 12)");
    EXPECT_EQ(refusal("{\"é\": }"), "not JSON (line 1, column 7)");
    EXPECT_EQ(refusal("{\"a\": 1]"), "not JSON (line 1, column 8)");
    EXPECT_EQ(refusal("{\n\"a\": \"\xe9t\xe9\"}"), "not JSON: a character that is not UTF-8 (line 2, column 8)");
}

TEST(SecretBytesTest, holdsWhatItWasGiven) {
    SecretBytes secret(asBytes("key"));
    auto copy = secret.copy();
    SecretBytes moved = std::move(secret);
    EXPECT_EQ(asText(moved.view()), "key");
    EXPECT_EQ(asText(copy.view()), "key");
    EXPECT_NE(toHex(SecretBytes::random(32).view()), toHex(SecretBytes::random(32).view()));
}

Result<int> half(int value) {
    if (value % 2 != 0) return fail(ErrorKind::Invalid, "odd");
    return value / 2;
}
Result<int> quarter(int value) {
    return TRY(half(TRY(half(value))));
}

TEST(ResultTest, tryGivesTheValueOrReturnsTheError) {
    EXPECT_EQ(*quarter(8), 2);
    EXPECT_EQ(quarter(6).error().text, "odd");
    EXPECT_EQ(quarter(7).error().in("seven").text, "seven: odd");
}

} // namespace
} // namespace kiosk::base
