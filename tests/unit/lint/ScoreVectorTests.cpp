#include "kiosk/core/lint/ScoreVectors.h"

#include "tests/unit/lint/Forms.h"

namespace kiosk::lint {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::lintOf;
using testing::of;
using testing::textOf;
using testing::with;

Remarks lintWith(std::string const& form, std::string const& vectors) {
    Options options;
    options.vectors = asBytes(vectors);
    return lintOf(form, options);
}

std::string vectorsOf(std::string const& id) {
    auto const file = base::readFile(Path(CANDOR_SOURCE_DIR) / "kiosk/instruments/vectors" / (id + ".json"));
    return file ? std::string(asText(*file)) : std::string{};
}

class ScoresOfShippedForms : public ::testing::TestWithParam<std::string> {};

INSTANTIATE_TEST_SUITE_P(All, ScoresOfShippedForms, ::testing::ValuesIn(testing::shippedInstruments()),
                         survey::testing::nameOfInstrument);

TEST_P(ScoresOfShippedForms, scoreAsTheirReferenceVectorsSay) {
    auto const hasScores = !survey::testing::instrument(GetParam())->scoreRules().empty();
    auto const vectors = vectorsOf(GetParam());
    ASSERT_EQ(hasScores, !vectors.empty()) << "a form with scores ships vectors";
    if (!hasScores) return;
    EXPECT_THAT(of("score-vectors", lintWith(textOf(GetParam()), vectors)), IsEmpty());
}

TEST(ScoreVectors, seeAChangedWeightBandAndRule) {
    auto const vectors = vectorsOf("gad-7");
    for (auto const& [from, to] : {std::pair(R"("valueDecimal": 3)", R"("valueDecimal": 4)"),
                                   std::pair(R"("valueDecimal": 15)", R"("valueDecimal": 16)"),
                                   std::pair(R"("valueCode": "sum")", R"("valueCode": "mean")")}) {
        auto const found = of("score-vectors", lintWith(with(textOf("gad-7"), from, to), vectors));
        ASSERT_FALSE(found.empty()) << from;
        EXPECT_THAT(found.front(), ::testing::StartsWith("error vectors: scores[")) << from;
    }
}

TEST(ScoreVectors, seeAChangedCalibration) {
    auto const changed = with(textOf("activation"), R"("valueDecimal": -1.1)", R"("valueDecimal": -1.0)");
    EXPECT_THAT(of("score-vectors", lintWith(changed, vectorsOf("activation"))), ::testing::Not(IsEmpty()));
}

std::string vector(std::string const& answers, std::string const& rest) {
    return R"({"source": "by hand", "scores": [{"code": "55758-7", "answers": {)" + answers + "}, " + rest + "}]}";
}

std::vector<std::string> phq2With(std::string const& vectors) {
    return of("score-vectors", lintWith(textOf("phq-2"), vectors));
}

TEST(ScoreVectors, nameWhatDoesNotAgree) {
    auto const three = R"("phq2.1": "LA6571-9", "phq2.2": "LA6568-5")";
    EXPECT_THAT(phq2With(vector(three, R"("value": 3, "band": "from-cut-point")")), IsEmpty());
    EXPECT_THAT(phq2With(vector(three, R"("value": 4)")),
                ElementsAre("error vectors: scores[0]: the score '55758-7' is 3, the reference has 4"));
    EXPECT_THAT(phq2With(vector(three, R"("value": null)")),
                ElementsAre("error vectors: scores[0]: the score '55758-7' is 3, the reference has none"));
    EXPECT_THAT(phq2With(vector(three, R"("value": 3, "band": "below-cut-point")")),
                ElementsAre(HasSubstr("is 'from-cut-point', the reference has 'below-cut-point'")));
    EXPECT_THAT(phq2With(vector(R"("phq2.1": "LA6571-9")", R"("value": 3)")),
                ElementsAre(HasSubstr("is none, the reference has 3")));
    EXPECT_THAT(phq2With(vector(R"("phq9.1": "LA6571-9")", R"("value": 3)")),
                ElementsAre(HasSubstr("there is no item 'phq9.1'")));
    EXPECT_THAT(phq2With(vector(R"("phq2.1": "LA1-1")", R"("value": 3)")), ElementsAre(HasSubstr("phq2.1")));
}

TEST(ScoreVectors, thatAreNoneAreAnError) {
    EXPECT_THAT(phq2With("{"), ElementsAre(HasSubstr("error vectors: ")));
    EXPECT_THAT(phq2With(R"({"source": "x", "scores": []})"), ElementsAre("error vectors: scores: there are none"));
    EXPECT_THAT(phq2With(R"({"scores": [{"code": "55758-7", "answers": {}, "value": null}]})"),
                ElementsAre("error vectors: source: is missing"));
}

TEST(ScoreVectors, areMissedWhereAFormHasScores) {
    EXPECT_THAT(of("score-vectors", lintOf(textOf("phq-2"))),
                ElementsAre(HasSubstr("warning : has scores and no reference")));
    EXPECT_THAT(of("score-vectors", lintOf(textOf("visit-survey"))), IsEmpty());
    EXPECT_THAT(of("score-vectors", lintWith(textOf("pain-function"), vector("", R"("value": null)"))),
                ::testing::Contains("warning score 'pain-level': no reference vector is of this score"));
}

TEST(ScoreVectors, agreeToTheDigitsThatAreWritten) {
    EXPECT_TRUE(agrees(57.52397, "57.5"));
    EXPECT_FALSE(agrees(57.56, "57.5"));
    EXPECT_TRUE(agrees(7, "7"));
    EXPECT_FALSE(agrees(7.494, "7.50"));
    EXPECT_TRUE(agrees(-0.00001, "0.0"));
}

TEST(Provisional, calibrationsAreANote) {
    EXPECT_THAT(
        of("provisional", lintOf(textOf("activation"))),
        ElementsAre("note score 'activation': rule '0.1-provisional' is provisional: not to be compared with other "
                    "versions",
                    "note : says of itself that it is experimental"));
    EXPECT_THAT(of("provisional", lintOf(textOf("phq-9"))), IsEmpty());
}

} // namespace
} // namespace kiosk::lint
