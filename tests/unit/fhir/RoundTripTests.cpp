#include "kiosk/core/base/File.h"
#include "tests/support/Suites.h"
#include "tests/unit/fhir/Fhir.h"

#include <iostream>

namespace kiosk::fhir {
namespace {

using testing::documentOf;

/// Without the white space between tokens.
std::string compact(std::string_view json) {
    std::string text;
    bool isInString = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        if (json[i] == '"') isInString = !isInString;
        if (isInString && json[i] == '\\') text += json[i++];
        if (isInString || std::string_view(" \t\r\n").find(json[i]) == std::string_view::npos) text += json[i];
    }
    return text;
}

struct RoundTrip : ::testing::TestWithParam<std::pair<char const*, char const*>> {};

TEST_P(RoundTrip, writesWhatItRead) {
    EXPECT_EQ(toJson(documentOf(GetParam().second).root()), GetParam().second);
}

INSTANTIATE_TEST_SUITE_P(
    Json, RoundTrip,
    ::testing::Values(
        std::pair("empty", R"({})"), std::pair("orderOfMembers", R"({"z":1,"a":2,"m":{"y":true,"b":false}})"),
        std::pair("trailingZero", R"({"value":1.10})"), std::pair("exponents", R"({"a":1.0e2,"b":1E-7,"c":-0.0})"),
        std::pair("minusZero", R"({"a":-0,"b":0,"c":-12})"),
        std::pair("bigIntegers", R"({"a":12345678901234567890123,"b":18446744073709551615,"c":-9223372036854775809})"),
        std::pair("manyDigits", R"({"a":0.1234567890123456789012345678901234567890})"),
        std::pair("listOfOne", R"({"name":[{"given":["A"]}]})"),
        std::pair("strings", R"({"a":"\"\\\n\r\t\b\f\u0001ü","b":""})"), std::pair("emptyList", R"({"a":[],"b":1})"),
        std::pair("emptyObject", R"({"a":{},"b":[{}]})"), std::pair("nulls", R"({"a":null,"b":[null,1]})"),
        std::pair("shadowOfPrimitive",
                  R"({"birthDate":"1970","_birthDate":{"id":"x","extension":[{"url":"u"}]},"z":1})"),
        std::pair("shadowAlone", R"({"a":1,"_birthDate":{"extension":[{"url":"u"}]},"z":1})"),
        std::pair("shadowBefore", R"({"_birthDate":{"id":"x"},"active":true,"birthDate":"1970"})"),
        std::pair("shadowFarBehind", R"({"birthDate":"1970","active":true,"_birthDate":{"id":"x"}})"),
        std::pair("shadowOfList", R"({"given":["A",null,"C"],"_given":[null,{"id":"b"},null]})"),
        std::pair("shadowListShorter", R"({"given":["A",null,"C"],"_given":[null,{"id":"b"}]})"),
        std::pair("shadowListLonger", R"({"given":["A"],"_given":[null,{"id":"b"}]})"),
        std::pair("shadowListAlone", R"({"_given":[null,{"id":"b"}]})"),
        std::pair("shadowListBefore", R"({"_given":[null,{"id":"b"}],"x":1,"given":["A"]})"),
        std::pair("shadowEmpty", R"({"a":"x","_a":{},"b":"y","_b":null,"c":["z"],"_c":[{}]})"),
        std::pair("underscoreMemberWithValue", R"({"_comment":"words","_":1,"__":{"id":"x"}})")),
    [](auto const& row) { return row.param.first; });

TEST(RoundTripOfSuites, everyFileIsTheSameButForWhiteSpace) {
    Path const suites = tests::suites();
    if (!std::filesystem::exists(suites)) {
        std::cout << "no public suites at " << suites.string() << "\n";
        return;
    }
    std::size_t count = 0;
    for (auto const* folder : {"questionnaires", "fhirpath-r4/input", "response-validation"}) {
        for (auto const& entry : std::filesystem::directory_iterator(suites / folder)) {
            if (entry.path().extension() != ".json" || entry.path().filename() == "manifest.json") continue;
            auto const json = base::readFile(entry.path());
            ASSERT_TRUE(json);
            EXPECT_EQ(toJson(documentOf(asText(*json)).root()), compact(asText(*json))) << entry.path();
            ++count;
        }
    }
    EXPECT_GT(count, 100U);
}

} // namespace
} // namespace kiosk::fhir
