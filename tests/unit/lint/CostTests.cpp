#include "tests/unit/lint/Forms.h"

namespace kiosk::lint {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::lintItems;
using testing::of;

std::string questions(int count) {
    std::string items;
    for (int i = 0; i < count; ++i)
        items += R"({"linkId": "q)" + std::to_string(i) + R"(", "type": "integer", "text": "How many?"},)";
    return items;
}

std::string calculated(std::string const& expression) {
    return R"({"linkId": "sum", "type": "integer", "text": "Sum", "readOnly": true, "extension": [{"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression", "valueExpression": {"language": "text/fhirpath", "expression": ")" +
           expression + R"("}}]})";
}

std::vector<std::string> costOf(int count, std::string const& expression) {
    auto const items = questions(count) + calculated(expression);
    return of("too-slow", lintItems(items.substr(1, items.size() - 2)));
}

std::string const linear = "%resource.item.answer.value.sum()";
std::string const quadratic = "%resource.item.where(linkId in %resource.item.where(answer.exists()).linkId).count()";

TEST(TooSlow, isAnExpressionThatLooksAtTheFormForEachOfItsItems) {
    EXPECT_THAT(costOf(50, quadratic), IsEmpty()) << "a small form";
    EXPECT_THAT(
        costOf(120, quadratic),
        ElementsAre(HasSubstr(
            "warning item 'sum': an expression whose work grows with the square of the form, which has 121 items")));
    EXPECT_THAT(costOf(120, linear), IsEmpty());
}

std::string const heavy = "%resource.descendants().where(%resource.descendants().linkId.count() > 0).count()";

TEST(TooSlow, isAFormThatTakesMoreStepsThanItsBudget) {
    EXPECT_THAT(costOf(250, heavy),
                ::testing::Contains(::testing::AllOf(HasSubstr("error item 'q"), HasSubstr("an answer takes "),
                                                     HasSubstr("steps, the budget is 100000"))));
    EXPECT_THAT(costOf(250, linear), IsEmpty());
}

TEST(TooSlow, isSeenBehindAQuestionThatNobodyCanGuess) {
    auto const riddle =
        R"({"linkId": "riddle", "type": "string", "text": "?", "required": true, "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/regex", "valueString": "^Z{7}Q$"}]},)";
    auto const items = riddle + questions(250) + calculated(heavy);
    auto const remarks = lintItems(items.substr(1, items.size() - 2));
    EXPECT_THAT(of("too-slow", remarks), ::testing::Contains(HasSubstr("an answer takes ")));
    EXPECT_THAT(of("untried", remarks), ::testing::Contains(HasSubstr("item 'riddle': no answer could be guessed")));
}

TEST(TooSlow, saysTheSameEachTime) {
    EXPECT_EQ(costOf(250, heavy), costOf(250, heavy));
}

TEST(TooSlow, isSaidOfTheBeginningToo) {
    std::string items = questions(300);
    for (int i = 0; i < 3; ++i)
        items += testing::with(calculated(heavy), "\"sum\"", "\"s" + std::to_string(i) + "\"") + ",";
    EXPECT_THAT(of("too-slow", lintItems(items.substr(1, items.size() - 3))),
                ::testing::Contains(HasSubstr("error : to begin takes ")));
}

TEST(TooSlow, isNoFormWeShip) {
    for (auto const& id : testing::shippedInstruments())
        EXPECT_THAT(of("too-slow", testing::lintOf(testing::textOf(id))), IsEmpty()) << id;
}

} // namespace
} // namespace kiosk::lint
