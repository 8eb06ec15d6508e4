#include "kiosk/core/fhirpath/Analysis.h"
#include "tests/unit/fhirpath/FhirPath.h"

namespace kiosk::fhirpath {
namespace {

using ::testing::HasSubstr;

Analysis analysisOf(std::string_view expression, char const* focus = nullptr, AnalysisOptions options = {}) {
    auto const parsed = Expression::parse(expression);
    if (!parsed) ADD_FAILURE() << parsed.error().text;
    if (focus) options.focus = fhir::Model::r4().find(focus);
    return parsed ? analyse(*parsed, options) : Analysis{};
}

std::string problemOf(std::string_view expression, char const* focus, AnalysisOptions const& options = {}) {
    auto const analysis = analysisOf(expression, focus, options);
    return analysis.problems.empty() ? "" : analysis.problems.front().text;
}

TEST(TypeCheck, namesWhatCannotBe) {
    EXPECT_EQ(problemOf("name.given1", "Patient"), "line 1, column 6: HumanName has no element given1");
    EXPECT_EQ(problemOf("Encounter.status", "Patient"), "line 1, column 1: Patient has no element Encounter");
    EXPECT_THAT(problemOf("name.startsWith('a')", "Patient"), HasSubstr("startsWith() is not for HumanName"));
    EXPECT_THAT(problemOf("birthDate + 7", "Patient"), HasSubstr("cannot be done with"));
    EXPECT_THAT(problemOf("1 > 'a'", nullptr), HasSubstr("cannot be done with Integer and String"));
    EXPECT_THAT(problemOf("-'a'.length().toString()", nullptr), HasSubstr("a sign before"));
    EXPECT_THAT(problemOf("iif('a', 1, 2)", nullptr), HasSubstr("no Boolean"));
    EXPECT_THAT(problemOf("%nothing", nullptr), HasSubstr("there is no variable %nothing"));
    EXPECT_THAT(problemOf("item.where(linkid = 'a')", "QuestionnaireResponse"), HasSubstr("has no element linkid"));
    EXPECT_THAT(problemOf("children().first()", "Patient", {.variables = {}, .checksOrder = true, .linkId = {}}),
                HasSubstr("no order"));
}

TEST(TypeCheck, leavesAloneWhatMayBe) {
    for (auto const* expression :
         {"name.given.first() & 'a'", "contained.name", "extension('u').value.code", "descendants().anything",
          "item.answer.value.code", "item.repeat(item).linkId", "resourceType", "%resource.item", "%context.id",
          "defineVariable('a', 1).select(%a)", "value.unit", "item.answer.value + 1", "item.answer.value > @2020-01-01",
          "{}.startsWith('a')", "(name | telecom).use", "iif(active, 1, 'a').toString()"})
        EXPECT_EQ(problemOf(expression, "Patient").find("error"), std::string::npos) << expression;
    for (auto const* expression : {"item.answer.value.code", "item.repeat(item).linkId", "item.answer.value + 1",
                                   "item.answer.value > @2020-01-01", "QuestionnaireResponse.item.linkId"})
        EXPECT_EQ(problemOf(expression, "QuestionnaireResponse"), "") << expression;
    EXPECT_EQ(problemOf("%other + 1", nullptr, {.variables = {{"other", nullptr}}, .linkId = {}}), "");
}

TEST(TypeCheck, aChoiceByItsMemberIsAWarningUnlessStrict) {
    auto const lenient = analysisOf("valueQuantity.unit", "Observation");
    ASSERT_EQ(lenient.problems.size(), 1U);
    EXPECT_FALSE(lenient.hasErrors());
    EXPECT_TRUE(
        analysisOf("valueQuantity.unit", "Observation", {.variables = {}, .isStrict = true, .linkId = {}}).hasErrors());
}

/// "linkIds / subtrees / variables", with "all" and "head" and "clock" as they are.
std::string readsOf(std::string_view expression, AnalysisOptions const& options = {}) {
    auto const reads = analysisOf(expression, nullptr, options).reads;
    std::string text = reads.all ? "all " : "";
    for (auto const& id : reads.linkIds) text += id + " ";
    for (auto const& id : reads.subtrees) text += id + "/ ";
    for (auto const& name : reads.variables) text += "%" + name + " ";
    if (reads.head) text += "head ";
    if (reads.clock) text += "clock ";
    return text;
}

TEST(Reads, followsLinkIds) {
    EXPECT_EQ(readsOf("item.where(linkId = 'a').answer.value"), "a ");
    EXPECT_EQ(readsOf("%resource.item.where(linkId = 'a').answer.value > 3"), "a ");
    EXPECT_EQ(readsOf("QuestionnaireResponse.item.where('a' = linkId).exists()"), "a ");
    EXPECT_EQ(readsOf("repeat(item).where(linkId = 'a').answer.value.sum()"), "a ");
    EXPECT_EQ(readsOf("%resource.descendants().where(linkId = 'a' or linkId = 'b').answer.value"), "a b ");
    EXPECT_EQ(readsOf("item.where(linkId in ('a' | 'b')).answer.value"), "a b ");
    EXPECT_EQ(readsOf("item.where(linkId = 'a' and answer.exists()).count()"), "a ");
    EXPECT_EQ(readsOf("item.exists(linkId = 'a')"), "a ");
    EXPECT_EQ(readsOf("item.where(linkId = 'g').item.where(linkId = 'a').answer.value"), "a g ");
    EXPECT_EQ(readsOf("item.where(linkId = 'a').answer.value + item.where(linkId = 'b').answer.value"), "a b ");
    EXPECT_EQ(readsOf("iif(item.where(linkId='a').answer.value = 1, item.where(linkId='b').answer.value, %x)"),
              "a b %x ");
    EXPECT_EQ(readsOf("item.where(linkId = 'a').answer.first().value.extension('u').value"), "a ");
    EXPECT_EQ(readsOf("item.where(linkId = 'a').select(answer.value)"), "a ");
    EXPECT_EQ(readsOf("item.where(linkId = 'a').answer.weight().sum()"), "a %questionnaire ");
    EXPECT_EQ(readsOf("defineVariable('x', item.where(linkId = 'a')).select(%x.answer.value)"), "a ");
}

TEST(Reads, isAllWhereItCannotTell) {
    EXPECT_EQ(readsOf("item.answer.value.sum()"), "all ");
    EXPECT_EQ(readsOf("item.where(text = 'x').answer.value"), "all ");
    EXPECT_EQ(readsOf("item.where(linkId = %which).answer.value"), "all %which ");
    EXPECT_EQ(readsOf("descendants().count()"), "all ");
    EXPECT_EQ(readsOf("item.where(linkId = 'a' or text = 'x')"), "all ");
    EXPECT_EQ(readsOf("%resource"), "all head ");
    EXPECT_EQ(readsOf("item.linkId"), "all ");
}

TEST(Reads, tellsAnItemFromAllThatIsInIt) {
    EXPECT_EQ(readsOf("item.where(linkId = 'g').item.answer.value.sum()"), "g g/ ");
    EXPECT_EQ(readsOf("item.where(linkId = 'g').descendants().count()"), "g g/ ");
    EXPECT_EQ(readsOf("item.where(linkId = 'g')"), "g g/ ");
    EXPECT_EQ(readsOf("item.where(linkId = 'g').count()"), "g ");
}

TEST(Reads, knowsWhatIsNoItem) {
    EXPECT_EQ(readsOf("today() - 1 year"), "clock ");
    EXPECT_EQ(readsOf("subject.reference"), "head ");
    EXPECT_EQ(readsOf("%patient.birthDate"), "%patient ");
    EXPECT_EQ(readsOf("1 + 2"), "");
    EXPECT_EQ(readsOf("%loinc"), "");
    AnalysisOptions item;
    item.place = AnalysisOptions::Place::Item;
    item.linkId = "g";
    EXPECT_EQ(readsOf("item.where(linkId = 'a').answer.value", item), "a g ");
    EXPECT_EQ(readsOf("answer.value", item), "g ");
    EXPECT_EQ(readsOf("%resource.item.where(linkId = 'a').answer.value", item), "a ");
    AnalysisOptions elsewhere;
    elsewhere.place = AnalysisOptions::Place::Elsewhere;
    EXPECT_EQ(readsOf("item.answer.value", elsewhere), "");
}

TEST(Cost, countsLoops) {
    EXPECT_EQ(analysisOf("1 + %a").cost, Cost::Constant);
    EXPECT_EQ(analysisOf("item.where(linkId = 'a').answer.value").cost, Cost::Linear);
    EXPECT_EQ(analysisOf("descendants().count()").cost, Cost::Linear);
    EXPECT_EQ(analysisOf("item.where(%resource.descendants().where(linkId = 'a').exists())").cost, Cost::Quadratic);
    EXPECT_EQ(analysisOf("item.all(answer.all(value > 1))").cost, Cost::Quadratic);
}

TEST(Analysis, manageslongChains) {
    std::string sum = "1";
    for (int i = 0; i < 10'000; ++i) sum += " + 1";
    EXPECT_TRUE(analysisOf(sum).problems.empty());
    EXPECT_EQ(testing::valueOf(sum), "[10001]");
}

} // namespace
} // namespace kiosk::fhirpath
