#include "tests/unit/survey/sdc/Extracted.h"

namespace kiosk::survey {
namespace {

using namespace testing;

std::string const loinc = R"("code": [{"system": "http://loinc.org", "code": "29463-7"}])";

std::string observed(char const* value) {
    return sdc("observationExtract", R"("valueBoolean": )" + std::string(value));
}

TEST(Sdc, codedAnswersBecomeObservations) {
    auto const f = form(item("w", "decimal", {}, loinc) + ", " +
                            item("c", "choice", {}, loinc + ", " + options({"a", "b"}) + R"(, "repeats": true)") +
                            ", " + item("off", "integer", {observed("false")}, loinc) + ", " + item("plain", "integer"),
                        extensionsOf({observed("true")}));
    auto const extracted = extractFrom(
        f,
        answered("w", {R"("valueDecimal": 70.50)"}) + ", " +
            answered("c", {R"("valueCoding": {"system": "s", "code": "a"})",
                           R"("valueCoding": {"system": "s", "code": "b"})"}) +
            ", " + answered("off", {R"("valueInteger": 1)"}) + ", " + answered("plain", {R"("valueInteger": 1)"}),
        R"("authored": "2026-11-25T12:00:00Z", "subject": {"reference": "Patient/p"}, "author": {"reference": "Patient/p"}, )");
    EXPECT_EQ(extracted.findings, std::vector<std::string>{});
    ASSERT_EQ(extracted.entries.size(), 3U);
    EXPECT_EQ(
        extracted.resource(0).dump(),
        R"({"resourceType":"Observation","status":"final","category":[{"coding":[{"system":)"
        R"("http://terminology.hl7.org/CodeSystem/observation-category","code":"survey"}]}],"code":{"coding":[{"system":)"
        R"("http://loinc.org","code":"29463-7"}]},"subject":{"reference":"Patient/p"},"effectiveDateTime":)"
        R"("2026-11-25T12:00:00Z","issued":"2026-11-25T12:00:00Z","performer":[{"reference":"Patient/p"}],)"
        R"("valueQuantity":{"value":70.5},"derivedFrom":[{"reference":"QuestionnaireResponse/r"}]})");
    EXPECT_NE(extracted.text.find(R"("value":70.50)"), std::string::npos);
    EXPECT_EQ(extracted.entries[0]["request"], (Json{{"method", "POST"}, {"url", "Observation"}}));
    EXPECT_EQ(extracted.resource(2)["valueCodeableConcept"]["coding"][0].dump(),
              R"({"system":"s","code":"b","display":"Display of b"})");
}

TEST(Sdc, codesChooseThemselvesForAnObservation) {
    auto const f =
        form(item("w", "decimal", {sdc("observation-extract-category", R"("valueCodeableConcept": {"text": "vital"})")},
                  R"("code": [{"code": "a"}, {"code": "b", "extension": [)" + observed("true") + "]}]"));
    auto const extracted = extractFrom(f, answered("w", {R"("valueDecimal": 1)"}));
    ASSERT_EQ(extracted.entries.size(), 1U);
    EXPECT_EQ(extracted.resource(0)["code"].dump(), R"({"coding":[{"code":"b"}]})");
    EXPECT_EQ(extracted.resource(0)["category"].dump(), R"([{"text":"vital"}])");
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
