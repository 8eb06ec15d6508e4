#include "tests/unit/fhirpath/FhirPath.h"

namespace kiosk::fhirpath {
namespace {

using testing::expectAll;
using ::testing::HasSubstr;
using testing::valueOf;

TEST(Language, operatorsBindAsTheGrammarSays) {
    expectAll({{"1 + 2 * 3", "[7]"},
               {"-1.abs()", "[-1]"},
               {"(-1).abs()", "[1]"},
               {"1 | 2 + 3", "[1,5]"},
               {"1 > 2 or 2 > 1 and false", "[false]"},
               {"true or false and false", "[true]"},
               {"false implies true xor true", "[true]"},
               {"1 = 1 in (true)", "[true]"},
               {"1 > 2 is Boolean", "error"},
               {"(1 > 2) is Boolean", "[true]"},
               {"2 - 1 - 1", "[0]"},
               {"8 div 2 mod 3", "[1]"},
               {"'a' & 'b' + 'c'", "[\"abc\"]"}});
}

TEST(Language, literalsAreWhatTheySay) {
    expectAll({{"{}", "[]"},
               {"1.10", "[1.10]"},
               {"5L", "[5]"},
               {"2147483647", "[2147483647]"},
               {"2147483648", "error"},
               {"'it''s'", "error"},
               {"'\\u00e9\\n\\'\\\\'", "[\"é\\n'\\\\\"]"},
               {"'\\ud83d\\ude00'.length()", "[1]"},
               {"'\\ud83d'", "error"},
               {"'\\q'", "error"},
               {"@2020-02-30", "error"},
               {"@2020-13", "error"},
               {"@T25:00", "error"},
               {"@2020-01-01T10:00:00.50+02:00", "[\"2020-01-01T10:00:00.50+02:00\"]"},
               {"4 days", "[{\"value\":4,\"unit\":\"day\"}]"},
               {"`a b`", "[]"},
               {"2 + 2 // four\n", "[4]"},
               {"2 /* two */ + 2", "[4]"},
               {"2 /* two", "error"}});
}

TEST(Language, faultsNameTheirPlace) {
    EXPECT_EQ(valueOf("1 +\n  * 2"), "error: line 2, column 3: an expression is missing before '*'");
    EXPECT_EQ(valueOf("a.nothing()"), "error: line 1, column 3: there is no function nothing()");
    EXPECT_EQ(valueOf("'a'.substring()"), "error: line 1, column 5: substring() takes another number of arguments");
    EXPECT_EQ(valueOf("1 1"), "error: line 1, column 3: more than one expression");
    EXPECT_EQ(valueOf("1 is Nonsense"), "error: line 1, column 6: there is no type of this name");
    for (auto const* text :
         {"", "(", ")", "a.", "a[", "a[1", "1 +", "%", "$that", "a b", "f(", "f(1,", "{1}", "@", "'a"})
        EXPECT_THAT(valueOf(text), HasSubstr("error: line 1, column ")) << text;
}

TEST(Language, nothingIsHandedOn) {
    expectAll({{"{} = {}", "[]"},
               {"1 = {}", "[]"},
               {"{} != 1", "[]"},
               {"{} ~ {}", "[true]"},
               {"1 ~ {}", "[false]"},
               {"{} + 1", "[]"},
               {"'a' & {}", "[\"a\"]"},
               {"{} > 1", "[]"},
               {"{} and false", "[false]"},
               {"{} and true", "[]"},
               {"{} or true", "[true]"},
               {"{} or false", "[]"},
               {"{} xor true", "[]"},
               {"{} implies true", "[true]"},
               {"false implies {}", "[true]"},
               {"true implies {}", "[]"},
               {"{} in (1|2)", "[]"},
               {"1 in {}", "[false]"},
               {"{} contains 1", "[false]"},
               {"-{}", "[]"},
               {"{}[0]", "[]"},
               {"{} is Integer", "[]"},
               {"{}.not()", "[]"}});
}

TEST(Language, logicStopsWhereItKnows) {
    expectAll({{"false and (1 | 2)", "[false]"},
               {"true or (1 | 2)", "[true]"},
               {"false implies (1 | 2)", "[true]"},
               {"true and (1 | 2)", "error"},
               {"true and 'foo'", "[true]"},
               {"iif(true, 1, 1 | 2 + 'a')", "[1]"}});
}

TEST(Language, valuesOfDifferentTypes) {
    expectAll({{"1 = 1.0", "[true]"},
               {"1 = '1'", "[false]"},
               {"1 < '1'", "error"},
               {"1 + '1'", "error"},
               {"true > false", "error"},
               {"@2020-01-01 = @T10:00", "[false]"},
               {"(1 | 2) + 1", "error"},
               {"1 & 'a'", "error"},
               {"@2020-01-01 + 1", "error"}});
}

TEST(Language, equalityKeepsTheOrderAndEquivalenceDoesNot) {
    expectAll({{"(1 | 2) = (1 | 2)", "[true]"},
               {"(1 | 2) = (2 | 1)", "[false]"},
               {"(1 | 2) ~ (2 | 1)", "[true]"},
               {"1.combine(1) ~ 1.combine(2)", "[false]"},
               {"'A  b' ~ 'a B'", "[true]"},
               {"'A' = 'a'", "[false]"},
               {"1.10 = 1.1", "[true]"},
               {"0.67 ~ 2 / 3", "[true]"},
               {"0.66 ~ 2 / 3", "[false]"}});
}

TEST(Language, variablesOfAPathEndWithIt) {
    expectAll({{"defineVariable('a', 1).select(%a + 1)", "[]"},
               {"1.defineVariable('a', 2).select(%a + $this)", "[3]"},
               {"1.defineVariable('a').defineVariable('b', %a + 1).select(%b)", "[2]"},
               {"1.defineVariable('a').select(%a) + 2.defineVariable('a').select(%a)", "[3]"},
               {"1.defineVariable('a').select(%a) + %a", "error"},
               {"1.defineVariable('a').defineVariable('a')", "error"},
               {"1.defineVariable('context')", "error"},
               {"(1|2).select(defineVariable('x', $this).select(%x * 10))", "[10,20]"}});
}

TEST(Language, variablesOfTheCaller) {
    auto outer = testing::environmentOfTests();
    outer.variables["a"] = Collection{Value(std::int32_t{1}), Value(std::int32_t{2})};
    outer.variables["b"] = Collection(Value(std::string("out")));
    auto inner = testing::environmentOfTests();
    inner.outer = &outer;
    inner.variables["b"] = Collection(Value(std::string("in")));
    EXPECT_EQ(valueOf("%a.sum() | %b", nullptr, inner), "[3,\"in\"]");
    EXPECT_EQ(valueOf("%`a`.count()", nullptr, inner), "[2]");
    EXPECT_THAT(valueOf("%c", nullptr, inner), HasSubstr("there is no variable %c"));
    EXPECT_EQ(valueOf("%sct | %loinc | %ucum"),
              R"(["http://snomed.info/sct","http://loinc.org","http://unitsofmeasure.org"])");
    EXPECT_EQ(valueOf("%'vs-x' & %`ext-y`"),
              R"(["http://hl7.org/fhir/ValueSet/xhttp://hl7.org/fhir/StructureDefinition/y"])");
}

TEST(Language, indexAndThisAndTotal) {
    expectAll({{"('a'|'b').select($index)", "[0,1]"},
               {"('a'|'b').where($index = 1)", "[\"b\"]"},
               {"(1|2|3).aggregate($this + $total, 10)", "[16]"},
               {"(1|2|3).aggregate(iif($total.empty(), $this, $total * $this))", "[6]"},
               {"('a'|'b').select(iif($index = 0, 'first', $this))", "[\"first\",\"b\"]"},
               {"(1|2|3)[1]", "[2]"},
               {"(1|2|3)[3]", "[]"},
               {"(1|2|3)['a']", "error"}});
}

TEST(Language, typesOfSystem) {
    expectAll({{"1.type()", R"([{"namespace":"System","name":"Integer"}])"},
               {"1.is(System.Integer) and 1.0 is Decimal and 'a' is String and true is Boolean", "[true]"},
               {"(1 'mg') is Quantity", "[true]"},
               {"@2020.is(Date) and @2020T.is(DateTime) and @T10.is(Time) and 1L.is(Long)", "[true]"},
               {"1 is Decimal", "[false]"},
               {"1 as Integer", "[1]"},
               {"1 as String", "[]"},
               {"(1 | 2) as Integer", "error"},
               {"(1 | 'a' | 2.0).ofType(Integer)", "[1]"},
               {"1.is(System.Patient)", "[false]"}});
}

} // namespace
} // namespace kiosk::fhirpath
