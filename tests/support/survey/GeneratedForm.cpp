#include "tests/support/survey/GeneratedForm.h"

#include "kiosk/core/base/Json.h"

namespace kiosk::testing {

namespace {

constexpr char const* hl7 = "http://hl7.org/fhir/StructureDefinition/";
constexpr char const* sdc = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-";

Json expression(std::string const& url, std::string const& text) {
    return {{"url", url}, {"valueExpression", {{"language", "text/fhirpath"}, {"expression", text}}}};
}

Json item(std::string const& linkId, char const* type) {
    return {{"linkId", linkId}, {"type", type}, {"text", "Question " + linkId}};
}

Json choice(std::string const& linkId) {
    auto json = item(linkId, "choice");
    for (int i = 0; i < 4; ++i)
        json["answerOption"].push_back(
            {{"valueCoding",
              {{"extension", Json::array({Json{{"url", std::string(hl7) + "ordinalValue"}, {"valueDecimal", i}}})},
               {"system", "http://example.org"},
               {"code", std::to_string(i)},
               {"display", "Option " + std::to_string(i)}}}});
    return json;
}

std::string valueOf(std::string const& linkId) {
    return "%resource.descendants().where(linkId='" + linkId + "').answer.value";
}

/// Ten items: the group, five choices, a follow-up, an enabled text, a number, the sum.
Json group(std::string const& id) {
    auto json = item(id, "group");
    auto& items = json["item"];
    std::string scored;
    for (int i = 1; i <= 5; ++i) {
        auto const linkId = id + ".c" + std::to_string(i);
        items.push_back(choice(linkId));
        scored += (i > 1 ? "|'" : "'") + linkId + "'";
    }
    auto followUp = item(id + ".why", "string");
    followUp["enableWhen"] = Json::array({Json{{"question", id + ".c1"},
                                               {"operator", "="},
                                               {"answerCoding", {{"system", "http://example.org"}, {"code", "3"}}}}});
    items.push_back(followUp);
    items.push_back(item(id + ".n", "integer"));
    auto more = item(id + ".more", "text");
    more["extension"] =
        Json::array({expression(std::string(sdc) + "enableWhenExpression", valueOf(id + ".n") + " > 10")});
    items.push_back(more);
    auto sum = item(id + ".sum", "decimal");
    sum["readOnly"] = true;
    sum["extension"] = Json::array(
        {expression(std::string(sdc) + "calculatedExpression",
                    "%resource.descendants().where(linkId in (" + scored + ")).answer.value.ordinal().sum()")});
    items.push_back(sum);
    return json;
}

} // namespace

std::string generatedForm(int items) {
    Json form{{"resourceType", "Questionnaire"},
              {"url", "http://example.org/generated"},
              {"version", "1"},
              {"status", "active"}};
    std::string sums;
    for (int i = 0; i * 10 < items - 1; ++i) {
        auto const id = "g" + std::to_string(i);
        form["item"].push_back(group(id));
        sums += (i > 0 ? "|'" : "'") + id + ".sum'";
    }
    auto total = item("total", "decimal");
    total["readOnly"] = true;
    total["extension"] =
        Json::array({expression(std::string(sdc) + "calculatedExpression",
                                "%resource.descendants().where(linkId in (" + sums + ")).answer.value.sum()")});
    form["item"].push_back(total);
    return form.dump();
}

} // namespace kiosk::testing
