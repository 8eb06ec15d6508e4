#include "tests/unit/survey/Forms.h"

#include "kiosk/core/base/File.h"
#include "tests/support/Suites.h"

#include <algorithm>

namespace kiosk::survey {
namespace {

std::vector<Path> publicForms() {
    const Path folder = tests::suites() / "questionnaires";
    std::vector<Path> files;
    if (!std::filesystem::is_directory(folder)) return files;
    for (auto const& entry : std::filesystem::directory_iterator(folder)) files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

TEST(PublicForms, openAndHaveQuestions) {
    for (auto const& file : publicForms()) {
        auto opened = Form::open(*base::readFile(file));
        ASSERT_TRUE(opened) << file << ": " << opened.error().text;
        for (auto const& finding : opened->findings())
            EXPECT_NE(finding.severity, Severity::Error) << file << ": " << finding.text();
        EXPECT_FALSE(Response(std::make_shared<const Form>(std::move(*opened))).questions().empty()) << file;
    }
}

} // namespace
} // namespace kiosk::survey
