// What is said of a form whose logic or extensions cannot be meant.

#include "tests/unit/survey/Instruments.h"

namespace kiosk::survey::testing {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::vector<Finding> findingsOf(std::string const& text) {
    auto const opened = Form::open(asBytes(text));
    if (!opened) throw std::runtime_error(opened.error().text);
    return opened->findings();
}

std::vector<std::string> about(Topic topic, std::vector<Finding> const& findings) {
    std::vector<std::string> lines;
    for (auto const& finding : findings)
        if (finding.topic == topic) lines.push_back(finding.text());
    return lines;
}

/// Of a form with the items name (text) and age (integer), the second calculated so.
std::vector<std::string> dead(std::string const& expression) {
    return about(
        Topic::DeadExpression,
        findingsOf(questionnaire(
            R"({"linkId": "name", "type": "string"}, {"linkId": "age", "type": "integer", "extension": [{"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression", "valueExpression": {"language": "text/fhirpath", "expression": ")" +
            expression + "\"}}]}")));
}

TEST(DeadExpression, readsAnItemThatIsNotThere) {
    EXPECT_THAT(dead("%resource.item.where(linkId = 'Name').answer.value.length()"),
                ElementsAre("item 'age': expression: there is no item 'Name'"));
    EXPECT_THAT(dead("%resource.repeat(item).where(linkId in ('name' | 'nome')).answer.count()"),
                ElementsAre("item 'age': expression: there is no item 'nome'"));
    EXPECT_THAT(dead("%questionnaire.item.where(linkId = 'anything').count()"), IsEmpty());
}

TEST(DeadExpression, readsAnElementThatIsNotThere) {
    EXPECT_THAT(dead("%resource.item.where(linkId = 'name').anwser.value.length()"),
                ElementsAre(HasSubstr("QuestionnaireResponse.item has no element anwser")));
    EXPECT_THAT(dead("%context.answers.value"), ElementsAre(HasSubstr("has no element answers")));
    EXPECT_THAT(dead("%questionnaire.items.count()"), ElementsAre(HasSubstr("has no element items")));
    EXPECT_THAT(dead("%qitem.code.display.length()"), IsEmpty());
}

TEST(DeadExpression, readsAVariableThatIsNotThere) {
    EXPECT_THAT(dead("%total + 1"), ElementsAre("item 'age': expression: there is no variable %total"));
    EXPECT_THAT(dead("%resource.item.count() + %patient.name.count()"), IsEmpty()) << "may be handed in";
}

TEST(DeadExpression, doesWhatCannotBeDone) {
    EXPECT_THAT(dead("'a' + 1"), ElementsAre(HasSubstr("cannot be done with String and Integer")));
    EXPECT_THAT(dead("%resource.item.where(linkId = 'age').answer.value + 1"), IsEmpty());
}

TEST(Extensions, inTheNameOfHl7OrOursAreFollowedOrSaid) {
    auto const extension = [](std::string const& url) {
        return R"({"linkId": "a", "type": "string", "extension": [{"url": ")" + url + R"(", "valueInteger": 1}]})";
    };
    auto const said = [&](std::string const& url) {
        return about(Topic::Extension, findingsOf(questionnaire(extension(url))));
    };
    for (auto const* slip : {"http://hl7.org/fhir/StructureDefinition/questionnaire-minLength",
                             "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-minLength",
                             "http://candor.example/fhir/StructureDefinition/scores"})
        EXPECT_THAT(said(slip), ElementsAre("item 'a': extension: '" + std::string(slip) + "' is not followed"))
            << slip;
    for (auto const* good :
         {"http://hl7.org/fhir/StructureDefinition/minLength", "http://hl7.org/fhir/StructureDefinition/designNote",
          "http://hl7.org/fhir/StructureDefinition/structuredefinition-wg", "http://clinic.example/anything"})
        EXPECT_THAT(said(good), IsEmpty()) << good;
    auto const twice =
        extension("http://hl7.org/fhir/x") + "," +
        R"({"linkId": "b", "type": "string", "text": "B", "_text": {"extension": [{"url": "http://hl7.org/fhir/x", "valueInteger": 1}]}})";
    EXPECT_THAT(about(Topic::Extension, findingsOf(questionnaire(twice))),
                ElementsAre("item 'a': extension: 'http://hl7.org/fhir/x' is not followed (2 times)"));
}

TEST(FormLogic, ofTheFormsWeShipHasNoneOfThis) {
    for (auto const& id : shippedInstruments()) {
        auto const findings = findingsOf(std::string(asText(*base::readFile(instrumentFile(id)))));
        EXPECT_THAT(about(Topic::DeadExpression, findings), IsEmpty()) << id;
        EXPECT_THAT(about(Topic::Extension, findings), IsEmpty()) << id;
    }
}

TEST(FormHead, saysWhatIsWrongWithIt) {
    auto const head = [](std::string const& more) {
        std::vector<std::string> lines;
        for (auto const& finding :
             findingsOf(R"({"resourceType": "Questionnaire", "url": "http://candor.example/f", "version": "1", )" +
                        more + R"("item": [{"linkId": "a", "type": "string"}]})"))
            lines.push_back(finding.text());
        return lines;
    };
    EXPECT_THAT(head(R"("status": "active", )"), IsEmpty());
    EXPECT_THAT(head(""), ElementsAre("status: is missing"));
    EXPECT_THAT(head(R"("status": "final", )"), ElementsAre("status: is not one of draft, active, retired, unknown"));
    EXPECT_THAT(head(R"("status": "active", "language": "en_US", )"),
                ElementsAre("language: 'en_US' is not one such as en or pt-BR"));
    EXPECT_THAT(head(R"("status": "active", "language": "EN", )"), Contains(HasSubstr("language: 'EN'")));
}

} // namespace
} // namespace kiosk::survey::testing
