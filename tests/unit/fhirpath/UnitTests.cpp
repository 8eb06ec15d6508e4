#include "kiosk/core/fhirpath/Unit.h"
#include "kiosk/core/fhirpath/UnitTable.h"
#include "tests/unit/fhirpath/FhirPath.h"

namespace kiosk::fhirpath {
namespace {

using testing::expectAll;

TEST(Unit, everyRowOfTheTableIsAUnit) {
    for (auto const& row : unitRows) EXPECT_TRUE(Unit::parse(row.code)) << row.code;
}

// Published: The Unified Code for Units of Measure, and the exact definitions of 1959.
TEST(Unit, convertsByPublishedFactors) {
    struct {
        char const *from, *to, *value, *result;
    } const rows[] = {{"[in_i]", "cm", "1", "2.54"},    {"[lb_av]", "g", "1", "453.59237"},
                      {"[mi_i]", "m", "1", "1609.344"}, {"[gal_us]", "L", "1", "3.785411784"},
                      {"Cel", "[degF]", "37", "98.6"},  {"[degF]", "Cel", "212", "100"},
                      {"K", "Cel", "0", "-273.15"},     {"mm[Hg]", "Pa", "1", "133.322"},
                      {"mg/dL", "g/L", "100", "1"},     {"umol/L", "mmol/L", "5", "0.005"},
                      {"km/h", "m/s", "36", "10"},      {"kg.m/s2", "N", "2", "2"},
                      {"10*3/uL", "10*9/L", "5", "5"},  {"wk", "h", "1", "168"},
                      {"a", "d", "1", "365.25"},        {"[IU]/mL", "k[iU]/L", "1", "1"},
                      {"%", "1", "5", "0.05"}};
    for (auto const& row : rows) {
        auto const from = Unit::parse(row.from), to = Unit::parse(row.to);
        ASSERT_TRUE(from && to) << row.from;
        ASSERT_TRUE(from->measuresTheSameAs(*to)) << row.from << " " << row.to;
        auto const result = from->convert(*Decimal::parse(row.value), *to);
        EXPECT_TRUE(result && *result == *Decimal::parse(row.result)) << row.from << " " << result->toString();
    }
}

TEST(Unit, refusesWhatIsNone) {
    for (auto const* code :
         {"", "mgg", "m//s", "m.", "(m", "m)", "kmin", "M", "mg mL", "{", "m{x", "m2000", "Cel.m", "2"}) {
        bool const isNumber = std::string_view(code) == "2";
        EXPECT_EQ(Unit::parse(code).has_value(), isNumber) << code;
    }
    EXPECT_FALSE(Unit::parse(std::string(100, '(') + "m" + std::string(100, ')')));
    EXPECT_TRUE(Unit::parse("{tablets}")->measuresTheSameAs(*Unit::parse("1")));
}

TEST(Quantity, comparesAcrossUnits) {
    expectAll({{"1 'm' = 100 'cm'", "[true]"},
               {"4 'g' != 4040 'mg'", "[true]"},
               {"4 'g' ~ 4040 'mg'", "[true]"},
               {"1 'cm' = 1 's'", "[]"},
               {"1 'cm' < 1 's'", "[]"},
               {"1 'furlong' = 1 'furlong'", "[true]"},
               {"1 'furlong' = 1 'm'", "[]"},
               {"98.6 '[degF]' = 37 'Cel'", "[true]"},
               {"5.5 'mmol/L' > 5 'mmol/L'", "[true]"},
               {"1 week = 7 days and 1 'wk' = 7 days and 1 'h' = 60 minutes", "[true]"},
               {"1 year = 12 months", "[true]"},
               {"1 year = 1 'a'", "[]"},
               {"1 year ~ 1 'a'", "[true]"},
               {"1 month > 20 days", "[]"}});
}

TEST(Quantity, computes) {
    auto const quantity = [](std::string_view value, std::string_view unit) {
        return "[{\"value\":" + std::string(value) + ",\"unit\":\"" + std::string(unit) +
               "\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"" + std::string(unit) + "\"}]";
    };
    EXPECT_EQ(testing::valueOf("3 'm' + 3 'cm'"), quantity("303", "cm"));
    EXPECT_EQ(testing::valueOf("3 'cm' - 1 'm'"), quantity("-97", "cm"));
    EXPECT_EQ(testing::valueOf("2 'm' * 3 'm'"), quantity("6", "m2"));
    EXPECT_EQ(testing::valueOf("70 'kg' / (1.75 'm' * 1.75 'm')").substr(0, 30), R"([{"value":22.85714285714285714)");
    EXPECT_EQ(testing::valueOf("5 'mg' / 2"), quantity("2.5", "mg"));
    EXPECT_EQ(testing::valueOf("-(5 'mg')"), quantity("-5", "mg"));
    expectAll({{"2.0 'cm' * 2.0 'm' = 0.040 'm2'", "[true]"},
               {"1 'm' / 1 'm' = 1 '1'", "[true]"},
               {"1 'm' + 1 's'", "[]"},
               {"5 'mg' div 2 'mg'", "error"},
               {"(5 'mg').value | (5 'mg').unit", "[5,\"mg\"]"}});
}

} // namespace
} // namespace kiosk::fhirpath
