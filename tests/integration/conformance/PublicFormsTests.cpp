#include "kiosk/core/lint/Robot.h"
#include "kiosk/core/survey/Validation.h"

#include "kiosk/core/base/File.h"
#include "tests/support/Suites.h"

#include <algorithm>
#include <cstdlib>
#include <gtest/gtest.h>
#include <iostream>
#include <map>

namespace kiosk::conformance {
namespace {

using survey::Form;
using survey::Response;
using survey::Severity;

/// How often each form is filled in; CANDOR_SESSIONS asks for more.
int sessions() {
    auto const* asked = std::getenv("CANDOR_SESSIONS");
    return asked ? std::atoi(asked) : 100;
}

std::vector<Path> formsIn(Path const& folder) {
    std::vector<Path> files;
    if (!std::filesystem::is_directory(folder)) return files;
    for (auto const& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".json") files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

std::string errorsOf(std::vector<survey::Finding> const& findings) {
    std::string text;
    for (auto const& finding : findings)
        if (finding.severity == Severity::Error) text += "\n    " + finding.text();
    return text;
}

survey::Completion completion() {
    return {Uuid{}, Instant{}, survey::CompletionStatus::Completed, "en"};
}

std::string toText(Response const& response) {
    return toJson(response.toDocument(completion()).root());
}

/// Which instances there are and may be answered, in order.
std::string enabledOnes(Response const& response) {
    std::string text;
    for (auto const* item : response.form().allItems())
        for (auto const* instance : response.instances().of(*item))
            text += instance->address + (instance->isEnabled ? "\n" : " off\n");
    return text;
}

/// The same of what is there once, answered or not.
std::string enabledOnce(Response const& response) {
    std::string text;
    for (auto const* item : response.form().allItems()) {
        auto const* at = item;
        while (at && !at->repeats) at = at->parent;
        auto const& instances = response.instances().of(*item);
        if (!at && !instances.empty()) text += item->linkId + (instances.front()->isEnabled ? "\n" : " off\n");
    }
    return text;
}

/// Whether what the answers changed one by one is what they give all at once: a response made anew from what was
/// written down of each address last.
std::string differenceFromScratch(std::shared_ptr<const Form> const& form, Response const& response,
                                  std::map<std::string, std::string> const& written) {
    Response again(form);
    std::vector<survey::Change> changes;
    for (auto const& [address, json] : written) changes.push_back({address, json});
    if (auto restored = again.restore(changes); !restored) return "restored: " + restored.error().text;
    if (toText(again) != toText(response)) return "from scratch:\n" + toText(again) + "\n" + toText(response);
    return enabledOnes(again) == enabledOnes(response) ? std::string{} : "enabled from scratch is something else";
}

/// What goes wrong when a robot fills the form in and the response is read again; empty: nothing.
std::string failureOf(std::shared_ptr<const Form> const& form, std::uint32_t seed) {
    Response response(form);
    std::map<std::string, std::string> written;
    lint::Robot robot(seed);
    robot.onChanged = [&written](std::vector<survey::Change> const& changes) {
        for (auto const& [address, json] : changes) written[address] = json;
    };
    if (auto filled = robot.fill(response); !filled) return filled.error().text;
    if (auto difference = differenceFromScratch(form, response, written); !difference.empty()) return difference;
    auto const document = response.toDocument(completion());
    if (auto errors = errorsOf(survey::validate(form, document.root())); !errors.empty()) return errors;
    std::vector<survey::Finding> findings;
    Response::Sources sources;
    auto const again = Response::read(form, document.root(), findings, sources);
    if (!findings.empty() || toText(again) != toText(response)) return "does not come back as it was";
    if (enabledOnce(again) != enabledOnce(response))
        return "enabled anew:\n" + enabledOnce(again) + enabledOnce(response);
    return response.findings().empty() ? std::string{} : response.findings().front().text();
}

/// How many of the forms open and are filled in, again and again, without a fault.
int filledIn(std::vector<Path> const& files) {
    int good = 0;
    for (auto const& file : files) {
        auto form = Form::open(*base::readFile(file));
        if (!form || hasErrors(form->findings())) {
            ADD_FAILURE() << file << ": " << (form ? errorsOf(form->findings()) : form.error().text);
            continue;
        }
        auto const shared = std::make_shared<const Form>(std::move(*form));
        std::string failure;
        for (int seed = 0; seed < sessions() && failure.empty(); ++seed) {
            failure = failureOf(shared, static_cast<std::uint32_t>(seed));
            if (!failure.empty()) failure = "seed " + std::to_string(seed) + ": " + failure;
        }
        EXPECT_EQ(failure, "") << file;
        good += failure.empty() ? 1 : 0;
    }
    return good;
}

TEST(PublicForms, areFilledInAtRandomAndTheirResponsesAreRight) {
    auto const files = formsIn(tests::suites() / "questionnaires");
    if (files.empty()) {
        std::cout << "no public forms at " << tests::suites().string() << "\n";
        return;
    }
    auto const opened = filledIn(files);
    std::cout << "public forms: " << opened << " of " << files.size() << " open and are filled in, " << sessions()
              << " sessions each\n";
    RecordProperty("forms_opened", opened);
    RecordProperty("forms_total", static_cast<int>(files.size()));
}

TEST(Instruments, areFilledInAtRandomAndTheirResponsesAreRight) {
    auto const files = formsIn(Path(CANDOR_SOURCE_DIR) / "kiosk/instruments");
    EXPECT_GE(files.size(), 10u);
    EXPECT_EQ(filledIn(files), static_cast<int>(files.size()));
}

} // namespace
} // namespace kiosk::conformance
