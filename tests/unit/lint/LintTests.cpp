#include "tests/unit/lint/Forms.h"

namespace kiosk::lint {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::lintItems;
using testing::lintOf;
using testing::of;
using ::testing::SizeIs;

TEST(Lint, saysOfWhatIsNoFormWhatItIs) {
    for (
        auto const& [text, reason] :
        {std::pair("{", "JSON"), std::pair("", "JSON"),
         std::pair(R"({"resourceType": "Patient"})", "not a Questionnaire"),
         std::pair(
             R"({"resourceType": "Questionnaire", "status": "active", "item": [{"linkId": "a", "type": "coding", "text": "A?"}]})",
             "R5")}) {
        auto const remarks = lintOf(text);
        ASSERT_THAT(remarks, SizeIs(1)) << text;
        EXPECT_EQ(remarks[0].severity, Severity::Error);
        EXPECT_EQ(remarks[0].rule, "form");
        EXPECT_THAT(remarks[0].reason, HasSubstr(reason)) << text;
    }
}

TEST(Lint, refusesWhatIsTooDeepOrTooLarge) {
    EXPECT_THAT(of("form", lintOf(std::string(100'000, '['))), SizeIs(1));
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += R"({"item":)";
    EXPECT_THAT(of("form", lintOf(deep)), ElementsAre(HasSubstr("deep")));
    EXPECT_THAT(of("form", lintOf(std::string(70U << 20U, ' '))), ElementsAre(HasSubstr("large")));
}

std::string const expression =
    R"("extension": [{"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression", "valueExpression": {"language": "text/fhirpath", "expression": ")";

TEST(Lint, givesWhatFormsFindTheRuleItBelongsTo) {
    EXPECT_THAT(
        of("expression", lintItems(R"("linkId": "a", "type": "string", "text": "A?", )" + expression + R"(1 +"}}])")),
        ElementsAre(HasSubstr("error item 'a': expression: ")));
    EXPECT_THAT(
        of("enable-when",
           lintItems(
               R"("linkId": "a", "type": "string", "text": "A?", "enableWhen": [{"question": "b", "operator": "exists", "answerBoolean": true}])")),
        ElementsAre("error item 'a': enableWhen refers to an unknown linkId 'b'"));
    auto const circle =
        R"("linkId": "a", "type": "boolean", "text": "A?", "enableWhen": [{"question": "b", "operator": "=", "answerBoolean": true}]},
        {"linkId": "b", "type": "boolean", "text": "B?", "enableWhen": [{"question": "a", "operator": "=", "answerBoolean": true}])";
    EXPECT_THAT(of("cycle", lintItems(circle)), ElementsAre(HasSubstr("goes round in a circle: ")));
    EXPECT_THAT(of("score-rule",
                   lintItems(R"("linkId": "a", "type": "string", "text": "A?")",
                             R"("extension": [{"url": "http://candor.example/fhir/StructureDefinition/score"}], )")),
                SizeIs(1));
    EXPECT_THAT(of("form", lintItems(R"("linkId": "a", "type": "hologram", "text": "A?")")),
                ElementsAre("error item 'a': type 'hologram' is not supported"));
}

TEST(Lint, nobodySignsAnExpressionThatDoesNothing) {
    auto const reads = [](std::string const& text) {
        return of("expression",
                  lintItems(R"("linkId": "a", "type": "integer", "text": "A?", )" + expression + text + R"("}}])"));
    };
    EXPECT_THAT(reads("%resource.item.where(linkId = 'A').answer.value"),
                ElementsAre("error item 'a': expression: there is no item 'A'"));
    EXPECT_THAT(reads("%total"), ElementsAre("error item 'a': expression: there is no variable %total"));
    EXPECT_THAT(reads("%resource.itme.count()"), ElementsAre(HasSubstr("has no element itme")));
}

TEST(Lint, findsACircleOfCalculations) {
    auto const calculated = [](std::string const& id, std::string const& other) {
        return R"("linkId": ")" + id + R"(", "type": "integer", "text": "A?", )" + expression +
               "%resource.item.where(linkId = '" + other + R"(').answer.value + 1"}}])";
    };
    EXPECT_THAT(of("cycle", lintItems(calculated("a", "b") + "}, {" + calculated("b", "a"))), SizeIs(1));
    EXPECT_THAT(of("cycle", lintItems(calculated("a", "c") + "}, {" + calculated("b", "a"))), ::testing::IsEmpty());
}

std::string variable(std::string const& name, std::string const& text) {
    return R"({"url": "http://hl7.org/fhir/StructureDefinition/variable", "valueExpression": {"name": ")" + name +
           R"(", "language": "text/fhirpath", "expression": ")" + text + "\"}}";
}

TEST(Lint, findsACircleOfVariables) {
    auto const question = R"("linkId": "a", "type": "string", "text": "A?")";
    auto const form = [&](std::string const& last) {
        return lintItems(question, R"("extension": [)" + variable("x", "%y + 1") + "," + variable("y", "%z") + "," +
                                       variable("z", last) + "], ");
    };
    EXPECT_THAT(of("cycle", form("%x")),
                ElementsAre("error : variables depend on each other in a circle: %x, %y, %z, %x"));
    EXPECT_THAT(of("cycle", form("1")), ::testing::IsEmpty());
    EXPECT_THAT(of("cycle", lintItems(question, R"("extension": [)" + variable("x", "%x") + "], ")), SizeIs(1));
}

TEST(Lint, needsANameForResponsesToReferTo) {
    EXPECT_THAT(
        of("form",
           lintOf(
               R"({"resourceType": "Questionnaire", "status": "active", "item": [{"linkId": "a", "type": "string", "text": "A?"}]})")),
        Contains("error : url and version: responses name their form by them"));
}

TEST(Lint, putsErrorsFirstAndFoldsWhatIsTheSame) {
    std::string items;
    for (int i = 0; i < 50; ++i)
        items +=
            R"({"linkId": ")" + std::to_string(i) +
            R"(", "type": "hologram", "text": "Discontinue administration of the anticoagulant medication immediately following consultation with a physician."},)";
    auto const remarks = lintItems(items.substr(1, items.size() - 3));
    EXPECT_THAT(of("form", remarks), SizeIs(mostOfAKind + 1));
    EXPECT_THAT(of("form", remarks), Contains("error : and 30 more like that"));
    EXPECT_THAT(of("reading-grade", remarks), SizeIs(mostOfAKind + 1));
    EXPECT_TRUE(std::ranges::is_sorted(remarks, {}, &Remark::severity));
}

class LintOfShippedForms : public ::testing::TestWithParam<std::string> {};

INSTANTIATE_TEST_SUITE_P(All, LintOfShippedForms, ::testing::ValuesIn(testing::shippedInstruments()),
                         survey::testing::nameOfInstrument);

/// The rules that may say something of a form of ours, and why.
TEST_P(LintOfShippedForms, haveNoErrorAndOnlyKnownWarnings) {
    auto const vectors = base::readFile(Path(CANDOR_SOURCE_DIR) / "kiosk/instruments/vectors" / (GetParam() + ".json"));
    Options options;
    options.languages = {"en", "es"};
    if (vectors) options.vectors = *vectors;
    for (auto const& remark : lintOf(testing::textOf(GetParam()), options)) {
        auto const said = std::string(toString(remark.severity)) + " " + remark.path + ": " + remark.reason;
        EXPECT_NE(remark.severity, Severity::Error) << said;
        bool const isKnown =
            remark.rule == "reading-grade" || // other people's words, and single sentences
            remark.rule == "needs-review" ||  // Arabic
            remark.rule == "provisional" ||   // our own calibrations
            (GetParam() == "friends-and-family" && remark.rule == "missing-translation"); // English only
        EXPECT_TRUE(isKnown) << said;
    }
}

} // namespace
} // namespace kiosk::lint
