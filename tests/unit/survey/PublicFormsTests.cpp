#include "tests/unit/survey/Forms.h"

#include "kiosk/core/base/File.h"

#include <algorithm>
#include <iostream>

namespace kiosk::survey {
namespace {

std::vector<Path> publicForms() {
    const Path folder = Path(CANDOR_SUITES) / "questionnaires";
    std::vector<Path> files;
    if (!std::filesystem::is_directory(folder)) return files;
    for (auto const& entry : std::filesystem::directory_iterator(folder)) files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

TEST(PublicForms, areReadOrRefusedForAFeatureTheyName) {
    auto const files = publicForms();
    if (files.empty()) GTEST_SKIP() << "no public questionnaires at " << CANDOR_SUITES;
    for (auto const& file : files) {
        auto const parsed = Form::parse(*base::readFile(file));
        std::cout << file.filename().string() << ": " << (parsed ? "read" : parsed.error().text) << '\n';
        if (parsed) {
            EXPECT_FALSE(
                Response(std::make_shared<const Form>(Form::parse(*base::readFile(file)).value())).questions().empty())
                << file;
        } else {
            EXPECT_THAT(parsed.error().text, ::testing::EndsWith("is not supported")) << file;
        }
    }
}

} // namespace
} // namespace kiosk::survey
