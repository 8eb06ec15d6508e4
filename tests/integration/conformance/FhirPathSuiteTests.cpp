#include "tests/integration/conformance/FhirPathSuite.h"
#include "tests/integration/conformance/Known.h"
#include "tests/support/Suites.h"

#include <gtest/gtest.h>
#include <iostream>

namespace kiosk::conformance {
namespace {

struct Tally {
    int passed = 0, all = 0;
};

TEST(FhirPathR4Suite, eachTestGivesWhatItSays) {
    auto const folder = tests::suites() / "fhirpath-r4";
    if (!std::filesystem::exists(folder)) {
        std::cout << "no FHIRPath suite at " << folder.string() << "\n";
        return;
    }
    auto const cases = readFhirPathSuite(folder / "tests-fhir-r4.xml");
    ASSERT_TRUE(cases) << cases.error().text;
    auto const known = readKnown(Path(CANDOR_SOURCE_DIR) / "tests/integration/conformance/fhirpath-r4.known");
    std::map<std::string, Tally> groups;
    Tally total;
    for (auto const& test : *cases) {
        auto const failure = failureOf(test, folder / "input");
        auto const expected = known.find(test.id());
        for (auto* tally : {&groups[test.group], &total}) {
            ++tally->all;
            tally->passed += failure ? 0 : 1;
        }
        if (failure)
            std::cout << test.id() << ": " << test.expression << "\n    " << *failure
                      << (expected != known.end() ? "\n    known: " + expected->second : "") << "\n";
        EXPECT_EQ(failure.has_value(), expected != known.end())
            << test.id() << (failure ? ": fails" : ": passes, take it off the list");
    }
    for (auto const& [name, tally] : groups) {
        auto const text = std::to_string(tally.passed) + "/" + std::to_string(tally.all);
        std::cout << name << ": " << text << "\n";
        RecordProperty("fhirpath:" + name, text);
    }
    std::cout << "HL7 FHIRPath R4: " << total.passed << " of " << total.all << " pass\n";
    RecordProperty("fhirpath_pass", total.passed);
    RecordProperty("fhirpath_total", total.all);
    EXPECT_GT(total.all, 900);
    EXPECT_GE(total.passed * 100, total.all * 98);
}

} // namespace
} // namespace kiosk::conformance
