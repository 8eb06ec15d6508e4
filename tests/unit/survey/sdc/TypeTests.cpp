#include "kiosk/core/survey/Bundle.h"
#include "tests/unit/survey/sdc/Sdc.h"

namespace kiosk::survey {
namespace {

using namespace testing;

struct Answer {
    char const* name;
    std::string item;
    std::string good;
    std::string bad;
};

void PrintTo(Answer const& answer, std::ostream* out) {
    *out << answer.name;
}

class Types : public ::testing::TestWithParam<Answer> {};

TEST_P(Types, takeTheirValuesExactlyAndRefuseOthers) {
    Response response(form(GetParam().item));
    EXPECT_EQ(refusal(response, "x", GetParam().good), "taken");
    EXPECT_EQ(kept(response, "x"), GetParam().good);
    EXPECT_NE(refusal(response, "x", GetParam().bad), "taken");
    EXPECT_EQ(kept(response, "x"), GetParam().good);
}

INSTANTIATE_TEST_SUITE_P(
    Sdc, Types,
    ::testing::Values(
        Answer{"string", item("x", "string"), R"([{"valueString":"a"}])", R"([{"valueString":"a\nb"}])"},
        Answer{"text", item("x", "text"), R"([{"valueString":"a\nb"}])", R"([{"valueInteger":1}])"},
        Answer{"boolean", item("x", "boolean"), R"([{"valueBoolean":true}])", R"([{"valueString":"true"}])"},
        Answer{"integer", item("x", "integer"), R"([{"valueInteger":-7}])", R"([{"valueInteger":1.5}])"},
        Answer{"decimal", item("x", "decimal"), R"([{"valueDecimal":1.10}])", R"([{"valueDecimal":"1.1"}])"},
        Answer{"choice", item("x", "choice", {}, options({"a", "b"})), R"([{"valueCoding":{"system":"s","code":"b"}}])",
               R"([{"valueCoding":{"system":"s","code":"c"}}])"},
        Answer{"openChoice", item("x", "open-choice", {}, options({"a"})), R"([{"valueString":"mine"}])",
               R"([{"valueInteger":1}])"},
        Answer{"date", item("x", "date"), R"([{"valueDate":"2026-02"}])", R"([{"valueDate":"2026-02-30"}])"},
        Answer{"dateTime", item("x", "dateTime"), R"([{"valueDateTime":"2026-02-01T10:00:00+01:00"}])",
               R"([{"valueDateTime":"2026-02-01T25:00:00Z"}])"},
        Answer{"time", item("x", "time"), R"([{"valueTime":"10:00:00"}])", R"([{"valueTime":"10:00"}])"},
        Answer{"url", item("x", "url"), R"([{"valueUri":"https://example.org/a"}])", R"([{"valueUri":"c:\\temp"}])"},
        Answer{"reference", item("x", "reference"), R"([{"valueReference":{"reference":"Patient/1"}}])",
               R"([{"valueReference":{"reference":"Chicken/1"}}])"},
        Answer{"attachment", item("x", "attachment"),
               R"([{"valueAttachment":{"contentType":"image/png","data":"AAAA","size":3}}])",
               R"([{"valueAttachment":{"contentType":"image/png","data":"AAAA","size":4}}])"},
        Answer{"quantity", item("x", "quantity"), R"([{"valueQuantity":{"value":70.0,"unit":"kg"}}])",
               R"([{"valueQuantity":{"value":"70"}}])"}),
    [](auto const& row) { return std::string(row.param.name); });

TEST(Sdc, itemsNestUnderAnswers) {
    Response response(form(R"({"linkId": "q", "type": "boolean", "item": [{"linkId": "why", "type": "string"}]})"));
    EXPECT_FALSE(response.isEnabled("why"));
    ASSERT_TRUE(response.answer("q", one("Boolean", true)));
    EXPECT_TRUE(response.isEnabled("why"));
    ASSERT_TRUE(response.answer("why", one("String", "x")));
    ASSERT_TRUE(response.answer("q", one("Boolean", false)));
    EXPECT_EQ(
        toJson(response.toDocument({}).root()).find(R"("answer":[{"valueBoolean":false,"item":[{"linkId":"why")") !=
            std::string::npos,
        true);
}

const std::string pets =
    R"({"linkId": "pet", "type": "string", "repeats": true, "item": [{"linkId": "age", "type": "integer"}]})";

TEST(Sdc, eachOfSeveralAnswersHasItsOwnNestedItems) {
    Response response(form(pets));
    ASSERT_TRUE(response.answer("pet", Json::array({{{"valueString", "cat"}}, {{"valueString", "dog"}}})));
    ASSERT_TRUE(response.answer("age#1", one("Integer", 3)));
    ASSERT_TRUE(response.answer("age#2", one("Integer", 5)));
    ASSERT_TRUE(response.answer("pet", Json::array({{{"valueString", "dog"}}})));
    EXPECT_EQ(response.answers("age#2"), one("Integer", 5));
    EXPECT_EQ(response.answers("age#1"), Json::array()); // gone with its answer
    EXPECT_EQ(
        toJson(*response.live().child("item")),
        R"({"linkId":"pet","answer":[{"valueString":"dog","item":[{"linkId":"age","answer":[{"valueInteger":5}]}]}]})");
}

const std::string medicines = R"({"linkId": "m", "type": "group", "repeats": true, "item": [
    {"linkId": "name", "type": "string"}, {"linkId": "daily", "type": "boolean"},
    {"linkId": "dose", "type": "integer", "enableWhen": [{"question": "daily", "operator": "=", "answerBoolean": true}]}]})";

TEST(Sdc, groupsRepeatAndLogicLooksAtTheNearestInstance) {
    Response response(form(medicines));
    auto const added = response.addGroup("m");
    ASSERT_TRUE(added);
    EXPECT_EQ(added->front().address, "m");
    EXPECT_EQ(added->front().json, R"([{"valueInteger":1},{"valueInteger":2}])");
    ASSERT_TRUE(response.answer("daily#2", one("Boolean", true)));
    EXPECT_FALSE(response.isEnabled("dose#1"));
    EXPECT_TRUE(response.isEnabled("dose#2"));
    ASSERT_TRUE(response.answer("dose#2", one("Integer", 2)));
    ASSERT_TRUE(response.removeGroup("m#1"));
    EXPECT_EQ(
        toJson(*response.live().child("item")),
        R"({"linkId":"m","item":[{"linkId":"name"},{"linkId":"daily","answer":[{"valueBoolean":true}]},{"linkId":"dose","answer":[{"valueInteger":2}]}]})");
}

TEST(Sdc, whatIsWrittenDownRestoresTheSameResponse) {
    auto const f = form(medicines + ", " + pets);
    Response response(f);
    std::map<std::string, std::string> journal;
    auto const write = [&](Result<std::vector<Change>> const& changes) {
        ASSERT_TRUE(changes) << changes.error().text;
        for (auto const& change : *changes) journal[change.address] = change.json;
    };
    write(response.addGroup("m"));
    write(response.addGroup("m"));
    write(response.answerText("name#3", R"([{"valueString":"third"}])"));
    write(response.removeGroup("m#1"));
    write(response.answerText("daily#2", R"([{"valueBoolean":true}])"));
    write(response.answerText("dose#2", R"([{"valueInteger":2}])"));
    write(response.answerText("pet", R"([{"valueString":"cat"},{"valueString":"dog"}])"));
    write(response.answerText("age#2", R"([{"valueInteger":5}])"));
    write(response.answerText("pet", R"([{"valueString":"dog"}])"));
    std::vector<Change> entries;
    for (auto const& [address, json] : journal) entries.push_back({address, json});
    Response restored(f);
    ASSERT_TRUE(restored.restore(entries));
    EXPECT_EQ(toJson(restored.live()), toJson(response.live()));
    EXPECT_EQ(toJson(restored.toDocument({}).root()), toJson(response.toDocument({}).root()));
}

TEST(Sdc, whatIsSealedHasDecimalsAsTheyWereTypedAndTheSignature) {
    Response response(form(item("d", "decimal")));
    ASSERT_TRUE(response.answerText("d", R"([{"valueDecimal":1.50}])"));
    Completion completion;
    completion.signature = R"({"sigFormat":"text/plain","data":"QQ=="})";
    auto const text = bundleText(response, completion);
    EXPECT_NE(text.find(R"("valueDecimal":1.50)"), std::string::npos) << text;
    EXPECT_NE(
        text.find(R"("extension":[{"url":"http://hl7.org/fhir/StructureDefinition/questionnaireresponse-signature",)"
                  R"("valueSignature":{"sigFormat":"text/plain","data":"QQ=="}}])"),
        std::string::npos)
        << text;
}

// What was written down for a repetition or an answer that is gone is not another one's.
TEST(Sdc, numbersOfWhatIsGoneAreNotUsedAgain) {
    auto const f = form(medicines + ", " + pets);
    std::map<std::string, std::string> journal;
    auto const write = [&](Result<std::vector<Change>> const& changes) {
        ASSERT_TRUE(changes) << changes.error().text;
        for (auto const& change : *changes) journal[change.address] = change.json;
    };
    auto const restored = [&] {
        std::vector<Change> entries;
        for (auto const& [address, json] : journal) entries.push_back({address, json});
        Response whole(f);
        EXPECT_TRUE(whole.restore(entries));
        return whole;
    };
    Response response(f);
    write(response.addGroup("m"));
    write(response.answerText("name#2", R"([{"valueString":"gone"}])"));
    write(response.removeGroup("m#2"));
    write(response.answerText("pet", R"([{"valueString":"cat"},{"valueString":"dog"}])"));
    write(response.answerText("age#2", R"([{"valueInteger":5}])"));
    write(response.answerText("pet", R"([{"valueString":"cat"}])"));
    auto again = restored(); // a crash in between
    EXPECT_EQ(again.answers("pet"), one("String", "cat"));
    write(again.addGroup("m"));
    write(again.answerText("pet", R"([{"valueString":"cat"},{"valueString":"bird"}])"));
    auto const last = restored();
    EXPECT_EQ(toJson(last.live()), toJson(again.live()));
    EXPECT_EQ(last.answers("name#3"), Json::array());
    EXPECT_NE(last.instances().find("age#3"), nullptr);
    EXPECT_EQ(last.answers("age#3"), Json::array());
}

TEST(Sdc, draftsOfTodayRestoreByPlainLinkIds) {
    Response response(form(item("a", "integer") + ", " + item("b", "string")));
    ASSERT_TRUE(response.restore({{"b", one("String", "x").dump()}, {"a", one("Integer", 1).dump()}}));
    EXPECT_EQ(response.answers("a"), one("Integer", 1));
    EXPECT_FALSE(response.restore({{"nope", one("Integer", 1).dump()}}));
}

} // namespace
} // namespace kiosk::survey
