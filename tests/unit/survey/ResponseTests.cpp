#include "tests/unit/survey/Forms.h"

#include "kiosk/core/survey/Answers.h"

namespace kiosk::survey {
namespace {

using testing::codes;
using testing::coding;
using testing::form;
using testing::linkIds;
using testing::one;
using testing::options;

struct BadAnswer {
    char const* name;
    std::string type;
    Json answers;
    std::string error;
};

void PrintTo(BadAnswer const& bad, std::ostream* out) {
    *out << bad.name;
}

class BadAnswers : public ::testing::TestWithParam<BadAnswer> {};

TEST_P(BadAnswers, areRefusedWithoutRepeatingThem) {
    Response response(form(R"({"linkId": "x", )" + GetParam().type + "}"));
    auto const result = response.answer("x", GetParam().answers);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::Invalid);
    EXPECT_EQ(result.error().text, "item 'x': " + GetParam().error);
    EXPECT_EQ(response.answers("x"), Json::array());
}

std::string limited(char const* type, char const* lowest, char const* highest) {
    return std::string(R"("type": ")") + type +
           R"(", "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/minValue", )" + lowest +
           R"(}, {"url": "http://hl7.org/fhir/StructureDefinition/maxValue", )" + highest + "}]";
}

const std::string exclusiveOptions =
    R"("type": "choice", "repeats": true, "answerOption": [{"valueCoding": {"system": "s", "code": "a"}},
    {"valueCoding": {"system": "s", "code": "b"}}, {"valueCoding": {"system": "s", "code": "none"},
     "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive", "valueBoolean": true}]}])";

INSTANTIATE_TEST_SUITE_P(
    Response, BadAnswers,
    ::testing::Values(
        BadAnswer{"notAList", R"("type": "boolean")", Json{{"valueBoolean", true}}, "answers must be a list"},
        BadAnswer{"toADisplay", R"("type": "display")", one("Boolean", true), "is not a question"},
        BadAnswer{"toAGroup", R"("type": "group")", one("Boolean", true), "is not a question"},
        BadAnswer{"emptyObject", R"("type": "boolean")", Json::array({Json::object()}),
                  "the answer needs exactly one value[x]"},
        BadAnswer{"otherType", R"("type": "boolean")", one("Integer", 1), "the answer must be a valueBoolean"},
        BadAnswer{"decimalForInteger", R"("type": "integer")", one("Decimal", 1.0),
                  "the answer must be a valueInteger"},
        BadAnswer{"twoForOne", R"("type": "boolean")",
                  Json::array({{{"valueBoolean", true}}, {{"valueBoolean", false}}}), "takes one answer"},
        BadAnswer{"notAnOption", R"("type": "choice", )" + options({"a"}), codes("b"),
                  "the answer is none of its options"},
        BadAnswer{"ownWordsForAChoice", R"("type": "choice", )" + options({"a"}), one("String", "a"),
                  "the answer must be a valueCoding"},
        BadAnswer{"otherSystem", R"("type": "choice", )" + options({"a"}), Json::array({coding("a", "t")}),
                  "the answer is none of its options"},
        BadAnswer{"numberForOpenChoice", R"("type": "open-choice", )" + options({"a"}), one("Integer", 1),
                  "the answer must be a valueString"},
        BadAnswer{"sameTwice", R"("type": "choice", "repeats": true, )" + options({"a"}), codes("a", "a"),
                  "an answer is there twice"},
        BadAnswer{"exclusiveWithOther", exclusiveOptions, codes("a", "none"),
                  "an optionExclusive answer goes with no other"},
        BadAnswer{"otherWithExclusive", exclusiveOptions, codes("none", "a"),
                  "an optionExclusive answer goes with no other"},
        BadAnswer{"emptyText", R"("type": "string")", one("String", " "), "the answer valueString is not one"},
        BadAnswer{"tooLong", R"("type": "string", "maxLength": 3)", one("String", "cañón"),
                  "the answer is longer than maxLength"},
        BadAnswer{"farTooLong", R"("type": "text")", one("String", std::string(10'001, 'x')),
                  "the answer is longer than maxLength"},
        BadAnswer{"below", limited("integer", R"("valueInteger": 0)", R"("valueInteger": 10)"), one("Integer", -1),
                  "the answer is below minValue"},
        BadAnswer{"above", limited("integer", R"("valueInteger": 0)", R"("valueInteger": 10)"), one("Integer", 11),
                  "the answer is above maxValue"},
        BadAnswer{"decimalAbove", limited("decimal", R"("valueDecimal": 0)", R"("valueInteger": 1)"),
                  one("Decimal", 1.01), "the answer is above maxValue"},
        BadAnswer{"dateBefore", limited("date", R"("valueDate": "2020")", R"("valueDate": "2026-06")"),
                  one("Date", "2019-12-31"), "the answer is below minValue"},
        BadAnswer{"dateAfter", limited("date", R"("valueDate": "2020")", R"("valueDate": "2026-06")"),
                  one("Date", "2026-07-01"), "the answer is above maxValue"},
        BadAnswer{"noSuchDay", R"("type": "date")", one("Date", "2026-02-30"), "the answer valueDate is not one"},
        BadAnswer{"numberNotAnOption", R"("type": "integer", "answerOption": [{"valueInteger": 1}])", one("Integer", 2),
                  "the answer is none of its options"},
        BadAnswer{"readOnly", R"("type": "string", "readOnly": true)", one("String", "x"), "is readOnly"}),
    [](auto const& row) { return std::string(row.param.name); });

TEST(Response, takesGoodAnswersOfEachType) {
    const std::tuple<std::string, Json> rows[]{
        {R"("type": "boolean")", one("Boolean", false)},
        {R"("type": "integer")", one("Integer", -5)},
        {R"("type": "decimal")", one("Decimal", 2.5)},
        {R"("type": "string", "maxLength": 5)", one("String", "cañón")},
        {R"("type": "text")", one("String", "two\nlines")},
        {R"("type": "date")", one("Date", "2026-02")},
        {limited("integer", R"("valueInteger": 0)", R"("valueInteger": 10)"), one("Integer", 10)},
        {R"("type": "choice", )" + options({"a", "b"}), codes("b")},
        {exclusiveOptions, codes("b", "a")},
        {exclusiveOptions, codes("none")},
        {R"("type": "open-choice", )" + options({"a"}), one("String", "mine")},
        {R"("type": "integer", "answerOption": [{"valueInteger": 1}])", one("Integer", 1)},
        {R"("type": "string", "repeats": true)", Json::array({{{"valueString", "a"}}, {{"valueString", "b"}}})}};
    for (auto const& [type, answers] : rows) {
        Response response(form(R"({"linkId": "x", )" + type + "}"));
        auto const result = response.answer("x", answers);
        EXPECT_TRUE(result) << type << ": " << result.error().text;
        EXPECT_EQ(response.answers("x"), answers);
    }
}

TEST(Response, keepsOnlySystemAndCodeOfACoding) {
    Response response(form(R"({"linkId": "x", "type": "choice", )" + options({"a"}) + "}"));
    ASSERT_TRUE(
        response.answer("x", Json::array({{{"valueCoding", {{"display", "A!"}, {"code", "a"}, {"system", "s"}}}}})));
    EXPECT_EQ(response.answers("x").dump(), R"([{"valueCoding":{"system":"s","code":"a"}}])");
}

TEST(Response, namesTheLinkIdItDoesNotKnow) {
    Response response(form(R"({"linkId": "x", "type": "string"})"));
    auto const result = response.answer("nope", Json::array());
    EXPECT_EQ(result.error().kind, ErrorKind::NotFound);
    EXPECT_EQ(result.error().text, "item 'nope': no such linkId in http://candor.example/fhir/Questionnaire/t|1");
    EXPECT_EQ(response.answers("nope"), Json::array());
    EXPECT_FALSE(response.isEnabled("nope"));
}

TEST(Response, aRefusedAnswerLeavesTheOldOne) {
    Response response(form(R"({"linkId": "x", "type": "integer"})"));
    ASSERT_TRUE(response.answer("x", one("Integer", 1)));
    ASSERT_FALSE(response.answer("x", one("String", "2")));
    EXPECT_EQ(response.answers("x"), one("Integer", 1));
}

TEST(Response, anEmptyListClears) {
    Response response(form(R"({"linkId": "x", "type": "integer"})"));
    ASSERT_TRUE(response.answer("x", one("Integer", 1)));
    EXPECT_TRUE(response.hasAnswers());
    ASSERT_TRUE(response.answer("x", Json::array()));
    EXPECT_FALSE(response.hasAnswers());
}

TEST(Response, startsWithInitialAnswersThatAreNotYetAPersons) {
    Response response(form(R"({"linkId": "x", "type": "integer", "initial": [{"valueInteger": 5}]})"));
    EXPECT_EQ(response.answers("x"), one("Integer", 5));
    EXPECT_FALSE(response.hasAnswers());
    ASSERT_TRUE(response.answer("x", one("Integer", 6)));
    EXPECT_TRUE(response.hasAnswers());
}

const std::string hidden =
    R"("extension": [{"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden", "valueBoolean": true}])";

TEST(Response, asksQuestionsAndDisplaysInOrderWithoutHiddenAndReadOnlyOnes) {
    Response response(form(R"({"linkId": "d", "type": "display", "text": "Hello"},
        {"linkId": "g", "type": "group", "item": [{"linkId": "a", "type": "string"}, {"linkId": "b", "type": "string", )" +
                           hidden + R"(},
                                                  {"linkId": "c", "type": "string", "readOnly": true}]},
        {"linkId": "h", "type": "group", )" +
                           hidden + R"(, "item": [{"linkId": "e", "type": "string", "required": true}]},
        {"linkId": "f", "type": "string"})"));
    EXPECT_EQ(linkIds(response.questions()), (std::vector<std::string>{"d", "a", "f"}));
    EXPECT_TRUE(response.missingRequired().empty());
}

TEST(Response, namesRequiredQuestionsThatAreEnabledAndEmpty) {
    Response response(form(R"({"linkId": "a", "type": "boolean", "required": true},
        {"linkId": "b", "type": "string", "required": true, "enableWhen": [{"question": "a", "operator": "=", "answerBoolean": true}]},
        {"linkId": "g", "type": "group", "required": true, "item": [{"linkId": "c", "type": "string"}]})"));
    EXPECT_EQ(linkIds(response.missingRequired()), (std::vector<std::string>{"a", "g"}));
    ASSERT_TRUE(response.answer("a", one("Boolean", true)));
    EXPECT_EQ(linkIds(response.missingRequired()), (std::vector<std::string>{"b", "g"}));
    ASSERT_TRUE(response.answer("b", one("String", "x")));
    ASSERT_TRUE(response.answer("c", one("String", "x")));
    EXPECT_TRUE(response.missingRequired().empty());
}

TEST(Response, signalsAnAnswerAtTheSafetyThreshold) {
    Response response(form(R"({"linkId": "on", "type": "boolean"}, {"linkId": "x", "type": "choice", )" +
                           options({"no", "some", "often"}) +
                           R"(, "enableWhen": [{"question": "on", "operator": "=", "answerBoolean": true}],
                              "extension": [{"url": "http://candor.example/fhir/StructureDefinition/safety-threshold", "valueInteger": 1}]})"));
    ASSERT_TRUE(response.answer("on", one("Boolean", true)));
    EXPECT_FALSE(response.safety());
    ASSERT_TRUE(response.answer("x", codes("no")));
    EXPECT_FALSE(response.safety());
    ASSERT_TRUE(response.answer("x", codes("some")));
    ASSERT_TRUE(response.safety());
    EXPECT_EQ(response.safety()->item->linkId, "x");
    EXPECT_EQ(response.safety()->weight, 1);
    ASSERT_TRUE(response.answer("on", one("Boolean", false)));
    EXPECT_FALSE(response.safety());
}

TEST(Response, writesOnlyWhatWasAskedAndAnswered) {
    Response response(form(R"({"linkId": "d", "type": "display", "text": "Hello"},
        {"linkId": "g", "type": "group", "text": "Group", "item": [{"linkId": "g2", "type": "group", "item": [{"linkId": "a", "type": "string", "text": "?"}]},
                                                  {"linkId": "b", "type": "string"}]},
        {"linkId": "e", "type": "group", "item": [{"linkId": "f", "type": "string"}]},
        {"linkId": "q", "type": "boolean", "item": [{"linkId": "r", "type": "integer"}]},
        {"linkId": "h", "type": "integer", "initial": [{"valueInteger": 1}], )" +
                           hidden + R"(},
        {"linkId": "off", "type": "string", "enableWhen": [{"question": "q", "operator": "=", "answerBoolean": false}]})"));
    for (auto const* linkId : {"a", "off"}) ASSERT_TRUE(response.answer(linkId, one("String", "x")));
    ASSERT_TRUE(response.answer("q", one("Boolean", true)));
    ASSERT_TRUE(response.answer("r", one("Integer", 2)));
    const Completion completion{Uuid{}, *base::parseIsoText("2026-11-22T13:10:14Z"), CompletionStatus::Stopped, "es"};
    EXPECT_EQ(
        response.toFhir(completion).dump(),
        R"({"resourceType":"QuestionnaireResponse","language":"es","questionnaire":"http://candor.example/fhir/Questionnaire/t|1",)"
        R"("status":"stopped","authored":"2026-11-22T13:10:14Z","item":[)"
        R"({"linkId":"g","item":[{"linkId":"g2","item":[{"linkId":"a","answer":[{"valueString":"x"}]}]}]},)"
        R"({"linkId":"q","answer":[{"valueBoolean":true,"item":[{"linkId":"r","answer":[{"valueInteger":2}]}]}]}]})");
}

TEST(Response, withoutAnswersHasNoItems) {
    Response response(form(R"({"linkId": "a", "type": "string"})"));
    EXPECT_FALSE(response.toFhir({}).contains("item"));
}

TEST(Toggling, replacesASingleChoice) {
    auto const f = form(R"({"linkId": "x", "type": "choice", )" + options({"a", "b"}) + "}");
    auto const& item = *f->find("x");
    EXPECT_EQ(toggled(item, item.options, codes("a"), item.options[1]), codes("b"));
    EXPECT_EQ(toggled(item, item.options, codes("a"), item.options[0]), codes("a"));
}

TEST(Toggling, addsAndTakesAwayInAMultipleChoiceAndKeepsExclusiveOnesAlone) {
    auto const f = form(R"({"linkId": "x", )" + exclusiveOptions + "}");
    auto const& item = *f->find("x");
    auto const &a = item.options[0], &b = item.options[1], &none = item.options[2];
    EXPECT_EQ(toggled(item, item.options, Json::array(), a), codes("a"));
    EXPECT_EQ(toggled(item, item.options, codes("a"), b), codes("a", "b"));
    EXPECT_EQ(toggled(item, item.options, codes("a", "b"), a), codes("b"));
    EXPECT_EQ(toggled(item, item.options, codes("a", "b"), none), codes("none"));
    EXPECT_EQ(toggled(item, item.options, codes("none"), a), codes("a"));
    EXPECT_EQ(toggled(item, item.options, codes("none"), none), Json::array());
}

} // namespace
} // namespace kiosk::survey
