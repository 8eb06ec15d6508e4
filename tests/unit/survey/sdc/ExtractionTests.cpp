#include "tests/unit/survey/sdc/Sdc.h"

#include "kiosk/core/survey/Extraction.h"

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
