#include "kiosk/core/base/Json.h"
#include "kiosk/core/survey/Validation.h"
#include "tests/integration/conformance/Known.h"
#include "tests/support/Suites.h"

#include <gtest/gtest.h>
#include <iostream>

namespace kiosk::conformance {
namespace {

using survey::Finding;
using survey::Severity;

struct Counts {
    int errors = 0, warnings = 0;
    friend bool operator==(Counts const&, Counts const&) = default;
};

std::ostream& operator<<(std::ostream& out, Counts const& counts) {
    return out << counts.errors << " errors, " << counts.warnings << " warnings";
}

/// What the suite wants: a fatal outcome is an error.
Counts wanted(Json const& test) {
    auto const& outcome = test["dotnet-brianpos"];
    return {outcome["fatalCount"].get<int>() + outcome["errorCount"].get<int>(), outcome["warningCount"].get<int>()};
}

Path fileOf(Path const& folder, Json const& name) {
    return folder / Path(name.get<std::string>()).filename();
}

std::vector<Finding> check(Path const& folder, Json const& test) {
    auto const response = fhir::Document::parse(*base::readFile(fileOf(folder, test["file"])));
    EXPECT_TRUE(response) << test["name"];
    std::shared_ptr<const survey::Form> form;
    if (test.contains("supporting") && std::filesystem::exists(fileOf(folder, test["supporting"][0]))) {
        auto opened = survey::Form::open(*base::readFile(fileOf(folder, test["supporting"][0])));
        if (!opened) return {{Severity::Error, "", opened.error().text}};
        form = std::make_shared<const survey::Form>(std::move(*opened));
    }
    return survey::validate(form, response->root());
}

Counts count(std::vector<Finding> const& findings) {
    Counts counts;
    for (auto const& finding : findings) {
        counts.errors += finding.severity == Severity::Error ? 1 : 0;
        counts.warnings += finding.severity == Severity::Warning ? 1 : 0;
    }
    return counts;
}

TEST(ResponseValidationSuite, findsTheErrorsThatThereAre) {
    auto const folder = tests::suites() / "response-validation";
    if (!std::filesystem::exists(folder)) {
        std::cout << "no response validation suite at " << folder.string() << "\n";
        return;
    }
    auto const manifest = base::parseJson(*base::readFile(folder / "manifest.json"));
    ASSERT_TRUE(manifest);
    auto const known = readKnown(Path(CANDOR_SOURCE_DIR) / "tests/integration/conformance/response-validation.known");
    int passed = 0, all = 0;
    for (auto const& test : (*manifest)["test-cases"]) {
        auto const name = test["name"].get<std::string>();
        auto const findings = check(folder, test);
        bool const isRight = count(findings) == wanted(test);
        ++all;
        passed += isRight ? 1 : 0;
        EXPECT_EQ(!isRight, known.contains(name)) << name << (isRight ? ": right, take it off the list" : ": wrong");
        if (isRight) continue;
        std::cout << name << ": wanted " << wanted(test) << ", got " << count(findings) << "\n";
        for (auto const& finding : findings) std::cout << "    " << finding.text() << "\n";
    }
    std::cout << "HL7 response validation: " << passed << " of " << all << " pass\n";
    RecordProperty("validation_pass", passed);
    RecordProperty("validation_total", all);
    EXPECT_GE(all, 74);
}

} // namespace
} // namespace kiosk::conformance
