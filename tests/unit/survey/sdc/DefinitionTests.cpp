#include "tests/unit/survey/sdc/Extracted.h"

namespace kiosk::survey {
namespace {

using namespace testing;

std::string const base = "http://hl7.org/fhir/StructureDefinition/";

std::string baseElement(std::string const& id) {
    return base + id.substr(0, id.find('.')) + "#" + id;
}

/// "definition" of an item, by the id of an element: Patient.name.given.
std::string definition(std::string const& id) {
    return R"("definition": ")" + baseElement(id) + "\"";
}

std::string definitionExtract(std::string const& canonical, std::string const& parts = "") {
    return sdc("definitionExtract",
               R"("extension": [{"url": "definition", "valueCanonical": ")" + canonical + "\"}" + parts + "]");
}

std::string fixedValue(std::string const& id, std::string const& value) {
    return sdc("definitionExtractValue", R"("extension": [{"url": "definition", "valueUri": ")" + baseElement(id) +
                                             R"("}, {"url": "fixed-value", )" + value + "}]");
}

std::string computed(std::string const& id, std::string const& path) {
    return sdc("definitionExtractValue", R"("extension": [{"url": "definition", "valueUri": ")" + baseElement(id) +
                                             R"("}, {"url": "expression", )" + expression(path) + "}]");
}

// After the guide's example of a person with contacts and measurements (SDC 4.0.0, Definition-based extraction).
std::shared_ptr<const Form> definedPerson() {
    auto const names = group(
        "name", {computed("Patient.name.text", "item.where(linkId='given' or linkId='family').answer.value.join(' ')")},
        item("given", "string", {}, R"("repeats": true, )" + definition("Patient.name.given")) + ", " +
            item("family", "string", {}, definition("Patient.name.family")),
        R"("repeats": true, )" + definition("Patient.name"));
    auto const person = group(
        "person", {definitionExtract(base + "Patient", R"(, {"url": "fullUrl", "valueString": "%NewPatient"})")},
        names + ", " + item("sex", "choice", {}, definition("Patient.gender") + ", " + options({"male", "female"})) +
            ", " + item("born", "date", {}, definition("Patient.birthDate")) + ", " +
            item("number", "string",
                 {fixedValue("Patient.identifier.type", R"("valueCodeableConcept": {"text": "National"})"),
                  fixedValue("Patient.identifier.system", R"("valueUri": "http://example.org/n")")},
                 definition("Patient.identifier.value")) +
            ", " +
            item("phone", "string", {fixedValue("Patient.telecom.system", R"("valueCode": "phone")")},
                 definition("Patient.telecom.value")));
    auto const contacts = group(
        "contacts",
        {definitionExtract(base + "RelatedPerson"), computed("RelatedPerson.patient.reference", "%NewPatient")},
        item("who", "string", {}, definition("RelatedPerson.name.text")) + ", " +
            item("relation", "choice", {}, definition("RelatedPerson.relationship.coding") + ", " + options({"N"})),
        R"("repeats": true)");
    auto const height = item(
        "height", "decimal",
        {definitionExtract(base + "Observation"), fixedValue("Observation.status", R"("valueCode": "final")"),
         fixedValue("Observation.code.coding", R"("valueCoding": {"system": "http://loinc.org", "code": "8302-2"})"),
         computed("Observation.subject.reference", "%NewPatient"),
         computed("Observation.effective", "(%resource.authored | now()).first()"),
         computed("Observation.performer", "%resource.author"),
         fixedValue("Observation.value[x]:valueQuantity.unit", R"("valueString": "m")"),
         computed("Observation.derivedFrom.reference", "'QuestionnaireResponse/' + %resource.id")},
        definition("Observation.value[x]:valueQuantity.value"));
    return form(person + ", " + contacts + ", " + height, extensionsOf({allocateId("NewPatient")}));
}

TEST(SdcDefinitions, putAnswersWhereTheirDefinitionsSay) {
    auto const name = [](std::string const& given, std::string const& family) {
        return groupOf("name", answered("given", {text(given), text("B")}) + ", " + answered("family", {text(family)}));
    };
    auto const extracted =
        extractFrom(definedPerson(),
                    groupOf("person", name("Jo", "Doe") + ", " + name("Jojo", "Dee") + ", " +
                                          answered("sex", {R"("valueCoding": {"system": "s", "code": "female"})"}) +
                                          ", " + answered("born", {R"("valueDate": "1980-05-01")"}) + ", " +
                                          answered("number", {text("17")}) + ", " + answered("phone", {text("555")})) +
                        ", " + groupOf("contacts", answered("who", {text("Ma")})) + ", " +
                        groupOf("contacts", answered("relation", {R"("valueCoding": {"system": "s", "code": "N"})"})) +
                        ", " + answered("height", {R"("valueDecimal": 1.75)"}),
                    R"("authored": "2026-11-25T12:00:00Z", "author": {"reference": "Practitioner/a"}, )");
    EXPECT_EQ(extracted.findings, std::vector<std::string>{});
    ASSERT_EQ(extracted.entries.size(), 4U);
    EXPECT_EQ(
        extracted.resource(0).dump(),
        R"({"resourceType":"Patient","name":[{"text":"Jo B Doe","given":["Jo","B"],"family":"Doe"},)"
        R"({"text":"Jojo B Dee","given":["Jojo","B"],"family":"Dee"}],"gender":"female","birthDate":"1980-05-01",)"
        R"("identifier":[{"value":"17","type":{"text":"National"},"system":"http://example.org/n"}],)"
        R"("telecom":[{"value":"555","system":"phone"}]})");
    EXPECT_EQ(extracted.entries[0]["fullUrl"], nthId(1));
    EXPECT_EQ(extracted.entries[0]["request"], (Json{{"method", "POST"}, {"url", "Patient"}}));
    EXPECT_EQ(extracted.resource(1).dump(), R"({"resourceType":"RelatedPerson","patient":{"reference":")" + nthId(1) +
                                                R"("},"name":[{"text":"Ma"}]})");
    EXPECT_EQ(extracted.resource(2)["relationship"][0]["coding"][0]["code"], "N");
    auto const& height = extracted.resource(3);
    EXPECT_EQ(height["valueQuantity"].dump(), R"({"value":1.75,"unit":"m"})");
    EXPECT_EQ(height["effectiveDateTime"], "2026-11-25T12:00:00Z");
    EXPECT_EQ(height["performer"].dump(), R"([{"reference":"Practitioner/a"}])");
    EXPECT_EQ(height["derivedFrom"].dump(), R"([{"reference":"QuestionnaireResponse/r"}])");
}

TEST(SdcDefinitions, makeNothingOfWhatIsNotAnswered) {
    EXPECT_TRUE(extractFrom(definedPerson(), groupOf("person", R"({"linkId": "born"})")).entries.empty());
}

TEST(SdcDefinitions, ofTheFormAreAlwaysMade) {
    auto const f = form(item("a", "string"),
                        extensionsOf({definitionExtract(base + "Basic"), fixedValue("Basic.code.text", text("x"))}));
    EXPECT_EQ(extractFrom(f, "").resource(0).dump(), R"({"resourceType":"Basic","code":{"text":"x"}})");
}

struct Cast {
    char const* name;
    std::string item; ///< type and more
    std::string element;
    std::string answer;
    std::string written;
};

void PrintTo(Cast const& cast, std::ostream* out) {
    *out << cast.name;
}

class Casts : public ::testing::TestWithParam<Cast> {};

TEST_P(Casts, giveTheTypeOfTheElement) {
    auto const& cast = GetParam();
    auto const type = cast.element.substr(0, cast.element.find('.'));
    auto const extracted =
        extractFrom(form(group("g", {definitionExtract(base + type)},
                               R"({"linkId": "a", "type": )" + cast.item + ", " + definition(cast.element) + "}")),
                    groupOf("g", answered("a", {cast.answer})));
    EXPECT_EQ(extracted.findings, std::vector<std::string>{});
    auto resource = extracted.resource(0);
    resource.erase("resourceType");
    EXPECT_EQ(resource.dump(), cast.written);
}

INSTANTIATE_TEST_SUITE_P(
    SdcDefinitions, Casts,
    ::testing::Values(
        Cast{"codingToConcept", R"("choice", )" + options({"a"}), "Observation.value[x]",
             R"("valueCoding": {"system": "s", "code": "a"})",
             R"({"valueCodeableConcept":{"coding":[{"system":"s","code":"a","display":"Display of a"}]}})"},
        Cast{"decimalToQuantityInItsUnit",
             R"("decimal", "extension": [)" +
                 hl7("questionnaire-unit", R"("valueCoding": {"system": "http://unitsofmeasure.org", "code": "kg"})") +
                 "]",
             "Observation.value", R"("valueDecimal": 70.50)",
             R"({"valueQuantity":{"value":70.5,"unit":"kg","system":"http://unitsofmeasure.org","code":"kg"}})"},
        Cast{"integerOfAChoice", R"("integer")", "Observation.value[x]", R"("valueInteger": 3)",
             R"({"valueInteger":3})"},
        Cast{"integerAsQuantity", R"("integer")", "Observation.valueQuantity", R"("valueInteger": 3)",
             R"({"valueQuantity":{"value":3}})"},
        Cast{"dateToDateTime", R"("date")", "Observation.value", R"("valueDate": "2026-02")",
             R"({"valueDateTime":"2026-02"})"},
        Cast{"dateTimeToDate", R"("dateTime")", "Patient.birthDate", R"("valueDateTime": "2026-02-03T04:05:06Z")",
             R"({"birthDate":"2026-02-03"})"},
        Cast{"uriToString", R"("url")", "Observation.value", R"("valueUri": "http://x")",
             R"({"valueString":"http://x"})"},
        Cast{"booleanOfTwo", R"("boolean")", "Patient.deceased[x]", R"("valueBoolean": true)",
             R"({"deceasedBoolean":true})"},
        Cast{"textToReference", R"("string")", "Observation.subject", text("Patient/1"),
             R"({"subject":{"reference":"Patient/1"}})"},
        Cast{"wholeDecimalToPositive", R"("decimal")", "Patient.telecom.rank", R"("valueDecimal": 2.0)",
             R"({"telecom":[{"rank":2}]})"},
        Cast{"intoAPart", R"("string")", "Patient.contact.name.text", text("Ma"),
             R"({"contact":[{"name":{"text":"Ma"}}]})"},
        Cast{"attachment", R"("attachment")", "Patient.photo",
             R"("valueAttachment": {"contentType": "image/png", "data": "AAAA"})",
             R"({"photo":[{"contentType":"image/png","data":"AAAA"}]})"}),
    [](auto const& row) { return std::string(row.param.name); });

struct BadDefinition {
    char const* name;
    std::string type;
    std::string definition;
    std::string answer;
    std::string finding;
};

void PrintTo(BadDefinition const& bad, std::ostream* out) {
    *out << bad.name;
}

class BadDefinitions : public ::testing::TestWithParam<BadDefinition> {};

TEST_P(BadDefinitions, areFindingsAndTheRestIsMade) {
    auto const& bad = GetParam();
    auto const extracted = extractFrom(
        form(group("g", {definitionExtract(base + "Patient")},
                   item("ok", "boolean", {}, definition("Patient.active")) + ", " +
                       item("a", bad.type, {}, R"("repeats": true, "definition": ")" + bad.definition + "\""))),
        groupOf("g", answered("ok", {R"("valueBoolean": true)"}) + ", " + answered("a", {bad.answer, bad.answer})));
    EXPECT_EQ(extracted.findings, std::vector<std::string>{"item 'a': " + bad.definition + ": " + bad.finding});
    EXPECT_EQ(extracted.resource(0).dump(), R"({"resourceType":"Patient","active":true})");
}

INSTANTIATE_TEST_SUITE_P(
    SdcDefinitions, BadDefinitions,
    ::testing::Values(BadDefinition{"unknownElement", "string", baseElement("Patient.colour"), text("x"),
                                    "FHIR R4 has no element 'colour' in Patient"},
                      BadDefinition{"sliceOfAProfile", "string", baseElement("Patient.identifier:nhs.value"), text("x"),
                                    "'identifier:nhs' is a slice of a profile that is not at hand"},
                      BadDefinition{"another", "string", base + "Patient#Person.active", text("x"),
                                    "is not an element of Patient"},
                      BadDefinition{"severalForOne", "date", baseElement("Patient.birthDate"), R"("valueDate": "2026")",
                                    "takes one value, and there are more"},
                      BadDefinition{"otherType", "string", baseElement("Patient.name"), R"("valueDate": "2026")",
                                    "'name' takes a value of another type"},
                      BadDefinition{"choiceInTheMiddle", "string", baseElement("Patient.extension.value.code"),
                                    text("x"), "FHIR R4 has no element 'code' in a choice without a type"}),
    [](auto const& row) { return std::string(row.param.name); });

TEST(SdcDefinitions, nameWhatIsNotExtractedAroundThem) {
    auto const extracted = extractFrom(form(item("a", "string",
                                                 {fixedValue("Patient.active", R"("valueBoolean": true)"),
                                                  definitionExtract("http://example.org/Thing")})),
                                       answered("a", {text("x")}));
    EXPECT_EQ(extracted.findings,
              (std::vector<std::string>{"item 'a': definitionExtract: 'http://example.org/Thing' is not at hand",
                                        "item 'a': definitionExtractValue: '" + baseElement("Patient.active") +
                                            "' is not extracted here"}));
}

TEST(SdcDefinitions, ofAProfileSayThatItsOwnValuesAreLeftOut) {
    std::string const profile = "http://example.org/MyPatient";
    auto const extracted =
        extractFrom(form(group("g", {definitionExtract(profile)},
                               item("a", "string", {}, R"("definition": ")" + profile + R"(#Patient.name.text")"))),
                    groupOf("g", answered("a", {text("Ann")})));
    EXPECT_EQ(extracted.findings,
              std::vector<std::string>{"item 'g': what the profile '" + profile + "' itself fills in is left out"});
    EXPECT_EQ(
        extracted.resource(0).dump(),
        R"({"resourceType":"Patient","meta":{"profile":["http://example.org/MyPatient"]},"name":[{"text":"Ann"}]})");
}

std::string patientContext() {
    return sdc(
        "launchContext",
        R"("extension": [{"url": "name", "valueCoding": {"code": "patient"}}, {"url": "type", "valueCode": "Patient"}])");
}

Launch withPatientOf(std::string const& members) {
    Launch launch;
    launch.contexts["patient"] = resource(R"({"resourceType": "Patient", "id": "p7", )" + members + "}");
    return launch;
}

// A hidden item holds the id of what is updated: not in the response, made anew from the launch context.
TEST(SdcDefinitions, updateWhatAHiddenItemKnowsTheIdOf) {
    auto const f = form(group("g", {definitionExtract(base + "Patient")},
                              item("id", "string",
                                   {sdc("initialExpression", expression("%patient.id")),
                                    hl7("questionnaire-hidden", R"("valueBoolean": true)")},
                                   definition("Patient.id")) +
                                  ", " +
                                  item("kind", "boolean", {hl7("questionnaire-hidden", R"("valueBoolean": true)")},
                                       R"("initial": [{"valueBoolean": true}], )" + definition("Patient.active")) +
                                  ", " + item("born", "date", {}, definition("Patient.birthDate"))),
                        extensionsOf({patientContext()}));
    auto const extracted = extractFrom(f, groupOf("g", answered("born", {R"("valueDate": "1980")"})), "",
                                       withPatientOf(R"("active": false)"));
    EXPECT_EQ(extracted.findings, std::vector<std::string>{});
    EXPECT_EQ(extracted.resource(0).dump(), R"({"resourceType":"Patient","id":"p7","active":true,"birthDate":"1980"})");
    EXPECT_EQ(extracted.entries[0]["request"], (Json{{"method", "PUT"}, {"url", "Patient/p7"}}));
}

// SDC 3: what the expression finds stays but for what the form asks.
TEST(SdcDefinitions, bringUpToDateWhatAnExpressionFinds) {
    auto const f = form(group("g", {sdc("itemExtractionContext", expression("%patient"))},
                              item("given", "string", {}, definition("Patient.name.given")) + ", " +
                                  item("born", "date", {}, definition("Patient.birthDate"))),
                        extensionsOf({patientContext()}));
    auto const extracted = extractFrom(
        f, groupOf("g", answered("given", {text("New")}) + ", " + answered("born", {R"("valueDate": "1981")"})), "",
        withPatientOf(R"("name": [{"given": ["Old"]}], "gender": "female", "birthDate": "1980")"));
    EXPECT_EQ(extracted.findings, std::vector<std::string>{});
    EXPECT_EQ(extracted.resource(0).dump(), R"({"resourceType":"Patient","id":"p7","gender":"female",)"
                                            R"("name":[{"given":["New"]}],"birthDate":"1981"})");
    EXPECT_EQ(extracted.entries[0]["request"]["method"], "PUT");
}

TEST(SdcDefinitions, bringUpToDateOneForEachRepetitionOfAQuery) {
    auto launch = withPatientOf(R"("active": true)");
    for (auto const* id : {"1", "2"})
        launch.resources.add(resource(R"({"resourceType": "Condition", "id": ")" + std::string(id) +
                                      R"(", "subject": {"reference": "Patient/p7"}})"));
    auto const f = form(
        group(
            "g",
            {sdc(
                "itemExtractionContext",
                R"("valueExpression": {"language": "application/x-fhir-query", "expression": "Condition?patient={{%patient.id}}"})")},
            item("a", "string", {}, definition("Condition.code.text")), R"("repeats": true)"),
        extensionsOf({patientContext()}));
    auto const one = [](char const* words) { return groupOf("g", answered("a", {text(words)})); };
    auto const extracted = extractFrom(f, one("x") + ", " + one("y") + ", " + one("z"), "", launch);
    ASSERT_EQ(extracted.entries.size(), 3U);
    EXPECT_EQ(extracted.entries[1]["request"], (Json{{"method", "PUT"}, {"url", "Condition/2"}}));
    EXPECT_EQ(extracted.resource(1)["code"]["text"], "y");
    EXPECT_EQ(extracted.entries[2]["request"],
              (Json{{"method", "POST"}, {"url", "Condition"}})); // one more than there are
}

TEST(SdcDefinitions, ofSdc3NameATypeOnly) {
    auto const f = form(group("g", {sdc("itemExtractionContext", R"("valueCode": "Patient")")},
                              item("a", "string", {}, definition("Patient.name.text")), R"("repeats": true)"));
    auto const one = [](char const* words) { return groupOf("g", answered("a", {text(words)})); };
    auto const extracted = extractFrom(f, one("Ann") + ", " + one("Bob"));
    ASSERT_EQ(extracted.entries.size(), 2U);
    EXPECT_EQ(extracted.resource(1).dump(), R"({"resourceType":"Patient","name":[{"text":"Bob"}]})");
}

} // namespace
} // namespace kiosk::survey
