#include "tests/unit/survey/Bombs.h"

namespace kiosk::survey {
namespace {

using namespace testing;
using ::testing::HasSubstr;

// ── Responses ────────────────────────────────────────────────────────────────────────────────────────────────────────

const std::string smallForm =
    item("q", "string") + ", " + item("r", "string", {}, R"("repeats": true, "item": [)" + item("n", "string") + "]") +
    ", " + item("g", "group", {}, R"("repeats": true, "item": [)" + item("i", "string") + "]") + ", " +
    item("c", "choice", {}, R"("repeats": true, "answerOption": [{"valueCoding": {"code": "a"}}])");

struct Hostile {
    char const* name;
    std::function<std::string(std::size_t)> items;
    std::string finding;
};

void PrintTo(Hostile const& hostile, std::ostream* out) {
    *out << hostile.name;
}

class HostileResponse : public ::testing::TestWithParam<Hostile> {};

TEST_P(HostileResponse, isValidatedInTime) {
    auto const f = form(smallForm);
    auto const work = [&](std::size_t n) {
        auto const document = responseOf(GetParam().items(n));
        auto const findings = validate(f, document.root());
        EXPECT_TRUE(hasErrors(findings));
        EXPECT_LE(findings.size(), mostFindings + 1);
        EXPECT_TRUE(std::ranges::any_of(findings, [](auto const& each) {
            return each.reason.find(GetParam().finding) != std::string::npos;
        })) << findings.front().text();
    };
    EXPECT_LT(growth(15'000, work), linear);
}

INSTANTIATE_TEST_SUITE_P(
    Bomb, HostileResponse,
    ::testing::Values(
        Hostile{"unknownItems",
                [](auto n) { return listOf(n, [](auto i) { return R"({"linkId":"u)" + std::to_string(i) + "\"}"; }); },
                "no such item"},
        Hostile{
            "theSameItem",
            [](auto n) { return listOf(n, [](auto) { return R"({"linkId":"q","answer":[{"valueString":"a"}]})"; }); },
            "more than once"},
        Hostile{"repetitions",
                [](auto n) {
                    return listOf(n, [](auto) {
                        return R"({"linkId":"g","item":[{"linkId":"i","answer":[{"valueString":"a"}]}]})";
                    });
                },
                "is a repetition more than are read"},
        Hostile{"answers",
                [](auto n) {
                    return R"({"linkId":"r","answer":[)" +
                           listOf(n,
                                  [](auto i) {
                                      return R"({"valueString":")" + std::to_string(i) +
                                             R"(","item":[{"linkId":"n","answer":[{"valueString":"a"}]}]})";
                                  }) +
                           "]}";
                },
                "is an answer more than are read"},
        Hostile{"wrongAnswers",
                [](auto n) {
                    return R"({"linkId":"c","answer":[)" +
                           listOf(n,
                                  [](auto i) { return R"({"valueCoding":{"code":"x)" + std::to_string(i) + "\"}}"; }) +
                           "]}";
                },
                "none of its options"},
        Hostile{"answersWithoutValue",
                [](auto n) {
                    return R"({"linkId":"r","answer":[)" + listOf(n, [](auto) { return R"({"id":"1"})"; }) + "]}";
                },
                "an answer has no value"},
        Hostile{"unknownMembers",
                [](auto n) {
                    return R"({"linkId":"q","answer":[{"valueString":"a"}],)" +
                           listOf(n, [](auto i) { return "\"m" + std::to_string(i) + "\":1"; }) +
                           R"(},{"linkId":"none"})";
                },
                "not known to FHIR"}),
    [](auto const& row) { return std::string(row.param.name); });

TEST(Bomb, aResponseAsDeepAsJsonGoes) {
    for (int const depth : {5'000, 100'000}) {
        std::string items;
        for (int i = 0; i < depth; ++i) items += R"({"linkId":"r","answer":[{"valueString":"a","item":[)";
        auto const parsed = fhir::Document::parse(
            asBytes(R"({"resourceType":"QuestionnaireResponse","status":"completed","item":[)" + items));
        ASSERT_FALSE(parsed);
        EXPECT_THAT(parsed.error().text, HasSubstr("nested deeper than 64"));
    }
}

} // namespace
} // namespace kiosk::survey
