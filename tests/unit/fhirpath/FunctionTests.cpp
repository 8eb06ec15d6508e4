#include "tests/unit/fhirpath/FhirPath.h"

namespace kiosk::fhirpath {
namespace {

using testing::expectAll;
using testing::valueOf;

TEST(Functions, ofExistence) {
    expectAll({{"{}.exists() | {}.empty()", "[false,true]"},
               {"(1|2).exists($this > 1)", "[true]"},
               {"{}.all($this > 1)", "[true]"},
               {"(1|2).all($this > 1)", "[false]"},
               {"(true|false).allTrue()", "[false]"},
               {"{}.allTrue() and {}.allFalse()", "[true]"},
               {"{}.anyTrue() or {}.anyFalse()", "[false]"},
               {"('a').allTrue()", "error"},
               {"(1|2).subsetOf(1|2|3)", "[true]"},
               {"(1|2).supersetOf(1|2|3)", "[false]"},
               {"1.combine(1).distinct()", "[1]"},
               {"1.combine(1.0).isDistinct()", "[false]"},
               {"(1|2|3|4|5|6|7|8|9|10|11|12).combine(12).distinct().count()", "[12]"},
               {"'a'.not()", "[false]"}});
}

TEST(Functions, ofCollections) {
    expectAll({{"(1|2|3).first() | (1|2|3).last()", "[1,3]"},
               {"(1|2|3).tail()", "[2,3]"},
               {"(1|2|3).skip(1).take(1)", "[2]"},
               {"(1|2|3).skip(-1)", "[1,2,3]"},
               {"(1|2|3).take(0)", "[]"},
               {"(1|2).single()", "error"},
               {"1.combine(1).union(2)", "[1,2]"},
               {"1.combine(2).combine(1).exclude(2)", "[1,1]"},
               {"1.combine(2).combine(1).intersect(1|3)", "[1]"},
               {"(1|2).select($this | $this + 1)", "[1,2,2,3]"},
               {"'a'.repeat('b')", "[\"b\"]"},
               {"1.repeat(iif($this < 5, $this + 1, {}))", "[2,3,4,5]"},
               {"(3|1|2).sort()", "[1,2,3]"},
               {"(3|1|2).sort(-$this)", "[3,2,1]"},
               {"('b'|'a'|'c').sort($this desc)", "[\"c\",\"b\",\"a\"]"},
               {"(1|'a').sort()", "error"},
               {"(1|2).sum() | (1.5|2.5).avg() | (3|1).min() | (3|1).max()", "[3,2,1]"},
               {"{}.sum()", "[]"},
               {"(1 'g' | 500 'mg').sum()",
                R"([{"value":1500,"unit":"mg","system":"http://unitsofmeasure.org","code":"mg"}])"}});
}

TEST(Functions, ofStrings) {
    expectAll({{"'Köln'.length()", "[4]"},
               {"'Köln'.substring(1, 1)", "[\"ö\"]"},
               {"'Köln'.indexOf('ln')", "[2]"},
               {"'abcb'.lastIndexOf('b')", "[3]"},
               {"'abc'.substring(3)", "[]"},
               {"'abc'.substring(1, 0)", "[\"\"]"},
               {"'abc'.substring(-1)", "[]"},
               {"'Straße é я'.upper()", "[\"STRAßE É Я\"]"},
               {"'ÀΣЯ'.lower()", "[\"àσя\"]"},
               {"'abc'.replace('', '-')", "[\"-a-b-c-\"]"},
               {"'aaa'.replace('aa', 'b')", "[\"ba\"]"},
               {"'a,b,,c'.split(',')", R"(["a","b","","c"])"},
               {"'aé'.toChars()", R"(["a","é"])"},
               {"('a'|'b').join('-')", "[\"a-b\"]"},
               {"{}.join('-')", "[]"},
               {"' a '.trim()", "[\"a\"]"},
               {"1.startsWith('1')", "error"},
               {"('a'|'b').length()", "error"},
               {"'a'.startsWith({})", "[]"}});
}

TEST(Functions, ofRegularExpressions) {
    expectAll({{"'a\\nb'.matches('a.b')", "[true]"},
               {"'abc'.matches('b') | 'abc'.matchesFull('b')", "[true,false]"},
               {"'ABC'.matches('b', 'i')", "[true]"},
               {"'2020-01-31'.replaceMatches('(\\\\d+)-(\\\\d+)-(\\\\d+)', '$3.$2.$1')", "[\"31.01.2020\"]"},
               {"'ab'.replaceMatches('(?P<x>a)', '${x}${x}')", "[\"aab\"]"},
               {"'abc'.replaceMatches('b', '\\\\1$')", "[\"a\\\\1$c\"]"},
               {"'abc'.replaceMatches('', 'x')", "[\"abc\"]"},
               {"'a'.matches('(')", "error"},
               {"'a'.matches('(?=a)')", "error"}});
}

TEST(Functions, regularExpressionsTakeLinearTime) {
    EXPECT_EQ(valueOf("'" + std::string(20'000, 'a') + "'.matchesFull('(a|aa)+b')"), "[false]");
}

TEST(Functions, ofCodecs) {
    expectAll({{"'a?_é'.encode('base64')", "[\"YT9fw6k=\"]"},
               {"'a?>'.encode('urlbase64')", "[\"YT8-\"]"},
               {"'YT8-'.decode('urlbase64')", "[\"a?>\"]"},
               {"'YQ'.decode('base64')", "[\"a\"]"},
               {"'/w=='.decode('base64')", "[]"},
               {"'6g'.decode('hex')", "[]"},
               {"'a'.encode('rot13')", "[]"},
               {"'<\"&'.escape('html').unescape('html')", "[\"<\\\"&\"]"},
               {"'&amp;lt;'.unescape('html')", "[\"&lt;\"]"},
               {"'a\\n\\u0001'.escape('json')", "[\"a\\\\n\\\\u0001\"]"},
               {"'\\\\u0041\\\\n'.unescape('json')", "[\"A\\n\"]"}});
}

TEST(Functions, ofConversion) {
    expectAll({{"'1'.toInteger() | true.toInteger()", "[1]"},
               {"'1.0'.toInteger()", "[]"},
               {"'99999999999'.toInteger()", "[]"},
               {"'99999999999'.toLong()", "[99999999999]"},
               {"'1.10'.toDecimal()", "[1.10]"},
               {"'1e3'.toDecimal()", "[]"},
               {"'TRUE'.toBoolean() | 'n'.toBoolean()", "[true,false]"},
               {"2.toBoolean()", "[]"},
               {"1.0.toBoolean()", "[true]"},
               {"'2020-02-29'.toDate() | '2020-02-30'.toDate()", "[\"2020-02-29\"]"},
               {"@2020-02-29T10:00:00Z.toDate()", "[\"2020-02-29\"]"},
               {"'2020-02-29'.toDateTime() is DateTime", "[true]"},
               {"'10:30'.toTime()", "[\"10:30\"]"},
               {"'5 days'.toQuantity() = 5 days", "[true]"},
               {"'5 wk'.toQuantity()", "[]"},
               {"'1 \\'m\\''.toQuantity('cm') = 100 'cm'", "[true]"},
               {"1 'm'.convertsToQuantity('s')", "[false]"},
               {"1.0.toString() & true.toString() & @2020.toString()", "[\"1.0true2020\"]"},
               {"2 days.toString() | 1 day.toString() | 1 'mg'.toString()", R"(["2 days","1 day","1 'mg'"])"},
               {"(1|2).toInteger()", "error"},
               {"{}.convertsToInteger()", "[]"}});
}

TEST(Functions, ofMathematics) {
    expectAll({{"(-1.5).round() | 2.5.round()", "[-2,3]"},
               {"3.14159.round(3)", "[3.142]"},
               {"1.5.round(-1)", "error"},
               {"(-1.1).ceiling() | (-1.1).floor() | (-1.9).truncate()", "[-1,-2]"},
               {"81.sqrt() = 9 and (-1).sqrt().empty() and 0.ln().empty()", "[true]"},
               {"2.power(10) | 2.power(-1) | 2.5.power(2)", "[1024,0.5,6.25]"},
               {"2.power(40)", "[]"},
               {"2.0.power(200)", "[]"},
               {"16.log(2) | 1000.log(10)", "[4,3]"},
               {"1.exp().round(5)", "[2.71828]"},
               {"'a'.abs()", "error"},
               {"2147483647 + 1", "[]"},
               {"(0 - 2147483647 - 1).abs()", "[]"},
               {"5 / 0", "[]"},
               {"5 div 0", "[]"},
               {"5 mod 0", "[]"},
               {"-7 div 2 | -7 mod 2 | 5.5 mod 2", "[-3,-1,1.5]"},
               {"(0 - 2147483647 - 1) div -1", "[]"}});
}

TEST(Functions, ofBoundaries) {
    expectAll({{"1.587.lowBoundary() | 1.587.highBoundary()", "[1.58650000,1.58750000]"},
               {"1.587.lowBoundary(2) | (-1.587).lowBoundary(2)", "[1.58,-1.59]"},
               {"1.lowBoundary(29)", "[]"},
               {"@2020-02.highBoundary(8)", "[\"2020-02-29\"]"},
               {"@2020-01-01T10:30:00Z.highBoundary(17)", "[\"2020-01-01T10:30:00.999Z\"]"},
               {"@2020.lowBoundary(5)", "[]"},
               {"@T10.highBoundary()", "[\"10:59:59.999\"]"},
               {"1.5870.precision() | @2020-01.precision() | @T10:30.precision()", "[4,6]"},
               {"1 'cm'.comparable(1 '[in_i]') | 1 'cm'.comparable(1 's')", "[true,false]"},
               {"'a'.lowBoundary()", "error"}});
}

TEST(Functions, ofTheClock) {
    expectAll({{"now()", "[\"2026-11-25T10:30:00.000Z\"]"},
               {"today()", "[\"2026-11-25\"]"},
               {"timeOfDay()", "[\"10:30:00.000\"]"}});
    auto environment = testing::environmentOfTests();
    environment.zone = std::chrono::hours(14);
    EXPECT_EQ(valueOf("today() | now()", nullptr, environment), "[\"2026-11-26\",\"2026-11-26T00:30:00.000+14:00\"]");
}

TEST(Functions, traceShowsWithoutChanging) {
    auto environment = testing::environmentOfTests();
    std::string seen;
    environment.trace = [&](std::string_view name, Collection const& values) {
        seen += std::string(name) + ":" + std::to_string(values.size()) + " ";
    };
    EXPECT_EQ(valueOf("(1|2).trace('a').trace('b', $this | 5)", nullptr, environment), "[1,2]");
    EXPECT_EQ(seen, "a:2 b:4 ");
}

} // namespace
} // namespace kiosk::fhirpath
