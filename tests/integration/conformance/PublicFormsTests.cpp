#include "kiosk/core/lint/Robot.h"
#include "kiosk/core/survey/Validation.h"

#include "kiosk/core/base/File.h"

#include <algorithm>
#include <cstdlib>
#include <gtest/gtest.h>
#include <iostream>

namespace kiosk::conformance {
namespace {

using survey::Form;
using survey::Response;
using survey::Severity;

/// How often each form is filled in; CANDOR_SESSIONS asks for more.
int sessions() {
    auto const* asked = std::getenv("CANDOR_SESSIONS");
    return asked ? std::atoi(asked) : 10;
}

std::vector<Path> publicForms() {
    const Path folder = Path(CANDOR_SUITES) / "questionnaires";
    std::vector<Path> files;
    if (!std::filesystem::is_directory(folder)) return files;
    for (auto const& entry : std::filesystem::directory_iterator(folder)) files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

std::string errorsOf(std::vector<survey::Finding> const& findings) {
    std::string text;
    for (auto const& finding : findings)
        if (finding.severity == Severity::Error) text += "\n    " + finding.text();
    return text;
}

/// What goes wrong when a robot fills the form in and the response is read again; empty: nothing.
std::string failureOf(std::shared_ptr<const Form> const& form, std::uint32_t seed) {
    Response response(form);
    if (auto filled = lint::Robot(seed).fill(response); !filled) return filled.error().text;
    auto const written = response.toDocument({Uuid{}, Instant{}, survey::CompletionStatus::Completed, "en"});
    if (auto errors = errorsOf(survey::validate(form, written.root())); !errors.empty()) return errors;
    std::vector<survey::Finding> findings;
    Response::Sources sources;
    auto const again = Response::read(form, written.root(), findings, sources);
    auto const twice = again.toDocument({Uuid{}, Instant{}, survey::CompletionStatus::Completed, "en"});
    if (!findings.empty() || toJson(twice.root()) != toJson(written.root())) return "does not come back as it was";
    return response.findings().empty() ? std::string{} : response.findings().front().text();
}

TEST(PublicForms, areFilledInAtRandomAndTheirResponsesAreRight) {
    int opened = 0, all = 0;
    for (auto const& file : publicForms()) {
        ++all;
        auto form = Form::open(*base::readFile(file));
        if (!form || hasErrors(form->findings())) {
            ADD_FAILURE() << file << ": " << (form ? errorsOf(form->findings()) : form.error().text);
            continue;
        }
        auto const shared = std::make_shared<const Form>(std::move(*form));
        std::string failure;
        for (int seed = 0; seed < sessions() && failure.empty(); ++seed)
            failure = failureOf(shared, static_cast<std::uint32_t>(seed));
        EXPECT_EQ(failure, "") << file;
        opened += failure.empty() ? 1 : 0;
    }
    if (all == 0) return;
    std::cout << "public forms: " << opened << " of " << all << " open and are filled in, " << sessions()
              << " sessions each\n";
    RecordProperty("forms_opened", opened);
    RecordProperty("forms_total", all);
}

} // namespace
} // namespace kiosk::conformance
