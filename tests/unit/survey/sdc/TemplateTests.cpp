#include "tests/unit/survey/sdc/Extracted.h"

namespace kiosk::survey {
namespace {

using namespace testing;

/// A member "extension" with one of the template's own.
std::string filled(char const* name, std::string const& text) {
    return R"("extension": [)" + sdc(name, R"("valueString": )" + Json(text).dump()) + "]";
}
std::string withValue(std::string const& text) {
    return "{" + filled("templateExtractValue", text) + "}";
}

std::string templateExtract(std::string const& id, std::vector<std::pair<std::string, std::string>> const& parts = {}) {
    std::string list = R"({"url": "template", "valueReference": {"reference": "#)" + id + "\"}}";
    for (auto const& [part, expression] : parts)
        list += R"(, {"url": ")" + part + R"(", "valueString": )" + Json(expression).dump() + "}";
    return sdc("templateExtract", R"("extension": [)" + list + "]");
}

std::string contained(std::string const& resources) {
    return R"("contained": [)" + resources + "], ";
}

// After the guide's example of a person with contacts and measurements (SDC 4.0.0, Template-based extraction).
std::shared_ptr<const Form> templatedPerson() {
    auto const patient =
        R"({"resourceType": "Patient", "id": "p", "identifier": [{)" +
        filled("templateExtractContext", "item.where(linkId = 'number').answer.value") +
        R"(, "system": "http://example.org/n", "_value": )" + withValue("first()") + R"(}], "name": [{)" +
        filled("templateExtractContext", "item.where(linkId = 'name')") + R"(, "_text": )" +
        withValue("item.where(linkId = 'given' or linkId = 'family').answer.value.join(' ')") + R"(, "_family": )" +
        withValue("item.where(linkId = 'family').answer.value.first()") + R"(, "_given": [)" +
        withValue("item.where(linkId = 'given').answer.value") + R"(]}], "gender": "unknown", "_gender": )" +
        withValue("item.where(linkId = 'sex').answer.value.first().code") + "}";
    auto const contact = R"({"resourceType": "RelatedPerson", "id": "c", "patient": {"_reference": )" +
                         withValue("%NewPatient") + R"(}, "relationship": [{"coding": [)" +
                         withValue("item.where(linkId = 'relation').answer.value") + R"(]}], "name": [{"_text": )" +
                         withValue("item.where(linkId = 'who').answer.value") + "}]}";
    auto const height = R"({"resourceType": "Observation", "id": "h", "status": "final", "code": {"text": "Height"},
        "subject": )" + withValue("%NewPatient") +
                        R"(, "effectiveDateTime": "1900-01-01", "_effectiveDateTime": )" +
                        withValue("%resource.authored") + R"(, "performer": [)" + withValue("%resource.author") +
                        R"(], "valueQuantity": {"unit": "cm", "_value": )" + withValue("answer.value * 100") + "}}";
    auto const items =
        group("person", {templateExtract("p", {{"fullUrl", "%NewPatient"}})},
              group("name", {}, item("given", "string", {}, R"("repeats": true)") + ", " + item("family", "string"),
                    R"("repeats": true)") +
                  ", " + item("sex", "choice", {}, options({"male", "female"})) + ", " + item("number", "string")) +
        ", " +
        group("contacts", {templateExtract("c")},
              item("who", "string") + ", " + item("relation", "choice", {}, options({"N", "E"})),
              R"("repeats": true)") +
        ", " + item("height", "decimal", {templateExtract("h")});
    return form(items, contained(patient + ", " + contact + ", " + height) + extensionsOf({allocateId("NewPatient")}));
}

std::string const twoNames =
    groupOf("name", answered("given", {text("Jo"), text("Ann")}) + ", " + answered("family", {text("Doe")})) + ", " +
    groupOf("name", answered("given", {text("Jojo")}));

TEST(SdcTemplates, makeAResourceOfEachPlaceThatIsAnswered) {
    auto const extracted = extractFrom(
        templatedPerson(),
        groupOf("person", twoNames + ", " + answered("sex", {R"("valueCoding": {"system": "s", "code": "female"})"})) +
            ", " + groupOf("contacts", answered("who", {text("Ma")})) + ", " +
            groupOf("contacts", answered("who", {text("Pa")}) + ", " +
                                    answered("relation", {R"("valueCoding": {"system": "s", "code": "N"})"})) +
            ", " + answered("height", {R"("valueDecimal": 1.75)"}),
        R"("authored": "2026-11-25T12:00:00Z", "author": {"reference": "Practitioner/a"}, )");
    EXPECT_EQ(extracted.findings, std::vector<std::string>{});
    ASSERT_EQ(extracted.entries.size(), 4U);

    auto const& patient = extracted.resource(0);
    EXPECT_EQ(patient.dump(), R"({"resourceType":"Patient","name":[{"text":"Jo Ann Doe","family":"Doe",)"
                              R"("given":["Jo","Ann"]},{"text":"Jojo","given":["Jojo"]}],"gender":"female"})");
    EXPECT_EQ(extracted.entries[0]["fullUrl"], nthId(1));
    EXPECT_EQ(extracted.entries[0]["request"], (Json{{"method", "POST"}, {"url", "Patient"}}));

    EXPECT_EQ(extracted.resource(1).dump(), R"({"resourceType":"RelatedPerson","patient":{"reference":")" + nthId(1) +
                                                R"("},"name":[{"text":"Ma"}]})");
    EXPECT_EQ(extracted.resource(2)["relationship"][0]["coding"][0]["code"], "N");
    EXPECT_NE(extracted.entries[1]["fullUrl"], extracted.entries[2]["fullUrl"]);

    auto const& height = extracted.resource(3);
    EXPECT_EQ(height["valueQuantity"].dump(), R"({"unit":"cm","value":175.0})");
    EXPECT_EQ(height["effectiveDateTime"], "2026-11-25T12:00:00Z");
    EXPECT_EQ(height["subject"]["reference"], nthId(1)); // a text in the place of a Reference
    EXPECT_EQ(height["performer"][0]["reference"], "Practitioner/a");
}

TEST(SdcTemplates, makeNothingOfWhatIsNotAnswered) {
    EXPECT_TRUE(extractFrom(templatedPerson(), groupOf("contacts", R"({"linkId": "who"})")).entries.empty());
}

TEST(SdcTemplates, keepWhatAPrimitiveHasBesideItsValue) {
    auto const extracted = extractFrom(
        form(item("b", "date", {templateExtract("p")}),
             contained(R"({"resourceType": "Patient", "id": "p", "_birthDate": {"extension": [)" +
                       sdc("templateExtractValue", text("answer.value")) + R"(, {"url": "http://x", "_valueString": )" +
                       withValue("'place of ' + answer.value.toString()") + "}]}}")),
        answered("b", {R"("valueDate": "1980-05-01")"}));
    EXPECT_EQ(extracted.findings, std::vector<std::string>{});
    EXPECT_EQ(extracted.resource(0).dump(),
              R"({"resourceType":"Patient","birthDate":"1980-05-01","_birthDate":)"
              R"({"extension":[{"url":"http://x","valueString":"place of 1980-05-01"}]}})");
}

TEST(SdcTemplates, updateWhatHasAnId) {
    auto const extracted = extractFrom(form(item("a", "string",
                                                 {templateExtract("p", {{"resourceId", "answer.value"},
                                                                        {"ifMatch", "'W/\"3\"'"},
                                                                        {"ifNoneExist", "'identifier=' + answer.value"},
                                                                        {"ifModifiedSince", "{}"}})}),
                                            contained(R"({"resourceType": "Patient", "id": "p", "active": true})")),
                                       answered("a", {text("17")}));
    EXPECT_EQ(extracted.resource(0).dump(), R"({"resourceType":"Patient","active":true,"id":"17"})");
    EXPECT_EQ(extracted.entries[0]["request"].dump(),
              R"({"method":"PUT","url":"Patient/17","ifMatch":"W/\"3\"","ifNoneExist":"identifier=17"})");
}

TEST(SdcTemplates, ofTheFormAreAlwaysMadeAndSeeNamedContexts) {
    auto const each = sdc("templateExtractContext",
                          R"x("valueExpression": {"name": "it", "expression": "item.where(answer.exists())"})x");
    auto const observation =
        R"({"resourceType": "Observation", "id": "o", "status": "final", "code": {"text": "c"}, "component": [{"extension": [)" +
        each + R"(], "code": {"_text": )" + withValue("%it.linkId") + "}}]}";
    auto const f = form(item("a", "integer") + ", " + item("b", "integer"),
                        contained(observation) + extensionsOf({templateExtract("o")}));
    auto const extracted =
        extractFrom(f, answered("a", {R"("valueInteger": 1)"}) + ", " + answered("b", {R"("valueInteger": 2)"}));
    EXPECT_EQ(extracted.resource(0)["component"].dump(), R"([{"code":{"text":"a"}},{"code":{"text":"b"}}])");
    EXPECT_EQ(extractFrom(f, "").resource(0).dump(),
              R"({"resourceType":"Observation","status":"final","code":{"text":"c"}})");
}

TEST(SdcTemplates, canBeAWholeBundle) {
    auto const bundle =
        R"({"resourceType": "Bundle", "id": "b", "type": "transaction", "entry": [{)" +
        filled("templateExtractContext", "item.where(linkId = 'p')") +
        R"(, "fullUrl": "urn:uuid:6f6177d2-13ee-4d27-b0e8-3eaf663dd031", "resource": {"resourceType": "Patient", "name": [{"_text": )" +
        withValue("answer.value") + R"(}]}, "request": {"method": "POST", "url": "Patient"}}, {)" +
        filled("templateExtractContext", "item.where(linkId = 'o').answer") +
        R"(, "resource": {"resourceType": "Observation", "status": "final", "_valueBoolean": )" + withValue("value") +
        "}}]}";
    auto const f = form(item("p", "string") + ", " + item("o", "boolean", {}, R"("repeats": true)"),
                        contained(bundle) +
                            extensionsOf({sdc("templateExtractBundle", R"("valueReference": {"reference": "#b"})")}));
    auto const extracted = extractFrom(f, answered("p", {text("Ann")}) + ", " +
                                              answered("o", {R"("valueBoolean": true)", R"("valueBoolean": false)"}));
    EXPECT_EQ(extracted.findings, std::vector<std::string>{});
    ASSERT_EQ(extracted.entries.size(), 3U);
    EXPECT_EQ(extracted.entries[0]["fullUrl"], "urn:uuid:6f6177d2-13ee-4d27-b0e8-3eaf663dd031");
    EXPECT_EQ(extracted.resource(0)["name"][0]["text"], "Ann");
    EXPECT_EQ(extracted.resource(2)["valueBoolean"], false);
    EXPECT_EQ(extracted.entries[2]["request"]["url"], "Observation"); // the template has none
    EXPECT_EQ(extractFrom(f, "").entries.size(), 0U);
}

struct BadTemplate {
    char const* name;
    std::string resource; ///< members of a Patient
    std::string finding;
};

void PrintTo(BadTemplate const& bad, std::ostream* out) {
    *out << bad.name;
}

class BadTemplates : public ::testing::TestWithParam<BadTemplate> {};

TEST_P(BadTemplates, areFindingsAndTheRestIsMade) {
    auto const extracted = extractFrom(
        form(item("a", "string", {templateExtract("p")}, R"("repeats": true)"),
             contained(R"({"resourceType": "Patient", "id": "p", "active": true, )" + GetParam().resource + "}")),
        answered("a", {text("secret"), text("words")}));
    EXPECT_EQ(extracted.findings, std::vector<std::string>{"item 'a': " + GetParam().finding});
    EXPECT_EQ(extracted.resource(0).dump(), R"({"resourceType":"Patient","active":true})");
}

INSTANTIATE_TEST_SUITE_P(
    SdcTemplates, BadTemplates,
    ::testing::Values(BadTemplate{"notTheType", R"("_multipleBirthInteger": )" + withValue("answer.value.first()"),
                                  "template: 'multipleBirthInteger' takes a value of another type"},
                      BadTemplate{"notADate", R"("_birthDate": )" + withValue("answer.value.first()"),
                                  "template: 'birthDate' takes a value of another type"},
                      BadTemplate{"noSuchElement", R"("_colour": )" + withValue("answer.value.first()"),
                                  "template: 'colour' is no element of FHIR R4"}),
    [](auto const& row) { return std::string(row.param.name); });

TEST(SdcTemplates, failWithTheReasonAndWithoutTheAnswer) {
    auto const with = [](std::string const& gender) {
        return extractFrom(
                   form(item("a", "string", {templateExtract("p"), templateExtract("nobody")}),
                        contained(R"({"resourceType": "Patient", "id": "p", "_gender": )" + withValue(gender) + "}")),
                   answered("a", {text("secret")}))
            .findings;
    };
    auto const findings = with("answer.value.toInteger().foo(");
    ASSERT_EQ(findings.size(), 2U);
    EXPECT_TRUE(findings[0].starts_with("item 'a': an expression of the extraction failed: ")) << findings[0];
    EXPECT_EQ(findings[0].find("secret"), std::string::npos);
    EXPECT_EQ(findings[1], "item 'a': templateExtract: its template '#nobody' is not contained in the form");
}

TEST(SdcTemplates, thatGrowBeyondMeasureEndWithAFinding) {
    std::string inner = R"({"url": "http://x", "valueString": "x"})";
    for (int depth = 0; depth < 8; ++depth)
        inner = R"({"extension": [)" + sdc("templateExtractContext", text("(1|2|3|4|5|6|7|8|9|10|11|12)")) + ", " +
                inner + R"(], "url": "http://y"})";
    auto const extracted =
        extractFrom(form(item("a", "string", {templateExtract("p")}),
                         contained(R"({"resourceType": "Patient", "id": "p", "extension": [)" + inner + "]}")),
                    answered("a", {text("x")}));
    EXPECT_EQ(extracted.findings, std::vector<std::string>{"the extraction makes too much: the rest is left out"});
}

} // namespace
} // namespace kiosk::survey
