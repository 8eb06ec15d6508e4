#include "tests/unit/survey/Bombs.h"

namespace kiosk::survey {
namespace {

using namespace testing;
using ::testing::HasSubstr;

// ── Cycles ───────────────────────────────────────────────────────────────────────────────────────────────────────────

std::string condition(std::size_t on) {
    return R"({"question": "q)" + std::to_string(on) + R"(", "operator": "exists", "answerBoolean": true})";
}

TEST(Bomb, circlesWithinCircles) {
    auto const form = opened(listOf(300, [](auto i) {
        return item("q" + std::to_string(i), "string", {},
                    R"("enableBehavior": "any", "enableWhen": [)" + listOf(300, condition) + "]");
    }));
    EXPECT_TRUE(hasErrors(form.findings()));
    EXPECT_LE(form.findings().size(), mostFindings + 1);
    EXPECT_LT(textIn(form.findings()), 400U * form.findings().size());
}

struct Cycle {
    char const* name;
    std::string items;
    std::string more;
    std::string finding;
};

void PrintTo(Cycle const& cycle, std::ostream* out) {
    *out << cycle.name;
}

std::string calculated(std::string const& linkId, std::string const& from) {
    return item(
        linkId, "integer",
        {sdc("calculatedExpression", expression("%resource.item.where(linkId='" + from + "').answer.value + 1"))});
}

class Cycles : public ::testing::TestWithParam<Cycle> {};

/// A form that is refused can still be opened, and what is made of it ends.
TEST_P(Cycles, areSaidAndEnd) {
    auto const form = std::make_shared<const Form>(opened(GetParam().items, GetParam().more));
    Response response(form);
    static_cast<void>(response.answer("x", one("Integer", 1)));
    auto findings = form->findings();
    for (auto const& each : {response.findings(), response.brokenConstraints()})
        findings.insert(findings.end(), each.begin(), each.end());
    std::string all;
    for (auto const& each : findings) all += each.text() + "\n";
    EXPECT_THAT(all, HasSubstr(GetParam().finding));
    auto const document = responseOf(R"({"linkId": "x", "answer": [{"valueInteger": 1}]})");
    static_cast<void>(validate(form, document.root()));
}

std::string variable(std::string const& name, std::string const& text) {
    return hl7("variable", expression(text, name));
}

INSTANTIATE_TEST_SUITE_P(
    Bomb, Cycles,
    ::testing::Values(
        Cycle{"enableWhenOnItself",
              item("x", "integer", {},
                   R"("enableWhen": [{"question": "x", "operator": "exists", "answerBoolean": true}])"),
              "", "goes round in a circle: 'x', 'x'"},
        Cycle{"calculatedFromEachOther", calculated("x", "y") + ", " + calculated("y", "x"), "",
              "goes round in a circle: 'x', 'y', 'x'"},
        Cycle{"variableOfItself", item("x", "integer", {sdc("calculatedExpression", expression("%v"))}),
              extensionsOf({variable("v", "%v + 1")}), "an expression failed"},
        Cycle{"variablesOfEachOther", item("x", "integer", {sdc("calculatedExpression", expression("%a + %b"))}),
              extensionsOf({variable("a", "%b + %c"), variable("b", "%a + %c"), variable("c", "%a + %b")}),
              "an expression failed"},
        Cycle{"containedRefersToItself", choiceOfA + ", " + item("y", "integer"),
              containing(valueSet("a", R"({"valueSet": ["#a"]})")), "include each other too deep"},
        Cycle{"codeSystemOfItself", choiceOfA,
              containing(
                  valueSet("a", R"({"system": "#s"})") +
                  R"(, {"resourceType": "CodeSystem", "id": "s", "url": "#s", "content": "complete", "valueSet": "#a",
                             "supplements": "#s", "concept": [{"code": "c"}]})"),
              ""}),
    [](auto const& row) { return std::string(row.param.name); });

TEST(Bomb, containedResourcesThatResolveToThemselves) {
    auto const text = "%questionnaire.contained.repeat(iif(derivedFrom.exists(), derivedFrom.resolve()))";
    auto const form = std::make_shared<const Form>(opened(
        item("x", "string", {sdc("calculatedExpression", expression(text))}),
        containing(R"({"resourceType": "Questionnaire", "id": "c", "status": "draft", "derivedFrom": ["#c"]})")));
    Response const response(form);
    EXPECT_LT(response.steps(), 3'000'000U);
}

// ── Expressions ──────────────────────────────────────────────────────────────────────────────────────────────────────

std::uint64_t stepsOfTower(int levels) {
    std::vector<std::string> variables;
    for (int i = 0; i < levels; ++i) {
        auto const next = std::to_string(i + 1);
        variables.push_back(variable("a" + std::to_string(i), "%a" + next + " + %b" + next));
        variables.push_back(variable("b" + std::to_string(i), "%b" + next + " + %a" + next));
    }
    auto const last = std::to_string(levels);
    variables.push_back(variable("a" + last, "1"));
    variables.push_back(variable("b" + last, "1"));
    Response const response(
        form(item("x", "integer", {sdc("calculatedExpression", expression("%a0"))}), extensionsOf(variables)));
    EXPECT_EQ(response.answers("x"), one("Integer", 1 << levels));
    return response.steps();
}

TEST(Bomb, variablesThatEachUseTwoOthers) {
    EXPECT_LT(stepsOfTower(16), 3 * stepsOfTower(8));
}

TEST(Bomb, aLongChainOfVariablesForEachItem) {
    auto const work = [](std::size_t n) {
        std::vector<std::string> variables;
        for (std::size_t i = 0; i < n; ++i)
            variables.push_back(variable("v" + std::to_string(i), "%v" + std::to_string(i + 1)));
        static_cast<void>(
            opened(item("x", "integer", {sdc("calculatedExpression", expression("%v0"))}), extensionsOf(variables)));
    };
    EXPECT_LT(growth(1'000, work), linear);
}

TEST(Bomb, manyExpressionsThatAreEachWithinTheirBudget) {
    auto const items = listOf(200, [](auto i) {
        return item(std::to_string(i), "integer",
                    {sdc("calculatedExpression",
                         expression("(1|2|3|4|5|6|7|8|9).repeat(iif($this < 90000, $this + 9)).count()"))});
    });
    Response response(form(items));
    EXPECT_LT(response.steps(), Logic::mostStepsOfTurn + 2'000'000);
    EXPECT_THAT(response.findings().back().text(), HasSubstr("take more than 20000000 steps"));
    EXPECT_LT(response.findings().size(), 200U); // the first ones are within it
}

TEST(Bomb, moreExpressionsThanAFormMayHave) {
    auto const many = listOf(5'001, [](auto i) { return variable("v" + std::to_string(i), "1"); });
    auto const manyMore = R"("extension": [)" + many + "," + many + "], ";
    EXPECT_THAT(errorOf(item("x", "string"), manyMore), HasSubstr("an expression more than a form may have"));
    std::string sum = "1";
    while (sum.size() < 60'000) sum += "+1";
    auto const large =
        R"("extension": [)" + listOf(100, [&](auto i) { return variable("v" + std::to_string(i), sum); });
    EXPECT_THAT(errorOf(item("x", "string"), large + "], "), HasSubstr("an expression more than a form may have"));
}

TEST(Bomb, parenthesesAndChainsInExpressions) {
    auto const calculatedBy = [](std::string const& text) {
        return errorOf(item("x", "integer", {sdc("calculatedExpression", expression(text))}));
    };
    EXPECT_THAT(calculatedBy(std::string(100'000, '(') + "1" + std::string(100'000, ')')), HasSubstr("64 KiB"));
    EXPECT_THAT(calculatedBy(std::string(30'000, '(') + "1" + std::string(30'000, ')')), HasSubstr("too deep"));
    std::string sum = "1", path = "%resource";
    while (sum.size() < 64'000) sum += "+1";
    while (path.size() < 64'000) path += ".item";
    EXPECT_EQ(calculatedBy(sum), "accepted");
    EXPECT_EQ(calculatedBy(path), "accepted");
}

// ── Patterns ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/// What takes others exponential time.
constexpr char const* catastrophic[] = {"(a+)+b", "(a|a)*b", "(a|aa)+b", "(.*a){20}b", "((a*)*)*b"};

TEST(Bomb, catastrophicRegexOfAnItem) {
    for (auto const* pattern : catastrophic) {
        auto const f = form(item("x", "text", {hl7("regex", R"("valueString": ")" + std::string(pattern) + "\"")}));
        auto const work = [&](std::size_t n) {
            Response response(f);
            EXPECT_EQ(refusal(response, "x", R"([{"valueString": ")" + std::string(n, 'a') + "\"}]"),
                      "item 'x': the answer does not match its regex");
        };
        EXPECT_LT(growth(2'000, work), linear) << pattern;
    }
}

TEST(Bomb, manyLargePatterns) {
    auto const items = listOf(300, [](auto i) {
        return item(std::to_string(i), "string",
                    {hl7("regex", R"("valueString": "[a-z]{)" + std::to_string(i + 1) + "}\"")});
    });
    EXPECT_THAT(errorOf(items), HasSubstr("regex: the form has more than 200 different ones"));
    auto const same = listOf(
        300, [](auto i) { return item(std::to_string(i), "string", {hl7("regex", R"("valueString": "[a-z]{20}")")}); });
    auto const sharing = form(same);
    EXPECT_EQ(sharing->find("0")->rules.pattern, sharing->find("299")->rules.pattern);
    EXPECT_THAT(errorOf(item("x", "string", {hl7("regex", R"("valueString": "((a{1000}){1000}){1000}")")})),
                HasSubstr("linear time"));
}

} // namespace
} // namespace kiosk::survey
