#include "kiosk/core/survey/Answers.h"
#include "kiosk/core/survey/Values.h"

#include <gtest/gtest.h>

namespace kiosk::survey {
namespace {

Json value(char const* type, Json const& content) {
    return {{std::string("value") + type, content}};
}

bool isGood(Json const& answer) {
    auto const given = parseAnswers(Json::array({answer}));
    auto const* element = given ? given->root().child("answer")->child("value") : nullptr;
    return element && checkValue(*element);
}

/// The order of two values as elements.
std::partial_ordering compare(Json const& left, Json const& right) {
    auto const l = parseAnswers(Json::array({left})), r = parseAnswers(Json::array({right}));
    return survey::compare(*l->root().child("answer")->child("value"), *r->root().child("answer")->child("value"));
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
    for (auto const& [type, content] : good) EXPECT_TRUE(isGood(value(type, content))) << type << content;
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
                                             {"Quantity", {{"value", "1"}}},
                                             {"Time", "25:00:00"},
                                             {"DateTime", "2026-01-01T10:00:00+15:00"},
                                             {"Uri", "a b"}};
    for (auto const& [type, content] : bad) EXPECT_FALSE(isGood(value(type, content))) << type;
}

TEST(Values, compareNumbersExactly) {
    auto const less = std::partial_ordering::less, equal = std::partial_ordering::equivalent;
    EXPECT_EQ(compareNumbers("0.1", "0.10"), equal);
    EXPECT_EQ(compareNumbers("-0", "0.00"), equal);
    EXPECT_EQ(compareNumbers("12e-1", "1.2"), equal);
    EXPECT_EQ(compareNumbers("9007199254740993", "9007199254740992.5"), std::partial_ordering::greater);
    EXPECT_EQ(compareNumbers("0.30000000000000004", "0.3"), std::partial_ordering::greater);
    EXPECT_EQ(compareNumbers("-2", "-1.999"), less);
    EXPECT_EQ(compareNumbers("1e5000", "1"), std::partial_ordering::unordered);
    EXPECT_EQ(decimalPlaces("1.10"), 2U);
    EXPECT_EQ(decimalPlaces("1.5e1"), 0U);
}

TEST(Values, compareDateTimesAcrossZones) {
    auto const at = [](char const* text) { return value("DateTime", text); };
    EXPECT_TRUE(compare(at("2026-01-01T00:30:00+01:00"), at("2025-12-31T23:30:00Z")) == 0);
    EXPECT_TRUE(compare(at("2026-01-01T10:00:00-05:00"), at("2026-01-01T14:59:59Z")) > 0);
    EXPECT_EQ(compare(at("2026-01-01"), at("2026-01-01T14:59:59Z")), std::partial_ordering::unordered);
}

TEST(Values, compareQuantitiesByTheirUnits) {
    auto const ucum = [](double number, char const* code) {
        return value("Quantity", {{"value", number}, {"system", "http://unitsofmeasure.org"}, {"code", code}});
    };
    EXPECT_TRUE(compare(ucum(1500, "g"), ucum(1.5, "kg")) == 0);
    EXPECT_TRUE(compare(ucum(10000, "m"), ucum(5, "km")) > 0);
    EXPECT_EQ(compare(ucum(1, "m"), ucum(1, "kg")), std::partial_ordering::unordered);
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
