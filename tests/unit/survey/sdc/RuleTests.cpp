#include "tests/unit/survey/sdc/Sdc.h"

namespace kiosk::survey {
namespace {

using namespace testing;

struct Limit {
    char const* name;
    std::string item;
    std::string good;
    std::string bad;
    std::string rule;
};

void PrintTo(Limit const& limit, std::ostream* out) {
    *out << limit.name;
}

class Rules : public ::testing::TestWithParam<Limit> {};

TEST_P(Rules, areKeptWhenAnsweringAndWhenChecking) {
    auto const f = form(GetParam().item);
    Response response(f);
    EXPECT_EQ(refusal(response, "x", GetParam().good), "taken");
    EXPECT_EQ(refusal(response, "x", GetParam().bad), "item 'x': " + GetParam().rule);
    for (auto const& [answers, isGood] : {std::pair(GetParam().good, true), std::pair(GetParam().bad, false)}) {
        auto const text =
            R"({"resourceType":"QuestionnaireResponse","status":"completed","item":[{"linkId":"x","answer":)" +
            answers + "}]}";
        auto const document = fhir::Document::parse(asBytes(text));
        ASSERT_TRUE(document);
        EXPECT_EQ(hasErrors(validate(f, document->root())), !isGood) << answers;
    }
}

std::string quantity(std::string const& value, std::string const& code) {
    return R"("valueQuantity":{"value":)" + value + R"(,"system":"http://unitsofmeasure.org","code":")" + code + "\"}";
}

std::string answerOf(std::string const& value) {
    return "[{" + value + "}]";
}

const std::string kilometres =
    R"("valueCoding": {"system": "http://unitsofmeasure.org", "code": "km", "display": "kilometre"})";
const std::string containedUnits =
    R"("contained": [{"resourceType": "ValueSet", "id": "u", "compose": {"include": [{"system": "http://unitsofmeasure.org", "concept": [{"code": "kg"}]}]}}], )";

INSTANTIATE_TEST_SUITE_P(
    Sdc, Rules,
    ::testing::Values(
        Limit{"maxLength", item("x", "string", {}, R"("maxLength": 3)"), R"([{"valueString":"abc"}])",
              R"([{"valueString":"abcd"}])", "the answer is longer than maxLength"},
        Limit{"minLength", item("x", "string", {hl7("minLength", R"("valueInteger": 3)")}),
              R"([{"valueString":"abc"}])", R"([{"valueString":"ab"}])", "the answer is shorter than minLength"},
        Limit{"minValue", item("x", "decimal", {hl7("minValue", R"("valueDecimal": 0.3)")}),
              R"([{"valueDecimal":0.30}])", R"([{"valueDecimal":0.2999999999999999999}])",
              "the answer is below minValue"},
        Limit{"maxValueOfDateTime", item("x", "dateTime", {hl7("maxValue", R"("valueDateTime": "2022-06")")}),
              R"([{"valueDateTime":"2022-06-30"}])", R"([{"valueDateTime":"2022-07"}])",
              "the answer is above maxValue"},
        Limit{"maxValueOfTime", item("x", "time", {hl7("maxValue", R"("valueTime": "12:00:00")")}),
              R"([{"valueTime":"12:00:00"}])", R"([{"valueTime":"12:00:01"}])", "the answer is above maxValue"},
        Limit{"minQuantity", item("x", "quantity", {sdc("minQuantity", quantity("1", "kg"))}),
              answerOf(quantity("1000", "g")), answerOf(quantity("999", "g")), "the answer is below minQuantity"},
        Limit{"maxQuantity", item("x", "quantity", {sdc("maxQuantity", quantity("5", "km"))}),
              answerOf(quantity("5000", "m")), answerOf(quantity("5001", "m")), "the answer is above maxQuantity"},
        Limit{"maxDecimalPlaces", item("x", "decimal", {hl7("maxDecimalPlaces", R"("valueInteger": 2)")}),
              R"([{"valueDecimal":1.10}])", R"([{"valueDecimal":1.100}])",
              "the answer has more decimals than maxDecimalPlaces"},
        Limit{"regex", item("x", "string", {hl7("regex", R"("valueString": "[0-9]{5}")")}),
              R"([{"valueString":"12345"}])", R"([{"valueString":"123456"}])", "the answer does not match its regex"},
        Limit{"repeats", item("x", "string", {}, R"("repeats": true)"), R"([{"valueString":"a"},{"valueString":"b"}])",
              R"([{"valueString":"a"},{"valueInteger":1}])", "the answer must be a valueString"},
        Limit{"maxOccurs",
              item("x", "string", {hl7("questionnaire-maxOccurs", R"("valueInteger": 2)")}, R"("repeats": true)"),
              R"([{"valueString":"a"},{"valueString":"b"}])",
              R"([{"valueString":"a"},{"valueString":"b"},{"valueString":"c"}])", "takes no more than 2 answers"},
        Limit{"mimeType", item("x", "attachment", {hl7("mimeType", R"("valueCode": "image/*")")}),
              R"([{"valueAttachment":{"contentType":"image/png"}}])",
              R"([{"valueAttachment":{"contentType":"text/html"}}])", "the answer is of another mimeType"},
        Limit{"maxSize", item("x", "attachment", {hl7("maxSize", R"("valueDecimal": 3)")}),
              R"([{"valueAttachment":{"data":"AAAA"}}])", R"([{"valueAttachment":{"data":"AAAAAA=="}}])",
              "the answer is larger than maxSize"},
        Limit{"unitOption", item("x", "quantity", {hl7("questionnaire-unitOption", kilometres)}),
              answerOf(quantity("1", "km")), answerOf(quantity("1", "kg")), "the answer's unit is none of its units"},
        Limit{"optionExclusive",
              item("x", "choice", {},
                   R"("repeats": true, "answerOption": [{"valueString": "a"}, {"valueString": "b"},
                      {"valueString": "none", "extension": [)" +
                       hl7("questionnaire-optionExclusive", R"("valueBoolean": true)") + "]}]"),
              R"([{"valueString":"a"},{"valueString":"b"}])", R"([{"valueString":"a"},{"valueString":"none"}])",
              "an optionExclusive answer goes with no other"},
        Limit{"referenceResource",
              item("x", "reference", {hl7("questionnaire-referenceResource", R"("valueCode": "Patient")")}),
              R"([{"valueReference":{"reference":"Patient/1"}}])", R"([{"valueReference":{"reference":"Group/1"}}])",
              "the answer refers to a resource of another type"}),
    [](auto const& row) { return std::string(row.param.name); });

TEST(Sdc, openUnitsTakeOthersAndUnitSetsRestrict) {
    Response open(form(
        item("x", "quantity",
             {hl7("questionnaire-unitOption", kilometres), sdc("unitOpen", R"("valueCode": "optionsOrString")")})));
    EXPECT_EQ(refusal(open, "x", R"([{"valueQuantity":{"value":1,"unit":"leagues"}}])"), "taken");
    Response set(
        form(item("x", "quantity", {hl7("questionnaire-unitValueSet", R"("valueCanonical": "#u")")}), containedUnits));
    EXPECT_EQ(refusal(set, "x", answerOf(quantity("1", "kg"))), "taken");
    EXPECT_EQ(refusal(set, "x", answerOf(quantity("1", "km"))), "item 'x': the answer's unit is none of its units");
}

TEST(Sdc, minOccursIsMissedUntilThereAreEnough) {
    auto const f = form(item("x", "string", {hl7("questionnaire-minOccurs", R"("valueInteger": 2)")},
                             R"("repeats": true, "required": true)"));
    Response response(f);
    ASSERT_TRUE(response.answer("x", one("String", "a")));
    EXPECT_EQ(linkIds(response.missingRequired()), std::vector<std::string>{"x"});
    ASSERT_TRUE(response.answer("x", Json::array({{{"valueString", "a"}}, {{"valueString", "b"}}})));
    EXPECT_TRUE(response.missingRequired().empty());
}

TEST(Sdc, aGroupBeginsWithMinOccursAndTakesMaxOccurs) {
    auto const count = [](Response const& response) {
        return response.instances().of(*response.form().find("g")).size();
    };
    Response response(form(item("g", "group",
                                {hl7("questionnaire-minOccurs", R"("valueInteger": 2)"),
                                 hl7("questionnaire-maxOccurs", R"("valueInteger": 3)")},
                                R"("repeats": true, "item": [{"linkId": "a", "type": "string"}])")));
    EXPECT_EQ(count(response), 2U);
    ASSERT_TRUE(response.addGroup("g"));
    EXPECT_FALSE(response.addGroup("g"));
    EXPECT_EQ(count(response), 3U);
}

TEST(Sdc, aPatternThatIsNotLinearIsAFinding) {
    auto const text = questionnaire(item("x", "string", {hl7("regex", R"("valueString": "(a)\\1")")}));
    auto const opened = Form::open(asBytes(text));
    ASSERT_TRUE(opened);
    EXPECT_TRUE(hasErrors(opened->findings()));
}

TEST(Sdc, codesThatAreContainedOrHandedInAreOptions) {
    const std::string expanded = R"("contained": [{"resourceType": "ValueSet", "id": "v", "expansion": {"contains": [
        {"system": "s", "abstract": true, "code": "top", "contains": [{"system": "s", "code": "a", "display": "A",
          "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": 2}]}]}]}}], )";
    auto const f = form(item("x", "choice", {}, R"("answerValueSet": "#v")"), expanded);
    ASSERT_EQ(f->find("x")->options.size(), 1U);
    EXPECT_EQ(f->find("x")->options[0].label.in("en"), "A");
    EXPECT_EQ(f->find("x")->options[0].weight, 2.0);

    Library library;
    auto const add = [&](char const* text) {
        library.add(std::make_shared<const fhir::Document>(*fhir::Document::parse(asBytes(std::string(text)))));
    };
    add(R"({"resourceType": "CodeSystem", "url": "http://c", "content": "complete", "concept": [{"code": "1", "concept": [{"code": "2"}]}]})");
    add(R"({"resourceType": "ValueSet", "url": "http://v", "compose": {"include": [{"system": "http://c"}], "exclude": [{"system": "http://c", "concept": [{"code": "1"}]}]}})");
    auto const opened =
        Form::open(asBytes(questionnaire(item("x", "choice", {}, R"("answerValueSet": "http://v")"))), library);
    ASSERT_TRUE(opened);
    ASSERT_EQ(opened->find("x")->options.size(), 1U);
    EXPECT_EQ(opened->find("x")->options[0].value["valueCoding"]["code"], "2");
}

TEST(Sdc, formsOfOtherVersionsAreRefusedByName) {
    auto const refused = [](std::string const& items) {
        auto const opened = Form::open(asBytes(questionnaire(items)));
        return opened ? "opened" : opened.error().text;
    };
    EXPECT_EQ(refused(item("x", "coding")), "not a FHIR R4 Questionnaire, but one of R5: item.type=coding");
    EXPECT_EQ(refused(item("x", "choice", {}, R"("answerConstraint": "optionsOnly")")),
              "not a FHIR R4 Questionnaire, but one of R5: item.answerConstraint");
    EXPECT_EQ(refused(item("x", "choice", {}, R"("option": [{"valueString": "a"}])")),
              "not a FHIR R4 Questionnaire, but one of STU3: item.option");
    EXPECT_EQ(refused(item("x", "string", {}, R"("enableWhen": [{"question": "y", "hasAnswer": true}])")),
              "not a FHIR R4 Questionnaire, but one of STU3: item.enableWhen.hasAnswer");
}

std::vector<std::string> faultsOf(std::string const& items, std::string const& answers) {
    auto const response = fhir::Document::parse(
        asBytes(R"({"resourceType": "QuestionnaireResponse", "status": "completed", "item": [)" + answers + "]}"));
    std::vector<std::string> faults;
    for (auto const& finding : validate(form(items), response->root()))
        if (finding.severity == Severity::Error) faults.push_back(finding.text());
    return faults;
}

TEST(Sdc, whatAResponseLeavesOutIsNotAnsweredWhateverItBeganWith) {
    auto const items =
        item("a", "boolean", {}, R"("initial": [{"valueBoolean": true}])") + ", " +
        item("b", "string", {}, R"("enableWhen": [{"question": "a", "operator": "=", "answerBoolean": true}])");
    auto const b = std::string(R"({"linkId": "b", "answer": [{"valueString": "x"}]})");
    EXPECT_EQ(faultsOf(items, b), std::vector<std::string>{"item[0] (item 'b'): is answered but not enabled"});
    EXPECT_TRUE(faultsOf(items, R"({"linkId": "a", "answer": [{"valueBoolean": true}]}, )" + b).empty());
}

// Responses leave out what is hidden: it is what the form makes of it.
TEST(Sdc, whatIsHiddenIsMadeAnewWhenAResponseIsChecked) {
    auto const hidden = hl7("questionnaire-hidden", R"("valueBoolean": true)");
    auto const when = [](std::string const& question) {
        return R"("enableWhen": [{"question": ")" + question + R"(", "operator": "=", "answerBoolean": true}])";
    };
    auto const items =
        item("a", "integer") + ", " + item("fixed", "boolean", {hidden}, R"("initial": [{"valueBoolean": true}])") +
        ", " +
        item("many", "boolean",
             {hidden, sdc("calculatedExpression", expression("%resource.item.where(linkId='a').answer.value > 3"))}) +
        ", " + item("x", "string", {}, when("fixed")) + ", " + item("y", "string", {}, when("many"));
    auto const answers = [](int a) {
        return R"({"linkId": "a", "answer": [{"valueInteger": )" + std::to_string(a) +
               R"(}]}, {"linkId": "x", "answer": [{"valueString": "x"}]}, {"linkId": "y", "answer": [{"valueString": "y"}]})";
    };
    EXPECT_EQ(faultsOf(items, answers(4)), std::vector<std::string>{});
    EXPECT_EQ(faultsOf(items, answers(3)), std::vector<std::string>{"item[2] (item 'y'): is answered but not enabled"});
}

} // namespace
} // namespace kiosk::survey
