#include "tests/unit/viewmodels/SessionForms.h"

#include "tests/unit/viewmodels/Fixtures.h"

namespace kiosk::viewmodels {

Json formWithInitialAnswers() {
    auto form = sampleForm();
    form["item"][2]["initial"] = Json::array({Json{{"valueInteger", 3}}});
    form["item"][3]["initial"] = Json::array({Json{{"valueString", "as always"}}});
    return form;
}

Json formOfGroupAndOwnWords() {
    auto const coding = [](char const* code) {
        return Json{{"valueCoding", Json{{"system", "http://candor.example/x"}, {"code", code}, {"display", code}}}};
    };
    auto none = coding("none");
    none["extension"] = Json::array({Json{
        {"url", "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive"}, {"valueBoolean", true}}});
    auto form = sampleForm();
    form["item"] = Json::array(
        {Json{{"linkId", "more"},
              {"type", "open-choice"},
              {"repeats", true},
              {"text", "What else?"},
              {"answerOption", Json::array({coding("milk"), none})}},
         Json{{"linkId", "group"},
              {"type", "group"},
              {"required", true},
              {"text", "About you"},
              {"item", Json::array({Json{{"linkId", "inside"}, {"type", "boolean"}, {"text", "Well?"}}})}}});
    return form;
}

Json formOfACalculation() {
    auto const number = [](char const* linkId) {
        return Json{{"linkId", linkId}, {"type", "integer"}, {"text", linkId}};
    };
    auto sum = number("sum");
    sum["extension"] =
        Json::array({{{"url", "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression"},
                      {"valueExpression",
                       {{"language", "text/fhirpath"},
                        {"expression", "%resource.descendants().where(linkId in ('a' | 'b')).answer.value.sum()"}}}}});
    auto more = number("more");
    more["enableWhen"] = Json::array({{{"question", "a"}, {"operator", "exists"}, {"answerBoolean", true}}});
    more["extension"] =
        Json::array({{{"url", "http://hl7.org/fhir/StructureDefinition/maxValue"}, {"valueInteger", 100}}});
    auto page = Json{{"linkId", "page"}, {"type", "group"}, {"text", "Page"}};
    page["extension"] = Json::array(
        {{{"url", "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl"},
          {"valueCodeableConcept",
           {{"coding",
             Json::array({{{"system", "http://hl7.org/fhir/questionnaire-item-control"}, {"code", "page"}}})}}}}});
    page["item"] = Json::array({number("a"), more});
    auto form = sampleForm();
    form["item"] = Json::array({number("b"), page, sum});
    return form;
}

Json formOfToday() {
    Json day{{"linkId", "day"}, {"type", "date"}, {"text", "Day"}, {"readOnly", true}};
    day["extension"] =
        Json::array({{{"url", "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression"},
                      {"valueExpression", {{"language", "text/fhirpath"}, {"expression", "today()"}}}}});
    auto form = sampleForm();
    form["item"] = Json::array({{{"linkId", "well"}, {"type", "boolean"}, {"text", "Well?"}}, day});
    return form;
}

} // namespace kiosk::viewmodels
