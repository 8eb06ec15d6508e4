// What is checked of a response beside its answers one by one.

#include "kiosk/core/survey/Validation.h"
#include "tests/unit/survey/Forms.h"

namespace kiosk::survey::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> said(std::shared_ptr<const Form> const& form, std::string const& response) {
    auto const document = fhir::Document::parse(asBytes(response));
    if (!document) throw std::runtime_error(document.error().text);
    std::vector<std::string> lines;
    for (auto const& finding : validate(form, document->root()))
        lines.push_back((finding.severity == Severity::Error ? "error: " : "warning: ") + finding.text());
    return lines;
}

std::string response(std::string const& items, std::string const& head = R"("status": "completed", )") {
    return R"({"resourceType": "QuestionnaireResponse", "questionnaire": "http://candor.example/fhir/Questionnaire/t|1", )" +
           head + R"("item": [)" + items + "]}";
}

std::string answered(std::string const& linkId, std::string const& value) {
    return R"({"linkId": ")" + linkId + R"(", "answer": [{)" + value + "}]}";
}

std::string const twoNumbers = R"({"linkId": "a", "type": "integer"}, {"linkId": "b", "type": "integer"})";

TEST(ResponseCheck, needsAStatusOfFhir) {
    auto const plain = form(twoNumbers);
    auto const a = answered("a", R"("valueInteger": 1)");
    EXPECT_THAT(said(plain, response(a, "")), ElementsAre("error: status: is missing"));
    EXPECT_THAT(said(plain, response(a, R"("status": "finished", )")),
                ElementsAre("error: status: is not one of in-progress, completed, amended, entered-in-error, stopped"));
    for (auto const* status : {"in-progress", "completed", "amended", "entered-in-error", "stopped"})
        EXPECT_THAT(said(plain, response(a, R"("status": ")" + std::string(status) + R"(", )")), IsEmpty()) << status;
}

TEST(ResponseCheck, saysThatNoFormIsNamed) {
    EXPECT_THAT(said(form(twoNumbers), R"({"resourceType": "QuestionnaireResponse", "status": "completed"})"),
                ElementsAre("warning: questionnaire: does not say which form it answers"));
}

TEST(ResponseCheck, itemsStandInTheOrderOfTheForm) {
    auto const plain = form(twoNumbers);
    auto const a = answered("a", R"("valueInteger": 1)"), b = answered("b", R"("valueInteger": 2)");
    EXPECT_THAT(said(plain, response(a + "," + b)), IsEmpty());
    EXPECT_THAT(said(plain, response(b + "," + a)), ElementsAre("error: item[1]: stands behind one that comes later"));
}

std::string calculated(std::string const& type, std::string const& expression) {
    return R"({"linkId": "total", "type": ")" + type +
           R"(", "readOnly": true, "extension": [{"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression", "valueExpression": {"language": "text/fhirpath", "expression": ")" +
           expression + "\"}}]}";
}

std::string const sum = "%resource.item.where(linkId in ('a' | 'b')).answer.value.sum()";

TEST(ResponseCheck, aReadOnlyTotalIsWhatTheFormCalculates) {
    auto const f = form(twoNumbers + "," + calculated("integer", sum));
    auto const numbers = answered("a", R"("valueInteger": 1)") + "," + answered("b", R"("valueInteger": 2)") + ",";
    EXPECT_THAT(said(f, response(numbers + answered("total", R"("valueInteger": 3)"))), IsEmpty());
    EXPECT_THAT(said(f, response(numbers + answered("total", R"("valueInteger": 4)"))),
                ElementsAre("error: item[2] (item 'total'): is not what the form calculates"));
}

TEST(ResponseCheck, aTotalMayBeRounded) {
    auto const f = form(twoNumbers + "," + calculated("decimal", "(" + sum + ") / 3"));
    auto const numbers = answered("a", R"("valueInteger": 1)") + "," + answered("b", R"("valueInteger": 1)") + ",";
    for (auto const* good : {"0.67", "0.7", "0.66667", "1"})
        EXPECT_THAT(said(f, response(numbers + answered("total", std::string(R"("valueDecimal": )") + good))),
                    IsEmpty())
            << good;
    for (auto const* bad : {"0.66", "0.6", "2"})
        EXPECT_FALSE(said(f, response(numbers + answered("total", std::string(R"("valueDecimal": )") + bad))).empty())
            << bad;
}

TEST(ResponseCheck, whatHangsOnTheClockOrOnWhatWasHandedInIsNotCalculatedAnew) {
    for (auto const* expression : {"today()", "%late"}) {
        auto const late =
            R"-("extension": [{"url": "http://hl7.org/fhir/StructureDefinition/variable", "valueExpression": {"name": "late", "language": "text/fhirpath", "expression": "today()"
    }
}], )-";
        auto const f = form(calculated("date", expression), late);
        EXPECT_THAT(said(f, response(answered("total", R"("valueDate": "2020-02-02")"))), IsEmpty()) << expression;
    }
    auto const handedIn =
        R"("extension": [{"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-launchContext", "extension": [{"url": "name", "valueId": "patient"}, {"url": "type", "valueCode": "Patient"}]}], )";
    auto const f = form(calculated("date", "%patient.birthDate"), handedIn);
    EXPECT_THAT(said(f, response(answered("total", R"("valueDate": "2020-02-02")"))), IsEmpty());
}

TEST(ResponseCheck, isSignedWhereTheFormAsksForIt) {
    auto const required =
        R"({"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-signatureRequired", "valueCodeableConcept": {"coding": [{"code": "1.2.840.10065.1.12.1.1"}]}})";
    auto const whole = form(twoNumbers, std::string(R"("extension": [)") + required + "], ");
    auto const one = form(twoNumbers + R"(, {"linkId": "c", "type": "boolean", "extension": [)" + required + "]}");
    auto const a = answered("a", R"("valueInteger": 1)"), c = answered("c", R"("valueBoolean": true)");
    auto const unsigned_ = "error: signature: the form asks for one, and there is none";
    EXPECT_THAT(said(whole, response(a)), ElementsAre(unsigned_));
    EXPECT_THAT(said(whole, response(a, R"("status": "stopped", )")), IsEmpty());
    EXPECT_THAT(said(one, response(a)), IsEmpty());
    EXPECT_THAT(said(one, response(c)), ElementsAre(unsigned_));
    EXPECT_THAT(
        said(
            one,
            response(
                c,
                R"("status": "completed", "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/questionnaireresponse-signature", "valueSignature": {"type": [{"code": "1.2.840.10065.1.12.1.1"}], "when": "2026-11-26T10:00:00Z", "who": {"display": "A"}}}], )")),
        IsEmpty());
}

TEST(ResponseCheck, saysWhichKindOfValueIsWanted) {
    auto const f = form(R"({"linkId": "c", "type": "choice", )" + options({"x", "y"}) + "}");
    EXPECT_THAT(said(f, response(answered("c", R"("valueString": "x")"))),
                ElementsAre("error: item[0] (item 'c'): the answer must be a valueCoding"));
    EXPECT_THAT(said(f, response(answered("c", R"("valueCoding": {"system": "s", "code": "z"})"))),
                ElementsAre("error: item[0] (item 'c'): the answer is none of its options"));
}

} // namespace
} // namespace kiosk::survey::testing
