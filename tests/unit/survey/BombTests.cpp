#include "tests/unit/survey/Bombs.h"

namespace kiosk::survey {
namespace {

using namespace testing;
using ::testing::HasSubstr;

// ── Value sets ───────────────────────────────────────────────────────────────────────────────────────────────────────

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

} // namespace
} // namespace kiosk::survey
