#include "kiosk/core/fhirpath/Decimal.h"

#include <gtest/gtest.h>

namespace kiosk::fhirpath {
namespace {

Decimal decimal(std::string_view text) {
    auto const value = Decimal::parse(text);
    if (!value) ADD_FAILURE() << text;
    return value.value_or(Decimal{});
}

std::string text(std::optional<Decimal> const& value) {
    return value ? value->toString() : "nothing";
}

TEST(Decimal, keepsTheDigitsItWasGiven) {
    for (auto const* each : {"0", "1.10", "-0.5", "0.00", "12345678901234567890.123456789012345678", "-100"})
        EXPECT_EQ(decimal(each).toString(), each);
    EXPECT_EQ(decimal("1.5e2").toString(), "150");
    EXPECT_EQ(decimal("1.0e2").toString(), "100");
    EXPECT_EQ(decimal("25E-3").toString(), "0.025");
    EXPECT_EQ(decimal("0.33333333333333333333333333333333333333333333").toString(),
              "0.3333333333333333333333333333333333333");
    for (auto const* each : {"", "-", ".5", "5.", "1e", "1e999", "a", "1 ", "999999999999999999999999999999999999999"})
        EXPECT_FALSE(Decimal::parse(each)) << each;
}

TEST(Decimal, countsExactly) {
    EXPECT_EQ(text(Decimal::add(decimal("0.1"), decimal("0.2"))), "0.3");
    EXPECT_EQ(text(Decimal::add(decimal("1.10"), decimal("1"))), "2.10");
    EXPECT_EQ(text(Decimal::subtract(decimal("1.8"), decimal("1.2"))), "0.6");
    EXPECT_EQ(text(Decimal::multiply(decimal("1.2"), decimal("1.8"))), "2.16");
    EXPECT_EQ(text(Decimal::divide(decimal("1"), decimal("8"))), "0.125");
    EXPECT_EQ(text(Decimal::divide(decimal("-2"), decimal("3"))), "-0.6666666666666666666666666667");
    EXPECT_EQ(text(Decimal::divide(decimal("1"), decimal("-3"))), "-0.3333333333333333333333333333");
    EXPECT_EQ(text(Decimal::divide(decimal("1"), decimal("0.00"))), "nothing");
    EXPECT_EQ(text(Decimal::wholeDivide(decimal("-7.5"), decimal("2"))), "-3");
    EXPECT_EQ(text(Decimal::remainder(decimal("2.2"), decimal("1.8"))), "0.4");
}

TEST(Decimal, sumsADigitOfTwentyEight) {
    EXPECT_EQ(text(Decimal::add(decimal("12345678901234567890.12345678"), decimal("0.00000001"))),
              "12345678901234567890.12345679");
    EXPECT_EQ(text(Decimal::add(decimal("99999999999999999999999999999999999999"),
                                decimal("99999999999999999999999999999999999999"))),
              "nothing");
}

TEST(Decimal, comparesByValue) {
    EXPECT_EQ(decimal("1.10"), decimal("1.1"));
    EXPECT_LT(decimal("-2"), decimal("-1.999"));
    EXPECT_LT(decimal("0.0000000000000000000000000000001"), decimal("99999999999999999999999999999999999"));
}

TEST(Decimal, rounds) {
    using Rounding = Decimal::Rounding;
    EXPECT_EQ(text(decimal("2.5").withScale(0)), "3");
    EXPECT_EQ(text(decimal("-2.5").withScale(0)), "-3");
    EXPECT_EQ(text(decimal("2.49").withScale(0)), "2");
    EXPECT_EQ(text(decimal("-1.2").withScale(0, Rounding::Down)), "-2");
    EXPECT_EQ(text(decimal("-1.2").withScale(0, Rounding::Up)), "-1");
    EXPECT_EQ(text(decimal("-1.9").withScale(0, Rounding::TowardsZero)), "-1");
    EXPECT_EQ(text(decimal("1.5").withScale(3)), "1.500");
    EXPECT_EQ(decimal("1.500").trimmed().toString(), "1.5");
}

TEST(Decimal, comesFromReals) {
    EXPECT_EQ(text(Decimal::nearTo(9.0L)), "9");
    EXPECT_EQ(text(Decimal::nearTo(0.1L)), "0.1");
    EXPECT_EQ(text(Decimal::nearTo(1e-300L)), "0");
    EXPECT_EQ(text(Decimal::nearTo(1e300L)), "nothing");
    EXPECT_EQ(text(Decimal::nearTo(-1.0L / 0.0L)), "nothing");
}

} // namespace
} // namespace kiosk::fhirpath
