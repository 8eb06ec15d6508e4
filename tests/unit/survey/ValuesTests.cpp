#include "kiosk/core/survey/Values.h"

#include <gtest/gtest.h>

namespace kiosk::survey {
namespace {

Json value(char const* type, Json const& content) {
    return {{std::string("value") + type, content}};
}

TEST(FhirDate, takesRealDaysMonthsAndYears) {
    for (auto const* text : {"2026", "2026-12", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"})
        EXPECT_TRUE(isDate(text)) << text;
}

TEST(FhirDate, refusesWhatIsNoDay) {
    for (auto const* text : {"", "26", "2026-13", "2026-00", "2026-1", "2026-02-29", "1900-02-29", "2026-04-31",
                             "2026-01-00", "0000", "2026-01-01T10:00:00Z", "2026/01/01", " 2026", "2026-1-01", "-026"})
        EXPECT_FALSE(isDate(text)) << text;
}

TEST(TextLength, countsCodePointsAndRefusesWhatIsNotText) {
    EXPECT_EQ(textLength("año 🙂"), 5U);
    EXPECT_EQ(textLength("two\nlines\t."), 11U);
    for (auto const* text : {"\xff", "\xc3", "\xed\xa0\x80", "bell\a", "esc\x1b[0m", "del\x7f"})
        EXPECT_FALSE(textLength(text)) << text;
    EXPECT_FALSE(textLength(std::string("nul\0", 4)));
}

TEST(Values, areCheckedByType) {
    const std::pair<char const*, Json> good[]{
        {"Boolean", true}, {"Integer", -2147483648LL}, {"Integer", 2147483647},    {"Decimal", 1.5}, {"Decimal", 2},
        {"String", "x"},   {"Date", "2026-05"},        {"Coding", {{"code", "a"}}}};
    for (auto const& [type, content] : good) EXPECT_TRUE(checkValue(value(type, content))) << type << content;
    const std::pair<char const*, Json> bad[]{{"Boolean", "true"},
                                             {"Boolean", 1},
                                             {"Integer", 1.0},
                                             {"Integer", 2147483648LL},
                                             {"Integer", -2147483649LL},
                                             {"Decimal", "1.5"},
                                             {"Decimal", std::numeric_limits<double>::infinity()},
                                             {"String", ""},
                                             {"String", " \n"},
                                             {"String", "\xff"},
                                             {"String", 5},
                                             {"Date", "2026-02-30"},
                                             {"Coding", "a"},
                                             {"Coding", Json::object()},
                                             {"Coding", {{"code", ""}}},
                                             {"Coding", {{"code", "a"}, {"system", 1}}},
                                             {"Coding", {{"code", "\xff"}}},
                                             {"Quantity", {{"value", 1}}},
                                             {"Decimal", 1e16}};
    for (auto const& [type, content] : bad) EXPECT_FALSE(checkValue(value(type, content))) << type;
}

TEST(Values, needExactlyOneMember) {
    EXPECT_FALSE(checkValue(Json::object()));
    EXPECT_FALSE(checkValue(Json(3)));
    EXPECT_FALSE(checkValue(Json{{"valueInteger", 1}, {"valueString", "x"}}));
    EXPECT_FALSE(checkValue(Json{{"answerInteger", 1}}));
}

TEST(Values, compareNumbersAcrossTypes) {
    EXPECT_TRUE(compare(value("Integer", 3), value("Decimal", 3.0)) == 0);
    EXPECT_TRUE(compare(value("Integer", 3), value("Decimal", 3.5)) < 0);
    EXPECT_TRUE(compare(value("Integer", 10), value("Integer", 9)) > 0);
}

TEST(Values, comparePartialDatesAsFarAsBothGo) {
    EXPECT_TRUE(compare(value("Date", "2026-05"), value("Date", "2026-06-01")) < 0);
    EXPECT_TRUE(compare(value("Date", "2027"), value("Date", "2026-06-01")) > 0);
    EXPECT_TRUE(compare(value("Date", "2026-06-01"), value("Date", "2026-06-01")) == 0);
    EXPECT_EQ(compare(value("Date", "2026"), value("Date", "2026-06-01")), std::partial_ordering::unordered);
}

TEST(Values, compareCodingsBySystemAndCodeOnly) {
    auto const coding = [](Json const& content) { return value("Coding", content); };
    EXPECT_TRUE(
        same(coding({{"system", "s"}, {"code", "a"}}), coding({{"code", "a"}, {"system", "s"}, {"display", "A"}})));
    EXPECT_FALSE(same(coding({{"system", "s"}, {"code", "a"}}), coding({{"code", "a"}})));
    EXPECT_FALSE(same(coding({{"system", "s"}, {"code", "a"}}), coding({{"system", "s"}, {"code", "b"}})));
    EXPECT_FALSE(same(coding({{"code", "a"}}), value("String", "a")));
}

} // namespace
} // namespace kiosk::survey
