#include "tests/unit/survey/Forms.h"

#include "kiosk/core/base/File.h"
#include "kiosk/core/survey/Bundle.h"

namespace kiosk::survey {
namespace {

Response shipped(std::string const& name) {
    auto parsed = Form::parse(*base::readFile(Path(CANDOR_SOURCE_DIR) / "kiosk/instruments" / (name + ".json")));
    return Response(std::make_shared<const Form>(std::move(*parsed)));
}

void answerAll(Response& response, std::size_t option) {
    for (auto const* item : response.form().allItems())
        if (!item->options.empty() && response.isEnabled(item->linkId)) {
            ASSERT_TRUE(response.answer(item->linkId, Json::array({item->options[option].value})));
        }
}

Completion completion() {
    return {*Uuid::parse("0f8c2a64-91d3-4f3e-8a5b-2d7c1e9f6b40"), *base::parseIsoText("2026-11-22T13:10:14Z"),
            CompletionStatus::Completed, "en"};
}

TEST(Bundle, holdsTheResponseUnderTheRecordIdAndAnObservationDerivedFromIt) {
    auto response = shipped("phq-9");
    answerAll(response, 1);
    auto const bundle = toBundle(response, completion());
    EXPECT_EQ(bundle["resourceType"], "Bundle");
    EXPECT_EQ(bundle["type"], "collection");
    ASSERT_EQ(bundle["entry"].size(), 2U);
    EXPECT_EQ(bundle["entry"][0]["fullUrl"], "urn:uuid:0f8c2a64-91d3-4f3e-8a5b-2d7c1e9f6b40");
    EXPECT_EQ(bundle["entry"][0]["resource"], response.toFhir(completion()));
    EXPECT_EQ(bundle["entry"][1]["fullUrl"], "urn:uuid:0f8c2a64-91d3-4f3e-8a5b-2d7c1e9f6b41");
    EXPECT_EQ(
        bundle["entry"][1]["resource"].dump(),
        R"({"resourceType":"Observation","status":"final",)"
        R"("category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"survey"}]}],)"
        R"("code":{"coding":[{"system":"http://loinc.org","code":"44261-6"}]},"valueInteger":9,)"
        R"("interpretation":[{"coding":[{"system":"http://candor.example/fhir/CodeSystem/survey","code":"mild"}]}],)"
        R"("method":{"coding":[{"system":"http://candor.example/fhir/CodeSystem/survey","code":"sum","version":"1.0"}]},)"
        R"("derivedFrom":[{"reference":"urn:uuid:0f8c2a64-91d3-4f3e-8a5b-2d7c1e9f6b40"}]})");
}

TEST(Bundle, saysWhyThereIsNoScore) {
    auto const observation = toBundle(shipped("phq-9"), completion())["entry"][1]["resource"];
    EXPECT_EQ(
        observation["dataAbsentReason"].dump(),
        R"({"coding":[{"system":"http://terminology.hl7.org/CodeSystem/data-absent-reason","code":"unknown"}],"text":"9 of 9 answers missing, 2 allowed"})");
    EXPECT_FALSE(observation.contains("valueInteger"));
    EXPECT_FALSE(observation.contains("interpretation"));
}

TEST(Bundle, givesAMeasureWithItsStandardError) {
    auto response = shipped("activation");
    answerAll(response, 2);
    auto const observation = toBundle(response, completion())["entry"][1]["resource"];
    EXPECT_NEAR(observation["valueQuantity"]["value"].get<double>(), 57.5, .05);
    EXPECT_EQ(observation["component"][0]["code"]["coding"][0]["code"], "standard-error");
    EXPECT_GT(observation["component"][0]["valueQuantity"]["value"].get<double>(), 0);
    EXPECT_EQ(observation["component"][1]["code"]["coding"][0]["code"], "infit");
    EXPECT_EQ(observation["component"][2]["code"]["coding"][0]["code"], "outfit");
    EXPECT_LT(observation["component"][2]["valueQuantity"]["value"].get<double>(), 1) << "the same answer to all";
    EXPECT_EQ(observation["interpretation"][0]["coding"][0]["code"], "building");
    EXPECT_EQ(observation["method"]["coding"][0]["version"], "0.1-provisional");
}

TEST(Bundle, withoutScoresHoldsTheResponseOnly) {
    auto response = shipped("visit-experience");
    answerAll(response, 4);
    EXPECT_EQ(toBundle(response, completion())["entry"].size(), 1U);
}

TEST(Bundle, repeatsNothingThatTheFormSays) {
    auto response = shipped("phq-9");
    answerAll(response, 3);
    auto const text = toBundle(response, completion()).dump();
    EXPECT_EQ(text.find("display"), std::string::npos);
    EXPECT_EQ(text.find("Little interest"), std::string::npos);
    EXPECT_LT(text.size(), 2000U);
}

} // namespace
} // namespace kiosk::survey
