// Forms of 50 MB, given to form-tool: each opens, or is refused with the limit it goes over, in memory that is a small
// multiple of the file.

#include "kiosk/core/base/File.h"

#include <fcntl.h>
#include <fstream>
#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace kiosk {
namespace {

using ::testing::AnyOf;
using ::testing::HasSubstr;

constexpr std::size_t size = 50'000'000;
constexpr std::size_t mostOfFile = 10; // bytes of memory for each of the file

struct Big {
    char const* name;
    std::function<std::string()> items;
    char const* said; ///< what `open` says of it; empty: nothing is wrong
};

void PrintTo(Big const& big, std::ostream* out) {
    *out << big.name;
}

/// As many as make 50 MB, the last one whole.
std::string fifty(std::function<std::string(std::size_t)> const& entry) {
    std::string list;
    for (std::size_t i = 0; list.size() < size; ++i) list += (i > 0 ? "," : "") + entry(i);
    return list;
}

std::string item(std::string const& linkId, std::string const& type, std::string const& more) {
    return R"({"linkId":")" + linkId + R"(","type":")" + type + "\"," + more + "}";
}

std::string extension(std::string const& url, std::string const& value) {
    return R"({"url":"http://hl7.org/fhir/StructureDefinition/)" + url + "\"," + value + "}";
}

struct Ended {
    int status = -1; ///< of exit; minus the signal that ended it
    std::size_t peak = 0;
    std::string output;
};

class Folder {
public:
    Folder() {
        std::string name = ::testing::TempDir() + "big-form-XXXXXX";
        if (!::mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
        m_path = name;
    }
    Folder(Folder const&) = delete;
    Folder& operator=(Folder const&) = delete;
    ~Folder() {
        std::error_code stays;
        std::filesystem::remove_all(m_path, stays);
    }
    [[nodiscard]] Path operator/(char const* name) const { return m_path / name; }

private:
    Path m_path;
};

/// Runs form-tool, with what it says going to a file, and takes its peak memory from the kernel.
Ended formTool(char const* command, Path const& form, Path const& output) {
    auto const program = std::string(CANDOR_BIN_DIR) + "/form-tool";
    auto const child = ::fork();
    if (child == 0) {
        int const file = ::open(output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
        if (file < 0 || ::dup2(file, 1) < 0 || ::dup2(file, 2) < 0) ::_exit(126);
        ::execl(program.c_str(), program.c_str(), command, form.c_str(), nullptr);
        ::_exit(127);
    }
    int status = 0;
    rusage usage{};
    EXPECT_EQ(::wait4(child, &status, 0, &usage), child);
    Ended ended;
    ended.status = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    ended.peak = static_cast<std::size_t>(usage.ru_maxrss) * 1024;
    ended.output = std::string(asText(base::readFile(output).value()));
    return ended;
}

class BigForm : public ::testing::TestWithParam<Big> {};

TEST_P(BigForm, opensOrIsRefusedWithinItsMemory) {
    Folder const folder;
    auto const file = folder / "form.json";
    {
        auto const text = R"({"resourceType":"Questionnaire","url":"http://candor.example/big","version":"1",)"
                          R"("status":"active","item":[)" +
                          GetParam().items() + "]}";
        ASSERT_TRUE(std::ofstream(file) << text);
    }
    auto const bytes = std::filesystem::file_size(file);
    std::string const said = GetParam().said;
    for (auto const* command : {"open", "lint"}) {
        auto const ended = formTool(command, file, folder / "said.txt");
        EXPECT_THAT(ended.status, AnyOf(0, 1, 3)) << command << ": " << ended.output.substr(0, 500);
        EXPECT_THAT(ended.output, HasSubstr(said)) << command;
        EXPECT_LT(ended.peak, mostOfFile * bytes) << command;
        EXPECT_LT(ended.output.size(), bytes) << command;
        std::cout << command << ": status " << ended.status << ", " << ended.peak / 1'000'000 << " MB for "
                  << bytes / 1'000'000 << " MB: " << ended.output.substr(0, ended.output.find('\n')).substr(0, 200)
                  << '\n';
    }
}

INSTANTIATE_TEST_SUITE_P(
    Rubbish, BigForm,
    ::testing::Values(
        Big{"oneText", [] { return item("a", "display", R"("text":")" + std::string(size, 'x') + "\""); }, ""},
        Big{"smallItems",
            [] { return fifty([](auto i) { return item(std::to_string(i), "string", R"("text":"t")"); }); },
            "more than 1000000 elements"},
        Big{"items",
            [] {
                return fifty([](auto i) {
                    return item(std::to_string(i), "string", R"("text":")" + std::string(500, 'x') + "\"");
                });
            },
            "too many items"},
        Big{"options",
            [] {
                return fifty([](auto i) {
                    std::string options;
                    for (int option = 0; option < 40; ++option)
                        options += (option > 0 ? "," : "") + (R"({"valueCoding":{"code":")" + std::to_string(option) +
                                                              R"(","display":")" + std::string(200, 'x') + "\"}}");
                    return item(std::to_string(i), "choice", R"("answerOption":[)" + options + "]");
                });
            },
            "more than 100000 in all"},
        Big{"expressions",
            [] {
                std::string sum = "1";
                while (sum.size() < 60'000) sum += "+1";
                return fifty([&](auto i) {
                    return item(std::to_string(i), "integer",
                                R"("extension":[)" +
                                    extension("variable", R"("valueExpression":{"name":"v","language":"text/fhirpath",)"
                                                          R"("expression":")" +
                                                              sum + "\"}") +
                                    "]");
                });
            },
            "an expression more than a form may have"},
        Big{"unknownMembers",
            [] {
                return item("a", "string", fifty([](auto i) {
                                return "\"member" + std::to_string(i) + R"(":")" + std::string(100, 'x') + "\"";
                            }));
            },
            "is not known to FHIR R4"}),
    [](auto const& row) { return std::string(row.param.name); });

TEST(BigForm, ofMoreThanTheLimitIsRefused) {
    Folder const folder;
    auto const file = folder / "form.json";
    ASSERT_TRUE(std::ofstream(file) << std::string((64U << 20U) + 1, ' '));
    for (auto const* command : {"open", "lint"})
        EXPECT_THAT(formTool(command, file, folder / "said.txt").output, HasSubstr("larger than 67108864 bytes"));
}

} // namespace
} // namespace kiosk
