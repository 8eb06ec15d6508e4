#include "kiosk/tools/Codebook.h"

#include <gmock/gmock.h>

namespace kiosk::tools {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr auto formText =
    R"({"resourceType":"Questionnaire","id":"mood","url":"http://example.org/mood","version":"VERSION",
"status":"active","language":"en","title":"Mood","item":[
 {"linkId":"m1","text":"How are you?","type":"choice","answerOption":[
  {"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/ordinalValue","valueDecimal":0}],"valueCoding":{"system":"http://example.org/c","code":"good","display":"Good"}},
  {"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/ordinalValue","valueDecimal":1}],"valueCoding":{"system":"http://example.org/c","code":"bad","display":"=Bad"}}]},
 {"linkId":"m2","text":"Why?","type":"open-choice","repeats":true,"answerOption":[
  {"valueCoding":{"system":"http://example.org/c","code":"sleep;less","display":"No sleep"}},
  {"valueCoding":{"system":"http://example.org/c","code":"pain","display":"Pain"}}]},
 {"linkId":"status","text":"Status","type":"string"},
 {"linkId":"n","text":"How many?","type":"integer"}EXTRA]})";

FormPointer form(std::string const& version, std::string const& extra = "") {
    std::string text = formText;
    text.replace(text.find("VERSION"), 7, version);
    text.replace(text.find("EXTRA"), 5, extra);
    auto parsed = survey::Form::parse(asBytes(text));
    EXPECT_TRUE(parsed) << parsed.error().text;
    return std::make_shared<const survey::Form>(std::move(*parsed));
}

std::vector<std::string> names(ResponseTable const& table) {
    std::vector<std::string> names;
    for (auto const& column : table.columns()) names.push_back(column.name);
    return names;
}

Json coding(char const* code) {
    return {{"valueCoding", {{"system", "http://example.org/c"}, {"code", code}}}};
}

class Table : public testing::Test {
protected:
    [[nodiscard]] std::string line() const {
        auto const text = m_table.line({m_record, "Front desk"}, m_content, *m_form);
        return text.substr(text.find("\"mood|1\",") + 9);
    }
    FormPointer m_form = form("1");
    ResponseTable m_table{{m_form}};
    Uuid m_record = Uuid::random();
    ResponseContent m_content{.questionnaire = "mood|1",
                              .status = "completed",
                              .authored = "2026-01-01T00:00:00Z",
                              .language = "en",
                              .answers = {},
                              .scores = {}};
};

TEST_F(Table, hasAColumnForEachPartOfAnAnswerAndNoNameTwice) {
    EXPECT_EQ(names(m_table), (std::vector<std::string>{"m1", "m1.weight", "m2", "m2.words", "status_2", "n"}));
    EXPECT_THAT(m_table.header(), HasSubstr("\"record\",\"status\",\"authored\",\"language\",\"kiosk\",\"visit\","
                                            "\"answered_by\",\"questionnaire\",\"m1\""));
}

TEST_F(Table, aLineHoldsCodesWeightsWordsAndNumbers) {
    m_content.answers = {{"m1", Json::array({coding("bad")})},
                         {"m2", Json::array({coding("sleep;less"), coding("pain"), {{"valueString", "=the noise"}}})},
                         {"n", Json::array({{{"valueInteger", -3}}})}};
    EXPECT_EQ(line(), "\"bad\",1,\"sleep\\;less;pain\",\"'=the noise\",\"\",-3\r\n");
}

TEST_F(Table, aLineWithoutAnswersIsEmptyButThere) {
    EXPECT_EQ(line(), "\"\",\"\",\"\",\"\",\"\",\"\"\r\n");
    EXPECT_THAT(m_table.line({m_record, "Front desk"}, m_content, *m_form),
                HasSubstr("\"" + m_record.toString() +
                          "\",\"completed\",\"2026-01-01T00:00:00Z\",\"en\",\"Front desk\",\"\",\"\",\"mood|1\""));
}

TEST_F(Table, versionsOfAFormShareAFileWithTheColumnsOfAll) {
    const ResponseTable both({form("2", R"(,{"linkId":"new","text":"New","type":"boolean"})"), m_form});
    EXPECT_EQ(names(both), (std::vector<std::string>{"m1", "m1.weight", "m2", "m2.words", "status_2", "n", "new"}));
    m_content.answers = {{"n", Json::array({{{"valueInteger", 5}}})}};
    EXPECT_THAT(both.line({m_record, "x"}, m_content, *m_form), HasSubstr(",5,\"\"\r\n"));
}

TEST_F(Table, theCodebookTellsEveryCodeAndNeutralisesItToo) {
    auto const text = codebookLines("mood.csv", m_table);
    EXPECT_THAT(text, HasSubstr("\"mood.csv\",\"http://example.org/mood|1\",\"m1\",\"m1\",\"choice\",\"en\",\"How are "
                                "you?\",\"bad\",1,\"'=Bad\"\r\n"));
    EXPECT_THAT(text, HasSubstr("\"status_2\",\"status\",\"string\""));
    EXPECT_THAT(text, HasSubstr("\"m2\",\"open-choice, repeats\""));
    EXPECT_THAT(text, HasSubstr("\"m2.words\",\"m2\",\"own words beside the options\""));
}

TEST_F(Table, scoresHaveTheirColumns) {
    auto activation =
        survey::Form::parse(*base::readFile(Path(CANDOR_SOURCE_DIR) / "kiosk/instruments/activation-short.json"));
    ASSERT_TRUE(activation) << activation.error().text;
    auto const pointer = std::make_shared<const survey::Form>(std::move(*activation));
    const ResponseTable table({pointer});
    auto const code = pointer->scoreRules().at(0).code.code;
    m_content.scores[code] = {.value = 49.3946, .standardError = 6.25, .band = "building", .reason = {}};
    auto const text = table.line({m_record, "x"}, m_content, *pointer);
    EXPECT_THAT(table.header(), HasSubstr("\"score." + code + "\",\"score." + code + ".se\",\"score." + code +
                                          ".band\",\"score." + code + ".reason\""));
    EXPECT_THAT(text, HasSubstr(",49.3946,6.25,\"building\",\"\"\r\n"));
    m_content.scores[code] = {.value = std::nullopt, .standardError = std::nullopt, .band = {}, .reason = "too few"};
    EXPECT_THAT(table.line({m_record, "x"}, m_content, *pointer), HasSubstr("\"\",\"\",\"\",\"too few\"\r\n"));
}

class Bundles : public testing::Test {
protected:
    [[nodiscard]] std::string why() const {
        auto const read = readBundle(m_bundle, m_record);
        return read ? "not refused" : read.error().text;
    }
    Uuid m_record = Uuid::random();
    Json m_bundle = Json::parse(
        R"({"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"urn:uuid:)" + m_record.toString() +
        R"(","resource":{"resourceType":"QuestionnaireResponse","questionnaire":"q|1","status":"completed","authored":"2026-01-01T00:00:00Z",
        "item":[{"linkId":"g","item":[{"linkId":"a","answer":[{"valueInteger":1,"item":[{"linkId":"b","answer":[{"valueBoolean":true}]}]}]}]}]}},
        {"resource":{"resourceType":"Observation","code":{"coding":[{"code":"s"}]},"valueInteger":7,"interpretation":[{"coding":[{"code":"mild"}]}],
        "component":[{"code":{"coding":[{"code":"standard-error"}]},"valueQuantity":{"value":1.5}}]}},
        {"resource":{"resourceType":"Observation","code":{"coding":[{"code":"t"}]},"dataAbsentReason":{"text":"too few"}}}]})");
};

TEST_F(Bundles, giveAnswersAtEveryDepthAndScores) {
    auto const content = readBundle(m_bundle, m_record);
    ASSERT_TRUE(content) << content.error().text;
    ASSERT_EQ(content->answers.size(), 2U);
    EXPECT_EQ(content->answers[0].first, "a");
    EXPECT_EQ(content->answers[1].first, "b");
    EXPECT_EQ(content->scores.at("s").value, 7);
    EXPECT_EQ(content->scores.at("s").standardError, 1.5);
    EXPECT_EQ(content->scores.at("s").band, "mild");
    EXPECT_EQ(content->scores.at("t").reason, "too few");
}

TEST_F(Bundles, sayWhichVisitTheyAreOf) {
    EXPECT_EQ(readBundle(m_bundle, m_record)->visitCode, "");
    m_bundle["entry"][0]["resource"]["encounter"] = {{"identifier", {{"value", "21000424"}}}};
    EXPECT_EQ(readBundle(m_bundle, m_record)->visitCode, "21000424");
    m_bundle["entry"][0]["resource"]["encounter"] = 5;
    EXPECT_EQ(readBundle(m_bundle, m_record)->visitCode, "");
}

TEST_F(Bundles, sayWhoAnswered) {
    EXPECT_EQ(readBundle(m_bundle, m_record)->answeredBy, "") << "nobody was asked";
    m_bundle["entry"][0]["resource"]["source"] = Json{{"type", "Patient"}, {"display", "patient"}};
    EXPECT_EQ(readBundle(m_bundle, m_record)->answeredBy, "self");
    auto const told = [](char const* name, char const* code) {
        return Json{{"url", std::string("http://candor.example/fhir/StructureDefinition/") + name},
                    {"valueCode", code}};
    };
    m_bundle["entry"][0]["resource"]["extension"] =
        Json::array({told("completion-mode", "assisted"), told("completion-mode", "proxy"),
                     told("proxy-relation", "parent"), told("something-else", "x")});
    EXPECT_EQ(readBundle(m_bundle, m_record)->answeredBy, "assisted proxy parent");
}

TEST_F(Bundles, whatDoesNotFitIsNamed) {
    auto const good = m_bundle;
    m_record = Uuid::random();
    EXPECT_THAT(why(), HasSubstr("another record"));
    m_record = *Uuid::parse(good["entry"][0]["fullUrl"].get<std::string>().substr(9));
    m_bundle["entry"][0]["resource"].erase("status");
    EXPECT_THAT(why(), HasSubstr("status is missing"));
    m_bundle = good;
    m_bundle["entry"].push_back(good["entry"][0]);
    EXPECT_THAT(why(), HasSubstr("two QuestionnaireResponses"));
    m_bundle = good;
    m_bundle["entry"][0]["resource"]["item"] = 5;
    EXPECT_THAT(why(), HasSubstr("item is not a list"));
    m_bundle = good;
    m_bundle["entry"][1]["resource"].erase("valueInteger");
    EXPECT_THAT(why(), HasSubstr("neither value nor reason"));
    for (Json const& rubbish : {Json(), Json(5), Json::array(), Json::object(), Json{{"entry", {1, "x", nullptr}}}}) {
        m_bundle = rubbish;
        EXPECT_THAT(why(), HasSubstr("Bundle: "));
    }
}

} // namespace
} // namespace kiosk::tools
