#include "StoreMaker.h"
#include "sync/server/Projection.h"

#include <gtest/gtest.h>

using namespace kiosk;
using namespace sync_server;
using namespace tests;
using support::Practice;

namespace {

struct Projecting : testing::Test {
    TempFolder folder;
    Practice practice;
    PackShelf packs{folder.path()};
    FormLibrary forms{packs};

    void publishPack() { must(base::writeFileDurably(folder.path() / "factory-1.pack", practice.factoryPack())); }
    std::string whyNot(std::string_view json) {
        auto projected = projectBundle(Json::parse(json), forms);
        return projected ? "projected" : projected.error().text;
    }
    Bytes envelopeOf(std::string_view bundle) const {
        const std::array recipients{practice.ingest().recipient(), practice.escrow().recipient()};
        return Chain().next(must(envelope::sealPayload(asBytes(bundle), recipients))).bytes;
    }
};

constexpr std::string_view bundle = R"({"resourceType":"Bundle","entry":[
  {"resource":{"resourceType":"QuestionnaireResponse","questionnaire":"http://q/x|2.1","status":"stopped","authored":"2026-11-22T13:10:14Z",
    "language":"es","item":[
      {"linkId":"g","item":[{"linkId":"a","answer":[{"valueCoding":{"system":"s","code":"c1"}},{"valueCoding":{"code":"c2"}}]}]},
      {"linkId":"b","answer":[{"valueBoolean":true,"item":[{"linkId":"b1","answer":[{"valueString":"palabras"}]}]}]},
      {"linkId":"c","answer":[{"valueDecimal":2.5}]},{"linkId":"d","answer":[{"valueDate":"2026-01-02"}]}]}},
  {"resource":{"resourceType":"Observation","code":{"coding":[{"code":"sum"}]},"valueInteger":7,"interpretation":[{"coding":[{"code":"mild"}]}]}},
  {"resource":{"resourceType":"Observation","code":{"coding":[{"code":"wle"}]},"valueQuantity":{"value":49.39},
    "component":[{"code":{"coding":[{"code":"standard-error"}]},"valueQuantity":{"value":5.5}}]}},
  {"resource":{"resourceType":"Observation","code":{"coding":[{"code":"no"}]},"dataAbsentReason":{"text":"too few"}}}]})";

} // namespace

TEST_F(Projecting, readsAnswersAndScores) {
    auto response = must(projectBundle(Json::parse(bundle), forms));
    EXPECT_EQ(response.questionnaire, "http://q/x");
    EXPECT_EQ(response.version, "2.1");
    EXPECT_EQ(response.status, "stopped");
    EXPECT_EQ(response.language, "es");
    ASSERT_EQ(response.answers.size(), 6U);
    EXPECT_EQ(response.answers[0].linkId, "a");
    EXPECT_EQ(response.answers[0].code, "c1");
    EXPECT_FALSE(response.answers[0].text) << "no form: no label";
    EXPECT_EQ(response.answers[2].text, "true");
    EXPECT_EQ(response.answers[3].text, "palabras");
    EXPECT_EQ(response.answers[4].ordinal, 2.5);
    EXPECT_EQ(response.answers[5].text, "2026-01-02");
    ASSERT_EQ(response.scores.size(), 3U);
    EXPECT_EQ(response.scores[0].value, 7.0);
    EXPECT_EQ(response.scores[0].band, "mild");
    EXPECT_EQ(response.scores[1].standardError, 5.5);
    EXPECT_FALSE(response.scores[2].value);
}

TEST_F(Projecting, takesLabelsAndWeightsFromTheNewestPack) {
    auto record = Uuid::random();
    auto text = support::phq9Bundle(record);
    EXPECT_FALSE(must(projectBundle(Json::parse(text), forms)).answers.at(0).text) << "no pack yet";
    publishPack();
    auto response = must(projectBundle(Json::parse(text), forms));
    double sum = 0;
    int weighed = 0;
    for (auto const& answer : response.answers) {
        EXPECT_TRUE(answer.text) << answer.linkId;
        if (answer.ordinal && weighed < 9) {
            sum += *answer.ordinal;
            ++weighed;
        }
    }
    EXPECT_EQ(weighed, 9);
    ASSERT_FALSE(response.scores.empty());
    EXPECT_EQ(response.scores[0].value, sum);
    EXPECT_EQ(response.scores[0].title, "PHQ-9 total score");
    EXPECT_TRUE(response.scores[0].bandTitle);
}

TEST_F(Projecting, namesTheAnswerThatCallsForHelp) {
    publishPack();
    auto bundle = Json::parse(support::phq9Bundle(Uuid::random()));
    auto const form = must(survey::Form::parse(asBytes(Practice::formOf("phq-9").dump())));
    auto const* item = form.find("phq9.9");
    for (auto const& [option, expected] : {std::pair(0U, false), std::pair(1U, true)}) {
        for (auto& group : bundle["entry"][0]["resource"]["item"])
            for (auto& each : group["item"])
                if (each["linkId"] == item->linkId) each["answer"][0] = item->options[option].value;
        EXPECT_EQ(must(projectBundle(bundle, forms)).safety.has_value(), expected);
    }
}

TEST_F(Projecting, opensWhatWasSealedToTheServer) {
    auto text = support::phq9Bundle(Uuid::random());
    EXPECT_EQ(must(projectEnvelope(envelopeOf(text), practice.ingest(), forms)).status, "completed");
}

TEST_F(Projecting, saysWhyAnEnvelopeCannotBeRead) {
    auto kindOf = [&](Bytes const& bytes) { return projectEnvelope(bytes, practice.ingest(), forms).error().kind; };
    EXPECT_EQ(kindOf(Chain().next().bytes), ErrorKind::Denied) << "sealed to others";
    EXPECT_EQ(kindOf(Chain().next(asBytes("not age")).bytes), ErrorKind::Corrupt);
    EXPECT_EQ(kindOf(envelopeOf("{not JSON")), ErrorKind::Invalid);
    EXPECT_EQ(kindOf(envelopeOf("{}")), ErrorKind::Invalid);
}

TEST_F(Projecting, neverThrowsOnJsonOfAnotherShape) {
    EXPECT_EQ(whyNot("[]"), "Bundle: no QuestionnaireResponse");
    for (
        auto const* json :
        {"null", "7", R"("text")", R"({"entry":7})", R"({"entry":[null,7,[],{"resource":[]}]})",
         R"({"entry":[{"resource":{"resourceType":"QuestionnaireResponse"}}]})",
         R"({"entry":[{"resource":{"resourceType":"QuestionnaireResponse","questionnaire":"q","status":"s","authored":"a","item":{}}}]})",
         R"({"entry":[{"resource":{"resourceType":"QuestionnaireResponse","questionnaire":"q","status":"s","authored":"a","item":[{"linkId":"a","answer":[7]}]}}]})",
         R"({"entry":[{"resource":{"resourceType":"QuestionnaireResponse","questionnaire":"q","status":"s","authored":"a","item":[{"linkId":"a","answer":[{}]}]}}]})",
         R"({"entry":[{"resource":{"resourceType":"Observation","code":7}}]})"})
        EXPECT_NE(whyNot(json), "projected") << json;
}

TEST_F(Projecting, namesTheQuestionAndNeverTheAnswer) {
    auto text =
        whyNot(R"({"entry":[{"resource":{"resourceType":"QuestionnaireResponse","questionnaire":"q","status":"s",
        "authored":"a","item":[{"linkId":"q7","answer":["very private"]}]}}]})");
    EXPECT_NE(text.find("q7"), std::string::npos) << text;
    EXPECT_EQ(text.find("private"), std::string::npos);
}
