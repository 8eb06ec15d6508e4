#include "kiosk/core/fhirpath/Analysis.h"
#include "tests/support/growth/Growth.h"
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
    EXPECT_THAT(valueOf(std::string(100'000, '(') + "1" + std::string(100'000, ')')), HasSubstr("more than 64 KiB"));
}

TEST(Budget, longChainsNeedNoDeepStack) {
    std::string sum = "1", calls = "1";
    while (sum.size() < 60'000) sum += "+1";
    while (calls.size() < 60'000) calls += ".single()";
    EXPECT_EQ(valueOf(sum), "[" + std::to_string(1 + (sum.size() - 1) / 2) + "]");
    EXPECT_EQ(valueOf(calls), "[1]");
    for (auto const& text : {sum, calls}) static_cast<void>(analyse(*Expression::parse(text), {}));
}

/// What takes others exponential time, or the square.
class Catastrophic : public ::testing::TestWithParam<char const*> {};

TEST_P(Catastrophic, patternIsSearchedForInLinearTime) {
    auto const quoted = "'" + std::string(GetParam()) + "'";
    for (auto const& call :
         {"matches(" + quoted + ")", "matchesFull(" + quoted + ")", "replaceMatches(" + quoted + ", 'x')"}) {
        auto const expression = *Expression::parse("%text." + call);
        auto const work = [&](std::size_t n) {
            auto environment = testing::environmentOfTests();
            environment.variables["text"] = Collection(Value(std::string(n, 'a')));
            environment.budget.time = std::chrono::hours(1); // steps decide
            EXPECT_TRUE(evaluate(expression, {}, environment));
        };
        EXPECT_LT(kiosk::testing::growth(100'000, work), kiosk::testing::linear) << call;
    }
}

INSTANTIATE_TEST_SUITE_P(Budget, Catastrophic,
                         ::testing::Values("(a+)+b", "(a|a)*b", "(a|aa)+b", "(.*a){20}b", "((a*)*)*b", "(?:a?){30}b"));

TEST(Budget, matchesThatEachLookAtAllThatFollows) {
    // Each letter is a match, and to know it the rest has to be read.
    auto const expression = *Expression::parse("%text.replaceMatches('a(?:.*b)?', 'x')");
    auto environment = testing::environmentOfTests();
    environment.variables["text"] = Collection(Value(std::string(2'000, 'a')));
    EXPECT_EQ(evaluate(expression, {}, environment)->begin()->text(), std::string(2'000, 'x'));
    environment.variables["text"] = Collection(Value(std::string(200'000, 'a')));
    environment.budget = {2'000'000, 64U << 20U, std::chrono::hours(1)}; // steps decide
    auto const result = evaluate(expression, {}, environment);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::Full);
}

TEST(Budget, replaceMatchesStepsOverWhatIsEmpty) {
    EXPECT_EQ(valueOf("'aäb'.replaceMatches('x*', '-')"), R"(["-a-ä-b-"])");
    EXPECT_EQ(valueOf("'xaxx'.replaceMatches('x*', '-')"), R"(["-a-"])");
    EXPECT_EQ(valueOf("'abc'.replaceMatches('(b)', '<$1>')"), R"(["a<b>c"])");
    EXPECT_EQ(valueOf("''.replaceMatches('x*', '-')"), R"(["-"])");
}

TEST(Budget, aPatternTooLargeToBeKeptIsMadeWhenUsed) {
    EXPECT_EQ(valueOf("('a' & 'b').matches('\\\\pL{10}')"), "[false]");
    EXPECT_EQ(valueOf("'a'.matches('((a{1000}){1000}){1000}')").substr(0, 6), "error:");
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
