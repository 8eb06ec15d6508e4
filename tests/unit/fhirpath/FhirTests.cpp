#include "kiosk/core/fhirpath/Html.h"
#include "tests/unit/fhirpath/FhirPath.h"

namespace kiosk::fhirpath {
namespace {

using testing::documentOf;
using testing::expectAll;
using testing::valueOf;

auto const patientJson = R"({"resourceType":"Patient","id":"p","gender":"male","birthDate":"1970-05-06",
    "_birthDate":{"extension":[{"url":"http://x/time","valueDateTime":"1970-05-06T07:08:09Z"}]},
    "_active":{"id":"a"},"multipleBirthInteger":2,"text":{"status":"generated","div":"<div>x</div>"},
    "contained":[{"resourceType":"Organization","id":"o","name":"Org"}],"managingOrganization":{"reference":"#o"},
    "name":[{"given":["A",null],"_given":[null,{"extension":[{"url":"u","valueCode":"c"}]}]}],
    "extension":[{"url":"http://x/age","valueAge":{"value":5,"code":"a","system":"http://unitsofmeasure.org"}}]})";

TEST(Fhir, navigatesWithTypes) {
    auto const patient = documentOf(patientJson);
    expectAll({{"Patient.gender", "[\"male\"]"},
               {"Resource.id | DomainResource.gender", "[\"p\",\"male\"]"},
               {"Encounter.gender", "[]"},
               {"multipleBirth", "[2]"},
               {"multipleBirthInteger", "[2]"},
               {"multipleBirth is integer", "[true]"},
               {"gender is code and gender is string and (gender is id).not()", "[true]"},
               {"gender is String", "[false]"},
               {"gender.ofType(string) | gender.ofType(code)", "[\"male\"]"},
               {"$this is DomainResource and $this is FHIR.Patient", "[true]"},
               {"extension.value is Quantity and extension.value is Age", "[true]"},
               {"extension.value.ofType(Quantity).value", "[5]"},
               {"extension.value is Duration", "[false]"},
               {"name.type().name | contained.type().name", R"(["HumanName","Organization"])"},
               {"birthDate < today()", "[true]"},
               {"birthDate + 1 month", "[\"1970-06-06\"]"},
               {"children().where($this is HumanName).count()", "[1]"},
               {"descendants().where($this is Extension).count()", "[3]"},
               {"resourceType", "[\"Patient\"]"}},
              &patient);
}

TEST(Fhir, primitivesHaveExtensions) {
    auto const patient = documentOf(patientJson);
    expectAll({{"birthDate.extension('http://x/time').value", "[\"1970-05-06T07:08:09Z\"]"},
               {"active.exists() | active.hasValue()", "[true,false]"},
               {"active.getValue()", "[]"},
               {"active = true", "[false]"},
               {"name.given.count()", "[2]"},
               {"name.given.select(hasValue())", "[true,false]"},
               {"name.given.extension('u').value", "[\"c\"]"},
               {"name.given.join(',')", "[\"A\"]"},
               {"birthDate.getValue() is System.Date", "[true]"}},
              &patient);
}

TEST(Fhir, resolvesReferences) {
    auto const patient = documentOf(patientJson);
    EXPECT_EQ(valueOf("managingOrganization.resolve().name", patient), "[\"Org\"]");
    EXPECT_EQ(valueOf("managingOrganization.reference.resolve().name", patient), "[\"Org\"]");
    EXPECT_EQ(valueOf("contained.select(%rootResource.id | %resource.id)", patient), "[\"p\"]");
    EXPECT_EQ(valueOf("'#'.resolve().id", patient), "[\"p\"]");
    EXPECT_EQ(valueOf("'Patient/9'.resolve()", patient), "[]");
    auto environment = testing::environmentOfTests();
    auto const other = documentOf(R"({"resourceType":"Patient","id":"9"})");
    environment.resolve = [&](std::string_view reference) {
        return reference == "Patient/9" ? &other.root() : nullptr;
    };
    EXPECT_EQ(valueOf("'Patient/9'.resolve().id", &patient.root(), environment), "[\"9\"]");
    auto const bundle = documentOf(R"({"resourceType":"Bundle","entry":[
        {"fullUrl":"urn:uuid:1","resource":{"resourceType":"Observation","subject":{"reference":"urn:uuid:2"},"focus":[{"reference":"Patient/x"}]}},
        {"fullUrl":"urn:uuid:2","resource":{"resourceType":"Patient","id":"x"}}]})");
    EXPECT_EQ(valueOf("entry.resource.subject.resolve().id", bundle), "[\"x\"]");
    EXPECT_EQ(valueOf("entry.resource.focus.resolve().id", bundle), "[\"x\"]");
}

TEST(Fhir, asksValueSets) {
    auto const form = documentOf(R"({"resourceType":"Questionnaire","contained":[
        {"resourceType":"ValueSet","id":"v","url":"http://x/vs","compose":{"include":[{"system":"s","concept":[{"code":"a"}]}],"exclude":[{"system":"s","concept":[{"code":"b"}]}]}},
        {"resourceType":"ValueSet","id":"e","url":"http://x/ex","expansion":{"contains":[{"system":"s","code":"g","abstract":true,"contains":[{"system":"s","code":"a"}]}]}},
        {"resourceType":"ValueSet","id":"w","url":"http://x/whole","compose":{"include":[{"system":"s"}]}}],
        "code":[{"system":"s","code":"a"},{"system":"s","code":"b"},{"system":"t","code":"a"},{"system":"s","code":"g"}]})");
    EXPECT_EQ(valueOf("code.select(memberOf('http://x/vs'))", form), "[true,false,false,false]");
    EXPECT_EQ(valueOf("code.select(memberOf('#e'))", form), "[true,false,false,false]");
    EXPECT_EQ(valueOf("code[0].memberOf('http://x/whole')", form), "[]");
    EXPECT_EQ(valueOf("code[2].memberOf('http://x/whole')", form), "[false]");
    EXPECT_EQ(valueOf("code[0].memberOf('http://x/unknown')", form), "[]");
    auto environment = testing::environmentOfTests();
    environment.memberOf = [](std::string_view, std::string_view, std::string_view code) { return code == "b"; };
    EXPECT_EQ(valueOf("code[1].memberOf('http://x/unknown')", &form.root(), environment), "[true]");
}

TEST(Fhir, checksConformanceAndModifiers) {
    auto const patient = documentOf(R"({"resourceType":"Patient","modifierExtension":[{"url":"m"}]})");
    expectAll({{"conformsTo('http://hl7.org/fhir/StructureDefinition/Patient')", "[true]"},
               {"conformsTo('http://hl7.org/fhir/StructureDefinition/Person')", "[false]"},
               {"conformsTo('http://x/profile')", "error"},
               {"checkModifiers('m').exists()", "[true]"},
               {"checkModifiers('n')", "error"},
               {"elementDefinition()", "error"},
               {"slice('a', 'b')", "error"}},
              &patient);
}

TEST(Fhir, checksHtml) {
    EXPECT_TRUE(isSafeXhtml("<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>a <b>b</b><br/></p><!-- c --></div>"));
    EXPECT_TRUE(isSafeXhtml("<div><img src=\"a.png\"/></div>"));
    for (auto const* bad : {"", "text", "<p>a</p>", "<div></div>", "<div>a", "<div>a</p></div>",
                            "<div>a</div><div>b</div>", "<div><script>x</script></div>", "<div onclick=\"x\">a</div>",
                            "<div><a href=\"JavaScript:x\">a</a></div>", "<div class=a>a</div>", "<div><div>a</div>"})
        EXPECT_FALSE(isSafeXhtml(bad)) << bad;
    auto const patient = documentOf(patientJson);
    EXPECT_EQ(valueOf("text.div.htmlChecks()", patient), "[true]");
}

TEST(Fhir, comparesWholeElements) {
    auto const patient = documentOf(R"({"resourceType":"Patient","name":[{"family":"F","given":["A","B"]},
        {"given":["A","B"],"family":"F"},{"family":"F","given":["B","A"]}]})");
    expectAll({{"name[0] = name[1]", "[true]"},
               {"name[0] = name[2]", "[false]"},
               {"name[0] ~ name[2]", "[true]"},
               {"name.distinct().count()", "[2]"},
               {"name.where(given = 'A').count()", "[0]"},
               {"name.where(given contains 'A').count()", "[3]"},
               {"name.where(given in ('A' | 'B'))", "error"},
               {"name.where(family in ('E' | 'F')).count()", "[3]"},
               {"name.where('F' = family or family = 'E').count()", "[3]"},
               {"name.where(family in ('E' | given)).count()", "[0]"},
               {"name.where(family = 'F').count()", "[3]"}},
              &patient);
}

auto const responseJson = R"({"resourceType":"QuestionnaireResponse","item":[
    {"linkId":"g","item":[{"linkId":"a","answer":[{"valueCoding":{"system":"s","code":"x"},"item":[{"linkId":"n","answer":[{"valueInteger":1}]}]}]},
                          {"linkId":"b","answer":[{"valueDecimal":1.10}]}]},
    {"linkId":"a","answer":[{"valueCoding":{"system":"s","code":"y"}}]},{"linkId":"c"}]})";

TEST(Form, anIndexChangesNoResult) {
    auto const response = documentOf(responseJson);
    ItemIndex const index(response.root());
    auto environment = testing::environmentOfTests();
    environment.index = &index;
    for (auto const* expression :
         {"item.where(linkId = 'a').answer.value.code", "repeat(item).where(linkId = 'a').answer.value.code.count()",
          "repeat(item).where(linkId = 'n').count()", "descendants().where(linkId = 'n').answer.value",
          "%resource.descendants().where(linkId = 'a').count()",
          "item.where(linkId = 'g').item.where(linkId = 'b').answer.value",
          "QuestionnaireResponse.item.where(linkId = 'c').exists()", "item.where(linkId = 'none').exists()",
          "item.first().repeat(item).where(linkId = 'a').count()", "(item | item).where(linkId = 'c').count()",
          "descendants().where(linkId in ('n' | 'c' | 'b' | 'a' | 'g')).linkId",
          "repeat(item).where(linkId in ('b' | 'a' | 'n')).answer.value",
          "item.where(linkId = 'c' or 'a' = linkId or ('b' | 'g') contains linkId).linkId",
          "descendants().where(linkId in ('b' | 'none')).answer.value", "item.where(linkId in ('none' | 'n'))",
          "descendants().where(linkId = 'a' or code = 'y').count()", "item.where(linkId = ('a' | 'c')).linkId"}) {
        EXPECT_EQ(valueOf(expression, &response.root(), environment), valueOf(expression, response)) << expression;
    }
    EXPECT_EQ(valueOf("repeat(item).where(linkId = 'n').count()", response), "[0]") << "it is inside an answer";
    EXPECT_EQ(valueOf("repeat(item | answer.item).where(linkId = 'n').count()", response), "[1]");
}

TEST(Form, findsWeightsOfAnswers) {
    auto const response = documentOf(responseJson);
    auto const form =
        documentOf(R"({"resourceType":"Questionnaire","item":[{"linkId":"g","item":[{"linkId":"a","answerOption":[
        {"valueCoding":{"system":"s","code":"x"},"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/itemWeight","valueDecimal":2.5}]},
        {"valueCoding":{"system":"s","code":"y","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/ordinalValue","valueDecimal":4}]}}]}]}]})");
    auto environment = testing::environmentOfTests();
    EXPECT_EQ(valueOf("descendants().where(linkId = 'a').answer.weight()", &response.root(), environment), "[]");
    environment.variables["questionnaire"] = Collection(Value(form.root()));
    EXPECT_EQ(valueOf("descendants().where(linkId = 'a').answer.weight().sum()", &response.root(), environment),
              "[6.5]");
    EXPECT_EQ(valueOf("descendants().where(linkId = 'a').answer.value.ordinal().sum()", &response.root(), environment),
              "[6.5]");
    environment.variables.clear();
    environment.weight = [](Element const& coding) {
        return coding.textOf("code") == "y" ? std::optional(Decimal(7)) : std::nullopt;
    };
    EXPECT_EQ(valueOf("descendants().where(linkId = 'a').answer.value.weight()", &response.root(), environment), "[7]");
}

} // namespace
} // namespace kiosk::fhirpath
