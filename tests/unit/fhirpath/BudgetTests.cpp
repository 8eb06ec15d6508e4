#include "tests/unit/fhirpath/FhirPath.h"

namespace kiosk::fhirpath {
namespace {

using ::testing::HasSubstr;
using testing::valueOf;

ErrorKind kindOf(std::string_view expression, Environment const& environment) {
    auto const result = evaluate(*Expression::parse(expression), {}, environment);
    EXPECT_FALSE(result) << expression;
    return result ? ErrorKind::Internal : result.error().kind;
}

TEST(Budget, endsWhatWouldNotEnd) {
    auto environment = testing::environmentOfTests();
    environment.budget.steps = 100'000;
    EXPECT_EQ(kindOf("1L.repeat($this + 1)", environment), ErrorKind::Full);
    environment.budget = {1'000'000'000, 1U << 20U, std::chrono::seconds(10)};
    EXPECT_EQ(kindOf("'x'.repeat($this & $this)", environment), ErrorKind::Full);
    environment.budget = {1'000'000'000, 1U << 30U, std::chrono::milliseconds(20)};
    EXPECT_EQ(kindOf("1L.repeat($this + 1)", environment), ErrorKind::Full);
}

TEST(Budget, endsCollectionsThatGrow) {
    std::string text = "(1|2|3|4|5|6|7|8|9|10)";
    for (int i = 0; i < 8; ++i) text += ".select(1.combine(2).combine(3).combine(4).combine(5).combine(6).combine(7))";
    EXPECT_EQ(kindOf(text, testing::environmentOfTests()), ErrorKind::Full);
}

TEST(Budget, refusesWhatIsNestedTooDeep) {
    EXPECT_THAT(valueOf(std::string(10'000, '(') + "1" + std::string(10'000, ')')), HasSubstr("nested too deep"));
    EXPECT_THAT(valueOf(std::string(10'000, '-') + "1"), HasSubstr("nested too deep"));
    std::string calls;
    for (int i = 0; i < 5'000; ++i) calls += "iif(true,";
    EXPECT_THAT(valueOf(calls), HasSubstr("nested too deep"));
    EXPECT_EQ(valueOf(std::string(100, '(') + "1" + std::string(100, ')')), "[1]");
    EXPECT_THAT(valueOf(std::string(100'000, ' ')), HasSubstr("more than 64 KiB"));
}

TEST(Budget, errorsTellNoValue) {
    auto const patient =
        testing::documentOf(R"({"resourceType":"Patient","name":[{"family":"Secret","given":["Hidden","Other"]}]})");
    for (auto const* expression :
         {"name.given.single()", "name.family + 1", "name.given.toInteger()", "name.family.abs()", "name.family < 1",
          "name.select(family).defineVariable('context')", "name.family.matches('(')"}) {
        auto const value = valueOf(expression, patient);
        EXPECT_THAT(value, HasSubstr("error: line 1, column ")) << expression;
        for (auto const* secret : {"Secret", "Hidden"}) EXPECT_EQ(value.find(secret), std::string::npos) << value;
    }
}

} // namespace
} // namespace kiosk::fhirpath
