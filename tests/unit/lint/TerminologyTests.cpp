#include "tests/unit/lint/Forms.h"

namespace kiosk::lint {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::lintItems;
using testing::of;

std::string const choice =
    R"("linkId": "a", "type": "choice", "text": "Which?", "answerValueSet": "http://example.org/vs")";

TEST(ValueSet, thatIsNotAtHandIsAnError) {
    EXPECT_THAT(of("value-set", lintItems(choice)),
                ElementsAre("error item 'a': answerValueSet: 'http://example.org/vs' is not at hand"));
}

TEST(ValueSet, thatIsContainedOrHandedInIsNone) {
    auto const set =
        R"({"resourceType": "ValueSet", "url": "http://example.org/vs", "status": "active", "compose": {"include": [{"system": "s", "concept": [{"code": "x", "display": "X"}]}]}})";
    EXPECT_THAT(of("value-set", lintItems(choice, R"("contained": [)" + std::string(set) + "], ")), IsEmpty());
    survey::Library library;
    library.add(std::make_shared<const fhir::Document>(*fhir::Document::parse(asBytes(std::string_view(set)))));
    EXPECT_THAT(of("value-set", testing::lintOf(testing::questionnaire("{" + choice + "}"), {}, library)), IsEmpty());
}

std::string expression(std::string const& url, std::string const& language, std::string const& text) {
    return R"("extension": [{"url": ")" + url + R"(", "valueExpression": {"name": "x", "language": ")" + language +
           R"(", "expression": ")" + text + "\"}}], ";
}

std::string const variable = "http://hl7.org/fhir/StructureDefinition/variable";
std::string const calculated = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression";
std::string const question = R"("linkId": "a", "type": "string", "text": "Which?")";

TEST(Terminology, aQueryFindsOnlyWhatIsAtHand) {
    EXPECT_THAT(
        of("terminology", lintItems(question, expression(variable, "application/x-fhir-query", "Observation?code=1"))),
        ElementsAre(HasSubstr("warning : %x is a query")));
    EXPECT_THAT(of("terminology", lintItems(question, expression(variable, "text/fhirpath", "1 + 1"))), IsEmpty());
}

TEST(Terminology, aValueSetOfMemberOfMustBeAtHand) {
    auto const asks = [](std::string const& set) {
        return lintItems(
            expression(calculated, "text/fhirpath", "%resource.item.answer.value.memberOf('" + set + "')") +
            R"("linkId": "a", "type": "boolean", "text": "Is it?")");
    };
    EXPECT_THAT(
        of("terminology", asks("http://example.org/vs")),
        ElementsAre(HasSubstr("warning item 'a': memberOf: the value set 'http://example.org/vs' is not at hand")));
    EXPECT_THAT(of("terminology", asks("http://hl7.org/fhir/ValueSet/administrative-gender")), IsEmpty());
}

} // namespace
} // namespace kiosk::lint
