#include "tests/unit/survey/Instruments.h"

#include "kiosk/core/base/File.h"
#include "kiosk/core/survey/Rasch.h"
#include "kiosk/core/survey/Scoring.h"

#include <cmath>

namespace kiosk::survey {
namespace {

using testing::codes;
using testing::errorOf;
using testing::form;
using testing::one;
using testing::options;

Json vectors(std::string const& name) {
    auto parsed = base::parseJson(*base::readFile(Path(CANDOR_SOURCE_DIR) / "tests/vectors/scoring" / name));
    return std::move(*parsed);
}

/// Items of a rating scale.
std::vector<RaschItem> ratingScale(std::vector<double> const& difficulties, std::vector<double> const& thresholds) {
    std::vector<RaschItem> items;
    for (double const difficulty : difficulties) items.push_back({difficulty, thresholds});
    return items;
}

TEST(Rasch, givesThePublishedMeasuresOfFiveDichotomousItems) {
    const std::vector<double> difficulties{-1.5, -.75, 0, .75, 1.5};
    double const published[]{-2.95, -1.45, -.46, .46, 1.45, 2.95};
    for (int raw = 0; raw <= 5; ++raw)
        EXPECT_NEAR(warmMeasure(ratingScale(difficulties, {0}), raw).theta, published[raw], .005) << raw;
}

TEST(Rasch, agreesWithTheReferenceToAMillionth) {
    for (auto const& scale : vectors("rasch.json")) {
        auto const difficulties = scale["difficulties"].get<std::vector<double>>();
        auto const thresholds = scale["thresholds"].get<std::vector<double>>();
        for (auto const& row : scale["measures"]) {
            auto const measure = warmMeasure(ratingScale(difficulties, thresholds), row["raw"].get<int>());
            EXPECT_NEAR(measure.theta, row["theta"].get<double>(), 1e-6) << scale["name"] << row;
            EXPECT_NEAR(measure.standardError, row["se"].get<double>(), 1e-6) << scale["name"] << row;
        }
    }
}

TEST(Rasch, measuresRiseWithTheRawScore) {
    const std::vector<double> difficulties{-5, -1, 0, 4};
    const std::vector<double> thresholds{-3, 0, 3};
    for (int raw = 1; raw <= 12; ++raw)
        EXPECT_GT(warmMeasure(ratingScale(difficulties, thresholds), raw).theta,
                  warmMeasure(ratingScale(difficulties, thresholds), raw - 1).theta);
}

TEST(Rasch, itemsMayHaveTheirOwnSteps) {
    // An item with one step at 1 is a dichotomous item of difficulty 1, whatever its neighbours are.
    const std::vector<RaschItem> mixed{{1, {0}}, {0, {-1, 1}}}, same{{0, {1}}, {0, {-1, 1}}};
    for (int raw = 0; raw <= 3; ++raw) EXPECT_NEAR(warmMeasure(mixed, raw).theta, warmMeasure(same, raw).theta, 1e-12);
    // Symmetric steps: half of the raw score is in the middle.
    EXPECT_NEAR(warmMeasure(ratingScale({0, 0}, {-1, 1}), 2).theta, 0, 1e-12);
}

TEST(Rasch, fitTellsExpectedFromSurprisingAnswers) {
    auto const items = ratingScale({-2, -1, 0, 1, 2}, {0});
    // Guttman's order fits too well, the opposite order not at all; at difficulty = measure z² is 1.
    EXPECT_LT(personFit(items, std::vector<int>{1, 1, 1, 0, 0}, .46).infit, .6);
    EXPECT_GT(personFit(items, std::vector<int>{0, 0, 1, 1, 1}, .46).infit, 1.5);
    auto const even = personFit(ratingScale({0, 0}, {0}), std::vector<int>{1, 0}, 0);
    EXPECT_NEAR(even.outfit, 1, 1e-12);
    EXPECT_NEAR(even.infit, 1, 1e-12);
}

constexpr char const* scoreUrl = "http://candor.example/fhir/StructureDefinition/score";

Json part(char const* url, char const* type, Json const& value) {
    return {{"url", url}, {type, value}};
}
Json band(double from, char const* code) {
    const Json display{{"system", "bands"}, {"code", code}, {"display", code}};
    return {{"url", "band"},
            {"extension", Json::array({part("from", "valueDecimal", from), part("code", "valueCoding", display)})}};
}
Json raschItem(std::string const& linkId, double difficulty) {
    return {{"url", "item"},
            {"extension",
             Json::array({part("linkId", "valueString", linkId), part("difficulty", "valueDecimal", difficulty)})}};
}

/// A rule of this kind, with `more` parts behind.
Json rule(char const* kind, std::vector<Json> const& more) {
    auto parts = Json::array({part("rule", "valueCode", kind), part("version", "valueString", "1"),
                              part("code", "valueCoding", Json{{"system", "s"}, {"code", "total"}})});
    for (auto const& entry : more) parts.push_back(entry);
    return {{"url", scoreUrl}, {"extension", parts}};
}

std::string withRule(Json const& json) {
    return R"("extension": )" + Json::array({json}).dump() + ", ";
}

std::string choices(int count) {
    std::string items;
    for (int i = 1; i <= count; ++i) {
        if (i > 1) items += ", ";
        items += R"({"linkId": ")" + std::to_string(i) + R"(", "type": "choice", )" +
                 options({"0", "1", "2", "3", "na"}) + "}";
    }
    return items;
}

void answer(Response& response, std::initializer_list<char const*> given) {
    int linkId = 0;
    for (auto const* code : given)
        ASSERT_TRUE(response.answer(std::to_string(++linkId), *code ? codes(code) : Json::array()));
}

Score scoreOf(std::shared_ptr<const Form> const& f, std::initializer_list<char const*> given) {
    Response response(f);
    answer(response, given);
    return scores(*f, response).at(0);
}

TEST(SumScore, aMisspelledPartIsNotPassedOver) {
    auto text = std::string(asText(*base::readFile(testing::instrumentFile("phq-9"))));
    auto const at = text.find("\"max-missing\"");
    ASSERT_NE(at, std::string::npos);
    auto const parsed = testing::parse(text.replace(at, 13, "\"max-mising\""));
    ASSERT_FALSE(parsed);
    EXPECT_EQ(parsed.error().text, "score: 'max-mising' is no part of a score");
}

TEST(SumScore, addsWeightsAndFindsTheBand) {
    auto const f = form(choices(3), withRule(rule("sum", {band(0, "low"), band(4, "high")})));
    EXPECT_EQ(scoreOf(f, {"0", "1", "2"}).value, 3);
    EXPECT_EQ(scoreOf(f, {"0", "1", "2"}).band->code.code, "low");
    EXPECT_EQ(scoreOf(f, {"1", "1", "2"}).band->code.code, "high");
    EXPECT_EQ(scoreOf(f, {"1", "1", "2"}).answered, 3U);
    EXPECT_FALSE(scoreOf(f, {"1", "1", "2"}).standardError);
}

TEST(MeanScore, isOfTheAnsweredOnes) {
    auto const f = form(choices(4), withRule(rule("mean", {part("max-missing", "valueInteger", 1)})));
    EXPECT_EQ(scoreOf(f, {"0", "1", "2", "3"}).value, 1.5);
    EXPECT_EQ(scoreOf(f, {"", "1", "2", "3"}).value, 2);
    EXPECT_FALSE(scoreOf(f, {"", "", "2", "3"}).value);
}

TEST(TopBoxScore, leavesSkippedItemsOutOfTheDenominator) {
    auto const f =
        form(choices(4),
             withRule(rule("top-box", {part("max-missing", "valueInteger", 2), part("top-from", "valueDecimal", 3)})));
    EXPECT_EQ(scoreOf(f, {"3", "3", "0", "2"}).value, .5);
    EXPECT_EQ(scoreOf(f, {"3", "", "0", "3"}).value, 2.0 / 3);
    EXPECT_EQ(errorOf(choices(1), withRule(rule("top-box", {}))), "score: top-from: is missing");
}

Json row(double raw, double value) {
    return {{"url", "table"},
            {"extension", Json::array({part("raw", "valueDecimal", raw), part("value", "valueDecimal", value)})}};
}

/// PROMIS Global Health: T scores of the physical and the mental summary by raw score 4 to 20.
TEST(TableScore, givesThePublishedTScores) {
    std::vector<double> const physical{16.2, 19.9, 23.5, 26.7, 29.6, 32.4, 34.9, 37.4, 39.8,
                                       42.3, 44.9, 47.7, 50.8, 54.1, 57.7, 61.9, 67.7};
    std::vector<double> const mental{21.1, 25.1, 28.4, 31.3, 33.8, 36.3, 38.8, 41.1, 43.5,
                                     45.8, 48.3, 50.8, 53.3, 56.0, 59.0, 62.5, 67.6};
    for (auto const& table : {physical, mental}) {
        std::vector<Json> parts;
        for (std::size_t i = 0; i < table.size(); ++i) parts.push_back(row(4 + static_cast<double>(i), table[i]));
        auto const f = form(
            R"({"linkId": "1", "type": "integer"}, {"linkId": "2", "type": "integer"}, {"linkId": "3", "type": "integer"}, {"linkId": "4", "type": "integer"})",
            withRule(rule("table", [&] {
                for (auto const* linkId : {"1", "2", "3", "4"}) parts.push_back(part("item", "valueString", linkId));
                return parts;
            }())));
        for (int raw = 4; raw <= 20; ++raw) {
            Response response(f);
            int left = raw;
            for (int item = 1; item <= 4; ++item) {
                auto const points = std::min(5, left - (4 - item));
                left -= points;
                ASSERT_TRUE(response.answer(std::to_string(item), one("Integer", points)));
            }
            EXPECT_EQ(scores(*f, response).at(0).value, table[static_cast<std::size_t>(raw - 4)]) << raw;
        }
    }
}

/// The pain item of PROMIS Global: 0→5, 1–3→4, 4–6→3, 7–9→2, 10→1.
TEST(SumScore, recodesRanges) {
    auto const recode = [](double from, double to, double value) {
        return Json{{"url", "recode"},
                    {"extension", Json::array({part("from", "valueDecimal", from), part("to", "valueDecimal", to),
                                               part("value", "valueDecimal", value)})}};
    };
    Json const pain{{"url", "item"},
                    {"extension", Json::array({part("linkId", "valueString", "pain"), recode(0, 0, 5), recode(1, 3, 4),
                                               recode(4, 6, 3), recode(7, 9, 2), recode(10, 10, 1)})}};
    auto const f = form(R"({"linkId": "pain", "type": "integer"})", withRule(rule("sum", {pain})));
    int const expected[]{5, 4, 4, 4, 3, 3, 3, 2, 2, 2, 1};
    for (int level = 0; level <= 10; ++level) {
        Response response(f);
        ASSERT_TRUE(response.answer("pain", one("Integer", level)));
        EXPECT_EQ(scores(*f, response).at(0).value, expected[level]) << level;
    }
}

TEST(TableScore, saysThatASumIsNotInTheTable) {
    auto const f = form(choices(1), withRule(rule("table", {row(0, 20), row(1, 30)})));
    EXPECT_EQ(scoreOf(f, {"1"}).value, 30);
    EXPECT_FALSE(scoreOf(f, {"3"}).value);
    EXPECT_EQ(scoreOf(f, {"3"}).reason, "the table has no such sum");
}

TEST(SumScore, takesTheMeanForFewMissingAnswersAndRefusesMore) {
    auto const f = form(choices(5), withRule(rule("sum", {part("max-missing", "valueInteger", 2)})));
    EXPECT_EQ(scoreOf(f, {"1", "1", "2", "2", ""}).value, 8); // 6 * 5 / 4 = 7.5
    EXPECT_EQ(scoreOf(f, {"1", "1", "2", "", ""}).value, 7);  // 4 * 5 / 3 = 6.67
    auto const none = scoreOf(f, {"1", "1", "", "", ""});
    EXPECT_FALSE(none.value);
    EXPECT_FALSE(none.band);
    EXPECT_EQ(none.reason, "3 of 5 answers missing, 2 allowed");
}

TEST(SumScore, mayLetMissingAnswersAddNothing) {
    auto const f =
        form(choices(3),
             withRule(rule("sum", {part("max-missing", "valueInteger", 3), part("missing", "valueCode", "zero")})));
    EXPECT_EQ(scoreOf(f, {"3", "", ""}).value, 3);
    EXPECT_EQ(scoreOf(f, {"", "", ""}).reason, "3 of 3 answers missing, 3 allowed");
}

TEST(SumScore, countsWhatDoesNotApplyAsMissing) {
    auto const f = form(choices(2), withRule(rule("sum", {part("not-applicable", "valueCode", "na"),
                                                          part("max-missing", "valueInteger", 1)})));
    EXPECT_EQ(scoreOf(f, {"2", "na"}).value, 4);
    EXPECT_EQ(scoreOf(f, {"2", "na"}).answered, 1U);
}

TEST(SumScore, takesNumbersAndOnlyTheItemsNamed) {
    auto const f = form(choices(1) + R"(, {"linkId": "n", "type": "integer"}, {"linkId": "m", "type": "decimal"})",
                        withRule(rule("sum", {part("item", "valueString", "n"), part("item", "valueString", "m")})));
    Response response(f);
    answer(response, {"3"});
    ASSERT_TRUE(response.answer("n", one("Integer", 4)));
    ASSERT_TRUE(response.answer("m", one("Decimal", .5)));
    EXPECT_EQ(scores(*f, response).at(0).value, 4.5);
}

TEST(SumScore, answersThatAreNoLongerAskedAreMissing) {
    auto const f = form(
        choices(1) +
            R"(, {"linkId": "2", "type": "choice", "enableWhen": [{"question": "1", "operator": "!=", "answerCoding": {"system": "s", "code": "0"}}], )" +
            options({"0", "1"}) + "}",
        withRule(rule("sum", {part("max-missing", "valueInteger", 1), part("missing", "valueCode", "zero")})));
    EXPECT_EQ(scoreOf(f, {"1", "1"}).value, 2);
    EXPECT_EQ(scoreOf(f, {"0", "1"}).value, 0);
}

/// The reference scale of thirteen items; `shown` of them are in the form.
std::shared_ptr<const Form> thirteen(int shown, int maxMissing) {
    std::vector<Json> parts{part("not-applicable", "valueCode", "na"), part("max-missing", "valueInteger", maxMissing)};
    for (int i = 0; i < 13; ++i) parts.push_back(raschItem(std::to_string(i + 1), -1.8 + .3 * i));
    for (double const threshold : {-1.6, -.2, 1.8}) parts.push_back(part("threshold", "valueDecimal", threshold));
    return form(choices(shown), withRule(rule("rasch-wle", parts)));
}

TEST(RaschScore, placesTheMeasureBetweenTheEndsOfTheScale) {
    auto const f = thirteen(13, 0);
    auto const twenty = scoreOf(f, {"2", "2", "2", "2", "2", "2", "2", "1", "1", "1", "1", "1", "1"});
    EXPECT_NEAR(*twenty.value, 49.3946, 5e-5);
    EXPECT_NEAR(
        *twenty.standardError,
        100 / (5.671624 + 5.458562) *
            warmMeasure(ratingScale({-1.8, -1.5, -1.2, -.9, -.6, -.3, 0, .3, .6, .9, 1.2, 1.5, 1.8}, {-1.6, -.2, 1.8}),
                        20)
                .standardError,
        1e-5);
    EXPECT_NEAR(*scoreOf(f, {"0", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0"}).value, 0, 1e-9);
    EXPECT_NEAR(*scoreOf(f, {"3", "3", "3", "3", "3", "3", "3", "3", "3", "3", "3", "3", "3"}).value, 100, 1e-9);
}

TEST(RaschScore, measuresOnTheAnsweredItemsOnly) {
    auto const f = thirteen(13, 1);
    auto const easyMissing = scoreOf(f, {"na", "2", "2", "2", "2", "2", "2", "1", "1", "1", "1", "1", "1"});
    auto const hardMissing = scoreOf(f, {"2", "2", "2", "2", "2", "2", "1", "1", "1", "1", "1", "1", "na"});
    ASSERT_TRUE(easyMissing.value && hardMissing.value);
    EXPECT_GT(*easyMissing.value, *hardMissing.value); // the same raw sum on harder items is worth more
    EXPECT_EQ(scoreOf(f, {"na", "na", "2"}).reason, "12 of 13 answers missing, 1 allowed");
}

TEST(RaschScore, ofAShortFormLiesOnTheScaleOfTheFullOne) {
    auto const highest = scoreOf(thirteen(4, 0), {"3", "3", "3", "3"});
    EXPECT_EQ(highest.total, 4U);
    EXPECT_LT(*highest.value, 90); // four easy items cannot reach the top of thirteen
}

struct BadRule {
    char const* name;
    Json rule;
    std::string error;
};

void PrintTo(BadRule const& bad, std::ostream* out) {
    *out << bad.name;
}

class BadRules : public ::testing::TestWithParam<BadRule> {};

TEST_P(BadRules, areRefusedByPart) {
    EXPECT_EQ(errorOf(choices(2) + R"(, {"linkId": "b", "type": "boolean"})", withRule(GetParam().rule)),
              "score: " + GetParam().error);
}

const Json threshold = part("threshold", "valueDecimal", 0);

INSTANTIATE_TEST_SUITE_P(
    Scoring, BadRules,
    ::testing::Values(
        BadRule{"kind", rule("median", {}), "rule: 'median' is not known"},
        BadRule{"noVersion", Json{{"url", scoreUrl}, {"extension", Json::array({part("rule", "valueCode", "sum")})}},
                "version: is missing"},
        BadRule{
            "noCode",
            Json{{"url", scoreUrl},
                 {"extension", Json::array({part("rule", "valueCode", "sum"), part("version", "valueString", "1")})}},
            "code: needs a valueCoding"},
        BadRule{"unknownItem", rule("sum", {part("item", "valueString", "9")}), "item: no linkId '9'"},
        BadRule{"itemWithoutWeights", rule("sum", {part("item", "valueString", "b")}), "item 'b' has no weights"},
        BadRule{"itemTwice", rule("sum", {part("item", "valueString", "1"), part("item", "valueString", "1")}),
                "item '1' is there twice"},
        BadRule{"maxMissing", rule("sum", {part("max-missing", "valueDecimal", -1)}),
                "max-missing: is not a whole number from 0"},
        BadRule{"missing", rule("sum", {part("missing", "valueCode", "guess")}),
                "missing: 'guess' is not mean or zero"},
        BadRule{"bandsNotAscending", rule("sum", {band(5, "a"), band(5, "b")}), "band: not in ascending order"},
        BadRule{"bandWithoutFrom", rule("sum", {Json{{"url", "band"}}}), "from: is missing"},
        BadRule{"noThreshold", rule("rasch-wle", {raschItem("1", 0)}), "threshold: is missing"},
        BadRule{"noDifficulty",
                rule("rasch-wle", {threshold, Json{{"url", "item"},
                                                   {"extension", Json::array({part("linkId", "valueString", "1")})}}}),
                "difficulty: is missing"},
        BadRule{"farDifficulty", rule("rasch-wle", {threshold, raschItem("1", 21)}), "difficulty: is beyond 20 logits"},
        BadRule{"noItemInTheForm", rule("rasch-wle", {threshold, raschItem("9", 0)}), "item: none is in the form"},
        BadRule{"noItem", rule("rasch-wle", {threshold}), "item: nothing to score"},
        BadRule{"weightOutsideTheScale", rule("rasch-wle", {threshold, raschItem("1", 0)}),
                "item '1': a weight is not a whole number from 0 to the number of thresholds"},
        BadRule{"notAChoice", rule("rasch-wle", {threshold, raschItem("b", 0)}), "item 'b' is not a choice of one"}),
    [](auto const& row) { return std::string(row.param.name); });

} // namespace
} // namespace kiosk::survey
