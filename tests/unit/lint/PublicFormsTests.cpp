// The public forms of the suites, where they are: the gate says something sensible of each, and takes bounded work.
#include "tests/support/Suites.h"
#include "tests/unit/lint/Forms.h"

namespace kiosk::lint {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::of;

std::string publicForm(std::string const& id) {
    auto const file = base::readFile(tests::suites() / "questionnaires" / (id + ".json"));
    return file ? std::string(asText(*file)) : std::string{};
}

std::vector<std::string> publicForms() {
    std::vector<std::string> ids;
    const Path folder = tests::suites() / "questionnaires";
    if (std::filesystem::is_directory(folder))
        for (auto const& entry : std::filesystem::directory_iterator(folder))
            ids.push_back(entry.path().stem().string());
    return ids;
}

TEST(PublicForms, areNoneOfTheHospitalSurveyNorTooSlow) {
    for (auto const& id : publicForms()) {
        auto const remarks = testing::lintOf(publicForm(id));
        EXPECT_THAT(of("hospital-survey", remarks), IsEmpty()) << id;
        EXPECT_THAT(of("too-slow", remarks), IsEmpty()) << id;
    }
}

} // namespace
} // namespace kiosk::lint
