// Forms and responses made to cost more than their size: each is refused with the limit that it goes over, or is small
// after all. What grows is counted where it can be; where only time shows it, four times as much must not take sixteen
// times as long in the same run.

#include "tests/unit/survey/sdc/Sdc.h"

#include <ctime>
#include <numeric>

namespace kiosk::survey {
namespace {

using namespace testing;
using ::testing::HasSubstr;

std::string listOf(std::size_t count, std::function<std::string(std::size_t)> const& entry) {
    std::string list;
    for (std::size_t i = 0; i < count; ++i) list += (i > 0 ? "," : "") + entry(i);
    return list;
}

Form opened(std::string const& items, std::string const& more = "") {
    auto form = Form::open(asBytes(questionnaire(items, more)));
    if (!form) throw std::runtime_error(form.error().text);
    return std::move(*form);
}

/// How many times as much processor time `work` takes for 4n as for n; the best of three each.
template <typename Work>
double growth(std::size_t n, Work const& work) {
    auto const spent = [&](std::size_t size) {
        double best = std::numeric_limits<double>::max();
        for (int i = 0; i < 3; ++i) {
            auto const start = std::clock();
            work(size);
            best = std::min(best, static_cast<double>(std::clock() - start));
        }
        return best;
    };
    return spent(4 * n) / spent(n);
}
constexpr double linear = 9; // 4, and what a busy machine adds; the square would be 16

fhir::Document responseOf(std::string const& items) {
    return *fhir::Document::parse(
        asBytes(R"({"resourceType":"QuestionnaireResponse","status":"completed","item":[)" + items + "]}"));
}

std::size_t textIn(std::vector<Finding> const& findings) {
    return std::accumulate(findings.begin(), findings.end(), std::size_t{0},
                           [](auto sum, Finding const& each) { return sum + each.text().size(); });
}

// ── Value sets ───────────────────────────────────────────────────────────────────────────────────────────────────────

std::string containing(std::string const& valueSets) {
    return R"("contained": [)" + valueSets + "], ";
}
std::string valueSet(std::string const& id, std::string const& include) {
    return R"({"resourceType": "ValueSet", "id": ")" + id + R"(", "compose": {"include": [)" + include + "]}}";
}
std::string concepts(std::size_t count) {
    return R"({"system": "s", "concept": [)" +
           listOf(count, [](auto i) { return R"({"code": "c)" + std::to_string(i) + "\"}"; }) + "]}";
}
const std::string choiceOfA = R"({"linkId": "x", "type": "choice", "answerValueSet": "#a"})";

TEST(Bomb, valueSetsThatIncludeEachOtherManyTimes) {
    auto sets = valueSet("a", R"({"valueSet": ["#0"]})");
    for (int i = 0; i < 15; ++i) {
        auto const next = "\"#" + std::to_string(i + 1) + "\"";
        sets += ", " + valueSet(std::to_string(i), R"({"valueSet": [)" + listOf(10, [&](auto) { return next; }) + "]}");
    }
    sets += ", " + valueSet("15", concepts(1));
    EXPECT_THAT(errorOf(choiceOfA, containing(sets)), HasSubstr("too large, or name each other too often"));
}

TEST(Bomb, valueSetsThatIncludeThemselves) {
    auto const twice = [](std::string const& name) {
        return R"({"valueSet": ["#)" + name + R"(", "#)" + name + "\"]}";
    };
    EXPECT_THAT(errorOf(choiceOfA, containing(valueSet("a", twice("a")))), HasSubstr("include each other too deep"));
    EXPECT_THAT(errorOf(choiceOfA, containing(valueSet("a", twice("b")) + ", " + valueSet("b", twice("a")))),
                HasSubstr("include each other too deep"));
}

TEST(Bomb, aValueSetWithTooManyCodesIsNotCutInSilence) {
    EXPECT_THAT(errorOf(choiceOfA, containing(valueSet("a", concepts(10'001)))), HasSubstr("more than 10000 codes"));
    EXPECT_EQ(form(choiceOfA, containing(valueSet("a", concepts(10'000))))->find("x")->options.size(), 10'000U);
}

TEST(Bomb, aLargeValueSetForEachOfManyItems) {
    auto const items = listOf(200, [](auto i) {
        return R"({"linkId": ")" + std::to_string(i) + R"(", "type": "choice", "answerValueSet": "#a"})";
    });
    auto const form = opened(items, containing(valueSet("a", concepts(5'000))));
    std::size_t options = 0;
    for (auto const& item : form.items()) options += item.options.size();
    EXPECT_LE(options, 100'000U);
    EXPECT_THAT(form.findings().front().text(), HasSubstr("the form has more than 100000 in all"));
}

TEST(Bomb, manyCodesAreExcluded) {
    auto const work = [](std::size_t n) {
        auto set = valueSet("a", concepts(n));
        set.insert(set.size() - 2, R"(, "exclude": [)" + concepts(n - 1) + "]");
        EXPECT_EQ(form(choiceOfA, containing(set))->find("x")->options.size(), 1U);
    };
    EXPECT_LT(growth(2'000, work), linear);
}

TEST(Bomb, manyItemsNameManyContainedResources) {
    auto const sets = listOf(3'000, [](auto i) { return valueSet("v" + std::to_string(i), concepts(1)); });
    auto const items = listOf(3'000, [](auto i) {
        return R"({"linkId": ")" + std::to_string(i) + R"(", "type": "choice", "answerValueSet": "#w)" +
               std::to_string(i) + "\"}";
    });
    EXPECT_THAT(opened(items, containing(sets)).findings().back().text(), HasSubstr("findings"));
}

// ── Items ────────────────────────────────────────────────────────────────────────────────────────────────────────────

TEST(Bomb, groupsThatRepeatInsideEachOther) {
    std::string items = item("q", "string");
    for (int level = 0; level < 6; ++level)
        items = item("g" + std::to_string(level), "group", {hl7("questionnaire-minOccurs", R"("valueInteger": 100)")},
                     R"("repeats": true, "required": true, "item": [)" + items + "]");
    EXPECT_EQ(errorOf(items), "minOccurs and initial make more than 50000 items");
    Response const response(std::make_shared<const Form>(opened(items)));
    EXPECT_LE(response.screens().size(), 50'000U);
}

TEST(Bomb, questionsUnderEachOfManyInitialAnswers) {
    std::string items = item("q", "string");
    for (int level = 0; level < 6; ++level)
        items = item("i" + std::to_string(level), "string", {},
                     R"("repeats": true, "initial": [)" +
                         listOf(90, [](auto i) { return R"({"valueString": "a)" + std::to_string(i) + "\"}"; }) +
                         R"(], "item": [)" + items + "]");
    EXPECT_EQ(errorOf(items), "minOccurs and initial make more than 50000 items");
    Response const response(std::make_shared<const Form>(opened(items)));
    EXPECT_LE(response.screens().size(), 60'000U); // where there is no more room, each item is there once
}

TEST(Bomb, moreInitialAnswersThanAQuestionTakes) {
    auto const work = [](std::size_t n) {
        auto const values = listOf(n, [](auto i) { return R"({"valueString": "a)" + std::to_string(i) + "\"}"; });
        EXPECT_EQ(errorOf(item("x", "string", {}, R"("repeats": true, "initial": [)" + values + "]")),
                  "item 'x': initial: has too many answers");
    };
    EXPECT_LT(growth(10'000, work), linear);
}

TEST(Bomb, aTextInEveryLanguageThereCouldBe) {
    auto const work = [](std::size_t n) {
        auto const all = listOf(n, [](auto i) {
            return hl7("translation", R"("extension": [{"url": "lang", "valueCode": "l)" + std::to_string(i) +
                                          R"("}, {"url": "content", "valueString": "t"}])");
        });
        EXPECT_THAT(errorOf(item("x", "string", {}, R"("text": "t", "_text": {"extension": [)" + all + "]}")),
                    HasSubstr("translation: more than 200"));
    };
    EXPECT_LT(growth(4'000, work), linear);
}

TEST(Bomb, itemsNestedAsDeepAsJsonGoes) {
    for (int const depth : {30, 5'000, 100'000}) {
        std::string items;
        for (int i = 0; i < depth; ++i)
            items += R"({"linkId": ")" + std::to_string(i) + R"(", "type": "group", "item": [)";
        items += item("bottom", "string");
        for (int i = 0; i < depth; ++i) items += "]}";
        EXPECT_THAT(errorOf(items), HasSubstr(depth == 30 ? "nested too deep" : "nested deeper than 64"));
    }
}

// ── Findings ─────────────────────────────────────────────────────────────────────────────────────────────────────────

TEST(Bomb, moreFindingsThanAnyoneReads) {
    auto const form =
        opened(listOf(3'000, [](auto i) { return item(std::to_string(i), "string", {}, R"("what": 1)"); }));
    EXPECT_EQ(form.findings().size(), mostFindings + 1);
    EXPECT_EQ(form.findings().back().text(), "more than 1000 findings: the others are not said");
    EXPECT_FALSE(hasErrors(form.findings()));
    auto const wrong = opened(listOf(
        3'000, [](auto i) { return item(std::to_string(i), i == 2'999 ? "none" : "string", {}, R"("what": 1)"); }));
    EXPECT_EQ(wrong.findings().size(), mostFindings + 1);
    EXPECT_TRUE(hasErrors(wrong.findings()));
}

TEST(Bomb, aLongLinkIdIsNotRepeatedInEachFinding) {
    std::string linkId(254, 'x');
    for (int i = 0; i < 100'000; ++i) linkId += "ä"; // the cut is inside one
    auto const form =
        opened(item(linkId, "string", {}, listOf(900, [](auto i) { return "\"what" + std::to_string(i) + "\": 1"; })));
    EXPECT_GT(form.findings().size(), 900U);
    EXPECT_LT(textIn(form.findings()), 400U * form.findings().size());
    EXPECT_NO_THROW(static_cast<void>(Json(form.findings().front().text()).dump()));
}

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

// ── Parts of other forms ─────────────────────────────────────────────────────────────────────────────────────────────

std::string part(std::string const& name) {
    return item(name, "display", {sdc("subQuestionnaire", R"("valueCanonical": "http://p/)" + name + "\"")});
}

Library libraryOf(std::vector<std::pair<std::string, std::string>> const& parts) {
    Library library;
    for (auto const& [name, items] : parts)
        library.add(std::make_shared<const fhir::Document>(*fhir::Document::parse(asBytes(
            R"({"resourceType": "Questionnaire", "url": "http://p/)" + name + R"(", "item": [)" + items + "]}"))));
    return library;
}

TEST(Bomb, partsThatHoldEachOtherManyTimes) {
    auto const large = listOf(20'000, [](auto i) { return item("i" + std::to_string(i), "display"); });
    auto const library = libraryOf({{"a", listOf(100, [](auto) { return part("b"); })}, {"b", large}});
    auto const form = Form::open(asBytes(questionnaire(part("a"))), library);
    ASSERT_TRUE(form);
    auto const said = std::ranges::any_of(
        form->findings(), [](auto const& each) { return each.reason.find("too large together") != std::string::npos; });
    EXPECT_TRUE(said);
    EXPECT_LT(toJson(form->source()).size(), 50'000'000U);
}

TEST(Bomb, partsInPartsInParts) {
    std::string deep = part("a");
    for (int i = 0; i < 25; ++i) deep = item("g" + std::to_string(i), "group", {}, R"("item": [)" + deep + "]");
    auto const form = Form::open(asBytes(questionnaire(part("a"))), libraryOf({{"a", deep}}));
    ASSERT_TRUE(form);
    EXPECT_THAT(form->findings().front().text(), HasSubstr("too deep in each other"));
}

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
