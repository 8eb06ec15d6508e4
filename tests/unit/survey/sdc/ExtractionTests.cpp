#include "tests/unit/survey/sdc/Sdc.h"

#include "kiosk/core/survey/Extraction.h"
#include "kiosk/core/survey/Templates.h"

namespace kiosk::survey {
namespace {

using namespace testing;

TEST(Sdc, codedAnswersBecomeObservations) {
    const std::string code = R"("code": [{"system": "http://loinc.org", "code": "29463-7"}])";
    const std::string yes = sdc("observationExtract", R"("valueBoolean": true)"),
                      no = sdc("observationExtract", R"("valueBoolean": false)");
    Response response(form(item("w", "decimal", {}, code) + ", " +
                               item("c", "choice", {}, code + ", " + options({"a"})) + ", " +
                               item("off", "integer", {no}, code) + ", " + item("plain", "integer"),
                           extensionsOf({yes})));
    ASSERT_TRUE(response.answerText("w", R"([{"valueDecimal":70.50}])"));
    ASSERT_TRUE(response.answer("c", codes("a")));
    for (auto const* linkId : {"off", "plain"}) ASSERT_TRUE(response.answer(linkId, one("Integer", 1)));
    auto const bundle = extractObservations(
        response, {Uuid{}, *base::parseIsoText("2026-11-25T12:00:00Z"), CompletionStatus::Completed, "en"},
        "Patient/p");
    std::vector<std::string> values;
    for (auto const& entry : bundle.root().children("entry")) {
        auto const& observation = *entry.child("resource");
        EXPECT_EQ(observation.textOf("resourceType"), "Observation");
        EXPECT_EQ(observation.child("subject")->textOf("reference"), "Patient/p");
        EXPECT_EQ(observation.textOf("issued"), "2026-11-25T12:00:00Z");
        EXPECT_EQ(observation.child("code")->child("coding")->textOf("code"), "29463-7");
        values.push_back(toJson(*observation.child("value")));
    }
    ASSERT_EQ(values.size(), 2U);
    EXPECT_EQ(values[0], R"({"value":70.50})");
    EXPECT_NE(values[1].find(R"("code":"a")"), std::string::npos);
}

TEST(Sdc, templatesAreFilledIn) {
    auto const fill = [](char const* name, char const* text) {
        return R"("extension": [)" + sdc(name, R"("valueString": ")" + std::string(text) + "\"") + "]";
    };
    const std::string contained =
        R"("contained": [{"resourceType": "Patient", "id": "pat", "active": true, "name": [{"_family": {)" +
        fill("templateExtractValue", "item.where(linkId='family').answer.value") +
        R"(}, "given": ["Dr", null], "_given": [null, {)" +
        fill("templateExtractValue", "item.where(linkId='given').answer.value") + R"(}]}], "contact": [{)" +
        fill("templateExtractContext", "item.where(linkId='contact')") + R"(, "name": {"_text": {)" +
        fill("templateExtractValue", "item.where(linkId='who').answer.value") + R"(}}}], "_birthDate": {)" +
        fill("templateExtractValue", "item.where(linkId='born').answer.value") + "}}], ";
    const std::string extract =
        sdc("templateExtract", R"("extension": [{"url": "template", "valueReference": {"reference": "#pat"}}])");
    Response response(form(item("family", "string") + ", " + item("given", "string", {}, R"("repeats": true)") + ", " +
                               item("born", "date") +
                               R"(, {"linkId": "contact", "type": "group", "repeats": true, "item": [)" +
                               item("who", "string") + "]}",
                           contained + extensionsOf({extract})));
    ASSERT_TRUE(response.answer("family", one("String", "Doe")));
    ASSERT_TRUE(response.answer("given", Json::array({{{"valueString", "Jo"}}, {{"valueString", "Ann"}}})));
    ASSERT_TRUE(response.addGroup("contact"));
    ASSERT_TRUE(response.answer("who#1", one("String", "Ma")));
    ASSERT_TRUE(response.answer("who#2", one("String", "Pa")));
    std::vector<Finding> findings;
    auto const bundle = extractTemplates(response, findings);
    EXPECT_TRUE(findings.empty());
    auto const& entry = *bundle.root().child("entry");
    EXPECT_EQ(entry.child("request")->textOf("url"), "Patient");
    auto const patient = Json::parse(toJson(*entry.child("resource")));
    EXPECT_EQ(patient["active"], true);
    EXPECT_EQ(patient["name"][0]["family"], "Doe");
    EXPECT_EQ(patient["name"][0]["given"], (Json{"Dr", "Jo", "Ann"}));
    EXPECT_EQ(patient["contact"].size(), 2U);
    EXPECT_EQ(patient["contact"][1]["name"]["text"], "Pa");
    EXPECT_FALSE(patient.contains("birthDate")); // not answered
}

TEST(Sdc, formsAreAssembledFromPartsAtHand) {
    Library library;
    auto const add = [&](std::string const& text) {
        library.add(std::make_shared<const fhir::Document>(*fhir::Document::parse(asBytes(text))));
    };
    add(R"({"resourceType": "Questionnaire", "url": "http://part", "item": [
        {"linkId": "a", "type": "boolean"},
        {"linkId": "b", "type": "string", "enableWhen": [{"question": "a", "operator": "=", "answerBoolean": true}]}]})");
    auto const placeholder = [](std::string const& id, std::vector<std::string> extensions) {
        extensions.push_back(sdc("subQuestionnaire", R"("valueCanonical": "http://part")"));
        return item(id, "display", extensions);
    };
    auto const text = questionnaire(R"({"linkId": "g", "type": "group", "item": [)" +
                                    placeholder("p1", {hl7("variable", expression("'x.'", "linkIdPrefix"))}) + "]}, " +
                                    placeholder("p2", {}) + ", " + item("last", "string"));
    auto opened = Form::open(asBytes(text), library);
    ASSERT_TRUE(opened);
    EXPECT_FALSE(hasErrors(opened->findings()));
    EXPECT_EQ(linkIds(opened->allItems()), (std::vector<std::string>{"g", "x.a", "x.b", "a", "b", "last"}));
    Response response(std::make_shared<const Form>(std::move(*opened)));
    ASSERT_TRUE(response.answer("x.a", one("Boolean", true)));
    EXPECT_TRUE(response.isEnabled("x.b"));
    EXPECT_FALSE(response.isEnabled("b"));

    auto const alone = Form::open(asBytes(text));
    ASSERT_TRUE(alone);
    EXPECT_TRUE(hasErrors(alone->findings()));
}

} // namespace
} // namespace kiosk::survey
