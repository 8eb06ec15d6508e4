#include "tests/unit/survey/Forms.h"

namespace kiosk::survey {
namespace {

using testing::errorOf;
using testing::form;
using ::testing::HasSubstr;
using testing::options;
using testing::parse;
using testing::questionnaire;

struct BadForm {
    char const* name;
    std::string items;
    std::string error;
};

void PrintTo(BadForm const& bad, std::ostream* out) {
    *out << bad.name;
}

class BadForms : public ::testing::TestWithParam<BadForm> {};

TEST_P(BadForms, areRefusedWithLinkIdAndRule) {
    EXPECT_EQ(errorOf(GetParam().items), GetParam().error);
}

std::string item(std::string const& members) {
    return R"({"linkId": "x", )" + members + "}";
}

INSTANTIATE_TEST_SUITE_P(
    Form, BadForms,
    ::testing::Values(
        BadForm{"noItems", "", "item: there is none"},
        BadForm{"noLinkId", R"({"type": "string"})", "linkId: is missing, empty or too long (item 1)"},
        BadForm{"longLinkId", R"({"type": "string", "linkId": ")" + std::string(256, 'x') + "\"}",
                "linkId: is missing, empty or too long (item 1)"},
        BadForm{"linkIdTwice",
                item(R"("type": "string")") + ", " + R"({"linkId": "g", "type": "group", "item": [)" +
                    item(R"("type": "string")") + "]}",
                "item 'x': linkId is there twice"},
        BadForm{"noType", item(R"("text": "?")"), "item 'x': type '' is not supported"},
        BadForm{"abstractType", item(R"("type": "question")"),
                "not a FHIR R4 Questionnaire, but one of R5: item.type=question"},
        BadForm{"textNotText", item(R"("type": "string", "text": 5)"), "item 'x': text: is not a text"},
        BadForm{"requiredNotFlag", item(R"("type": "string", "required": "yes")"),
                "item 'x': required: is not true or false"},
        BadForm{"itemNotList", item(R"("type": "group", "item": {})"), "item 'x': item: is not a list"},
        BadForm{"itemOfNumbers", item(R"("type": "group", "item": [1])"), "item 'x': item: is not a list of objects"},
        BadForm{"choiceWithoutOptions", item(R"("type": "choice")"), "item 'x': answerOption: there is none"},
        BadForm{"choiceWithEmptyOptions", item(R"("type": "choice", "answerOption": [])"),
                "item 'x': answerOption: there is none"},
        BadForm{"valueSet", item(R"("type": "choice", "answerValueSet": "http://x")"),
                "item 'x': answerValueSet: 'http://x' is not at hand"},
        BadForm{"booleanWithOptions", item(R"("type": "boolean", )" + options({"a"})),
                "item 'x': answerOption does not go with the type boolean"},
        BadForm{"integerWithCodings", item(R"("type": "integer", )" + options({"a"})),
                "item 'x': answerOption: its value does not fit the type integer"},
        BadForm{"decimalWithOptions", item(R"("type": "decimal", "answerOption": [{"valueInteger": 1}])"),
                "item 'x': answerOption does not go with the type decimal"},
        BadForm{"optionTwice", item(R"("type": "choice", )" + options({"a", "b", "a"})),
                "item 'x': answerOption: 'Display of a' is there twice"},
        BadForm{"optionWithoutValue", item(R"("type": "choice", "answerOption": [{"initialSelected": true}])"),
                "item 'x': answerOption: needs a value"},
        BadForm{"optionWithTwoValues",
                item(R"("type": "choice", "answerOption": [{"valueInteger": 1, "valueString": "1"}])"),
                "item 'x': value: is there twice"},
        BadForm{"optionQuantity", item(R"("type": "choice", "answerOption": [{"valueQuantity": {}}])"),
                "item 'x': answerOption: needs a value"},
        BadForm{
            "weightNotNumber",
            item(
                R"("type": "choice", "answerOption": [{"valueString": "a", "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueString": "1"}]}])"),
            "item 'x': ordinalValue: is not a number"},
        BadForm{"twoInitials",
                item(R"("type": "boolean", "initial": [{"valueBoolean": true}, {"valueBoolean": false}])"),
                "item 'x': initial: takes one answer"},
        BadForm{"initialOfOtherType", item(R"("type": "boolean", "initial": [{"valueInteger": 1}])"),
                "item 'x': initial: the answer must be a valueBoolean"},
        BadForm{"initialOfGroup", item(R"("type": "group", "initial": [{"valueInteger": 1}])"),
                "item 'x': initial: is not a question"},
        BadForm{"maxLengthZero", item(R"("type": "string", "maxLength": 0)"),
                "item 'x': maxLength is not a whole number above zero"},
        BadForm{
            "limitOfOtherType",
            item(
                R"("type": "integer", "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/minValue", "valueDate": "2026"}])"),
            "item 'x': minValue or maxValue does not fit the type"},
        BadForm{
            "limitsCrossed",
            item(
                R"("type": "integer", "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/minValue", "valueInteger": 2},
                                                         {"url": "http://hl7.org/fhir/StructureDefinition/maxValue", "valueInteger": 1}])"),
            "item 'x': minValue is above maxValue"},
        BadForm{
            "limitTwice",
            item(
                R"("type": "integer", "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/minValue", "valueInteger": 2},
                                                         {"url": "http://hl7.org/fhir/StructureDefinition/minValue", "valueInteger": 1}])"),
            "item 'x': minValue: is there twice"},
        BadForm{"displayWithItems", item(R"("type": "display", "item": [{"linkId": "y", "type": "string"}])"),
                "item 'x': a display cannot hold items"},
        BadForm{
            "safetyWithoutWeights",
            item(
                R"("type": "boolean", "extension": [{"url": "http://candor.example/fhir/StructureDefinition/safety-threshold", "valueInteger": 1}])"),
            "item 'x': safety-threshold needs weights"},
        BadForm{"modifier", item(R"("type": "string", "modifierExtension": [{"url": "http://x/turns-it-round"}])"),
                "item 'x': modifierExtension: 'http://x/turns-it-round' is not known"},
        BadForm{
            "expression",
            item(
                R"("type": "integer", "extension": [{"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression"}])"),
            "item 'x': an expression is missing"},
        BadForm{"extensionWithoutUrl", item(R"("type": "string", "extension": [{}])"),
                "item 'x': extension: has no url"},
        BadForm{
            "translationWithoutLanguage",
            item(
                R"("type": "string", "text": "?", "_text": {"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/translation"}]})"),
            "item 'x': translation: needs lang and content"}),
    [](auto const& row) { return std::string(row.param.name); });

std::string conditional(std::string const& conditions, std::string const& behavior = "") {
    return R"({"linkId": "q", "type": "choice", )" + options({"a", "b"}) +
           R"(}, {"linkId": "g", "type": "group", "item": [{"linkId": "n", "type": "integer"}]},
        {"linkId": "x", "type": "string", )" +
           behavior + R"("enableWhen": [)" + conditions + "]}";
}

INSTANTIATE_TEST_SUITE_P(
    EnableWhen, BadForms,
    ::testing::Values(
        BadForm{"unknownQuestion", conditional(R"({"question": "nope", "operator": "exists", "answerBoolean": true})"),
                "item 'x': enableWhen refers to an unknown linkId 'nope'"},
        BadForm{"aboutAGroup", conditional(R"({"question": "g", "operator": "exists", "answerBoolean": true})"),
                "item 'x': enableWhen refers to an item that is not a question, 'g'"},
        BadForm{"aboutItself", conditional(R"({"question": "x", "operator": "exists", "answerBoolean": true})"),
                "item 'x': its logic goes round in a circle: 'x', 'x'"},
        BadForm{"unknownOperator", conditional(R"({"question": "q", "operator": "~", "answerBoolean": true})"),
                "item 'x': enableWhen: operator '~' is not one of exists = != > < >= <="},
        BadForm{"noAnswer", conditional(R"({"question": "q", "operator": "="})"),
                "item 'x': enableWhen: needs an answer"},
        BadForm{"existsWithNumber", conditional(R"({"question": "q", "operator": "exists", "answerInteger": 1})"),
                "item 'x': enableWhen: exists needs an answerBoolean"},
        BadForm{"otherType", conditional(R"({"question": "q", "operator": "=", "answerBoolean": true})"),
                "item 'x': enableWhen compares with a valueBoolean, which does not fit 'q'"},
        BadForm{"orderOfCodings",
                conditional(R"({"question": "q", "operator": ">", "answerCoding": {"system": "s", "code": "a"}})"),
                "item 'x': enableWhen has an order where there is none, 'q'"},
        BadForm{"twoWithoutBehavior", conditional(R"({"question": "q", "operator": "exists", "answerBoolean": true},
                                                     {"question": "n", "operator": ">", "answerInteger": 1})"),
                "item 'x': enableBehavior: needed with more than one enableWhen"},
        BadForm{"otherBehavior",
                conditional(R"({"question": "q", "operator": "exists", "answerBoolean": true})",
                            R"("enableBehavior": "some", )"),
                "item 'x': enableBehavior: 'some' is not all or any"},
        BadForm{
            "circleOfTwo",
            R"({"linkId": "a", "type": "string", "enableWhen": [{"question": "b", "operator": "exists", "answerBoolean": true}]},
                   {"linkId": "b", "type": "string", "enableWhen": [{"question": "a", "operator": "exists", "answerBoolean": true}]})",
            "item 'a': its logic goes round in a circle: 'a', 'b', 'a'"},
        BadForm{
            "groupByItsOwnChild",
            R"({"linkId": "a", "type": "group", "enableWhen": [{"question": "b", "operator": "exists", "answerBoolean": true}],
                    "item": [{"linkId": "b", "type": "string"}]})",
            "item 'a': its logic goes round in a circle: 'a', 'b', 'a'"}),
    [](auto const& row) { return std::string(row.param.name); });

TEST(Form, refusesWhatIsNoQuestionnaire) {
    EXPECT_EQ(parse("{").error().kind, ErrorKind::Invalid);
    EXPECT_EQ(parse("[]").error().kind, ErrorKind::Invalid);
    EXPECT_EQ(parse(R"({"resourceType": "Patient"})").error().text, "resourceType: not a Questionnaire");
    EXPECT_EQ(parse(R"({"resourceType": "Questionnaire", "url": "http://x"})").error().text,
              "url and version: responses name their form by them");
    EXPECT_EQ(errorOf(R"({"linkId": "x", "type": "string"})", R"("implicitRules": "http://x", )"),
              "implicitRules is not supported");
}

TEST(Form, refusesItemsNestedTooDeep) {
    std::string items = R"({"linkId": "bottom", "type": "string"})";
    for (int level = 0; level < 16; ++level)
        items = R"({"linkId": "g)" + std::to_string(level) + R"(", "type": "group", "item": [)" + items + "]}";
    EXPECT_EQ(errorOf(items), "item 'g0': nested too deep");
}

TEST(Form, refusesTooManyItems) {
    std::string items = R"({"linkId": "0", "type": "string"})";
    for (int i = 1; i <= 5000; ++i) items += R"(, {"linkId": ")" + std::to_string(i) + R"(", "type": "string"})";
    EXPECT_EQ(errorOf(items), "item '5000': too many items");
}

TEST(Form, keepsItsItemsInPlaceWhenMoved) {
    auto parsed =
        parse(questionnaire(R"({"linkId": "g", "type": "group", "item": [{"linkId": "a", "type": "string"}]})"));
    ASSERT_TRUE(parsed);
    auto const* item = parsed->find("a");
    const Form moved = std::move(*parsed);
    EXPECT_EQ(moved.find("a"), item);
    EXPECT_EQ(item->parent, &moved.items().front());
    EXPECT_EQ(moved.allItems()[item->position], item);
}

TEST(Form, readsWhatAnItemSays) {
    auto const f = form(
        R"({"linkId": "x", "type": "open-choice", "text": "Which?", "prefix": "1.", "required": true, "repeats": true, "maxLength": 10,
        "code": [{"system": "http://loinc.org", "code": "1-2"}],
        "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl", "valueCodeableConcept": {"coding": [{"code": "check-box"}]}},
                      {"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-openLabel", "valueString": "Other"}],
        "answerOption": [
          {"valueCoding": {"system": "s", "code": "a", "display": "A", "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/itemWeight", "valueDecimal": 2}]}},
          {"valueCoding": {"code": "none"}, "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive", "valueBoolean": true}]},
          {"valueString": "words", "initialSelected": true}, {"valueInteger": 7}, {"valueDate": "2026"}],
        "item": [{"linkId": "x.h", "type": "display", "text": "Help!", "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl", "valueCodeableConcept": {"coding": [{"code": "help"}]}}]}]})");
    auto const& item = *f->find("x");
    EXPECT_EQ(item.type, ItemType::OpenChoice);
    EXPECT_EQ(item.text.in("en"), "Which?");
    EXPECT_EQ(item.prefix.in("en"), "1.");
    EXPECT_EQ(item.help.in("en"), "Help!");
    EXPECT_EQ(item.openLabel.in("en"), "Other");
    EXPECT_EQ(item.control, "check-box");
    EXPECT_EQ(item.codes.at(0).code, "1-2");
    EXPECT_EQ(item.maxLength, 10U);
    EXPECT_TRUE(item.required && item.repeats && !item.readOnly && !item.hidden);
    ASSERT_EQ(item.options.size(), 5U);
    EXPECT_EQ(item.options[0].value.dump(), R"({"valueCoding":{"system":"s","code":"a"}})");
    EXPECT_EQ(item.options[0].weight, 2.0);
    EXPECT_TRUE(item.options[1].exclusive);
    EXPECT_EQ(item.options[1].label.in("en"), "none");
    EXPECT_EQ(item.options[3].label.in("en"), "7");
    EXPECT_EQ(item.options[4].label.in("en"), "2026");
    ASSERT_EQ(item.initial.size(), 1U);
    EXPECT_EQ(item.initial[0]->text(), "words");
    EXPECT_EQ(f->find("x.h"), nullptr);
}

TEST(Form, takesExtensionsThatOnlyChangeTheLook) {
    EXPECT_TRUE(form(
        R"({"linkId": "x", "type": "string", "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/entryFormat", "valueString": "nnn"}]})"));
}

char const* const translated = R"({"linkId": "x", "type": "boolean", "text": "Yes?",
    "_text": {"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/translation",
                             "extension": [{"url": "lang", "valueCode": "es"}, {"url": "content", "valueString": "¿Sí?"}]}]}})";
char const* const translatedTitle = R"("language": "en", "title": "T",
    "_title": {"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/translation",
                              "extension": [{"url": "lang", "valueCode": "es"}, {"url": "content", "valueString": "Título"}]}]}, )";

TEST(Translations, fallBackToThePrimaryLanguageAndThenToTheForm) {
    auto const f = form(translated, translatedTitle);
    auto const& text = f->find("x")->text;
    EXPECT_EQ(text.in("es"), "¿Sí?");
    EXPECT_EQ(text.in("es-MX"), "¿Sí?");
    EXPECT_EQ(text.in("en"), "Yes?");
    EXPECT_EQ(text.in("fr"), "Yes?");
}

TEST(Translations, countAsALanguageOnlyWhenComplete) {
    EXPECT_EQ(form(translated, translatedTitle)->languages(), (std::vector<std::string>{"en", "es"}));
    EXPECT_EQ(form(std::string(translated) + R"(, {"linkId": "y", "type": "string", "text": "Name"})", translatedTitle)
                  ->languages(),
              std::vector<std::string>{"en"});
    EXPECT_EQ(
        form(std::string(translated) + R"(, {"linkId": "y", "type": "string", "text": "12 - 14"})", translatedTitle)
            ->languages(),
        (std::vector<std::string>{"en", "es"}));
}

std::string awaitingReview(std::string const& language) {
    return R"("extension": [{"url": "http://candor.example/fhir/StructureDefinition/translation-awaits-review", "valueCode": ")" +
           language + "\"}], " + translatedTitle;
}

TEST(Translations, awaitReviewWhereTheFormSaysSo) {
    EXPECT_FALSE(form(translated, translatedTitle)->awaitsReview("es"));
    auto const draft = form(translated, awaitingReview("es"));
    EXPECT_TRUE(draft->awaitsReview("es"));
    EXPECT_TRUE(draft->awaitsReview("es-MX")); // falls back to es
    EXPECT_FALSE(draft->awaitsReview("en"));
    EXPECT_FALSE(draft->awaitsReview("et"));
}

TEST(Translations, awaitReviewOnlyInALanguageOfTheForm) {
    for (auto const* slip : {"ar", "es-MX", ""})
        EXPECT_EQ(errorOf(translated, awaitingReview(slip)),
                  "translation-awaits-review: '" + std::string(slip) + "' is not a language of this form");
}

} // namespace
} // namespace kiosk::survey
