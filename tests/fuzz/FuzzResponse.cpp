#include "kiosk/core/survey/Validation.h"
#include "tests/fuzz/Fuzz.h"

using namespace kiosk;

namespace {

/// A form with something of everything: repeats, nested items, logic, limits, a pattern.
constexpr std::string_view formText = R"form({"resourceType": "Questionnaire", "url": "http://f", "version": "1",
    "status": "active", "item": [
    {"linkId": "a", "type": "boolean", "item": [{"linkId": "b", "type": "string", "maxLength": 5,
        "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/regex", "valueString": "(a+)+b"}]}]},
    {"linkId": "g", "type": "group", "repeats": true, "item": [{"linkId": "c", "type": "integer", "required": true},
        {"linkId": "d", "type": "date", "enableWhen": [{"question": "c", "operator": ">", "answerInteger": 3}]}]},
    {"linkId": "q", "type": "quantity", "repeats": true}, {"linkId": "f", "type": "attachment"},
    {"linkId": "r", "type": "reference"},
    {"linkId": "t", "type": "decimal", "extension": [{"url":
        "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression", "valueExpression": {
        "language": "text/fhirpath", "expression": "%resource.descendants().where(linkId='c').answer.value.sum()"}}]}
    ]})form";

std::shared_ptr<const survey::Form> const& form() {
    static auto const parsed = std::make_shared<const survey::Form>(*survey::Form::parse(asBytes(formText)));
    return parsed;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    auto const response = fhir::Document::parse(ByteView(data, size));
    if (!response) return 0;
    for (auto const& finding : survey::validate(form(), response->root())) REQUIRE_HOLDS(!finding.reason.empty());
    return 0;
}
