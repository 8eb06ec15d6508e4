#pragma once

#include "tests/unit/survey/Forms.h"

#include "kiosk/core/survey/ResponseWriter.h"
#include "kiosk/core/survey/Validation.h"
#include "kiosk/core/survey/Values.h"

namespace kiosk::survey::testing {

inline std::string hl7(std::string const& name, std::string const& value) {
    return R"({"url": "http://hl7.org/fhir/StructureDefinition/)" + name + R"(", )" + value + "}";
}

inline std::string sdc(std::string const& name, std::string const& value) {
    return R"({"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-)" + name + R"(", )" + value +
           "}";
}

inline std::string expression(std::string const& text, std::string const& name = "") {
    return R"("valueExpression": {)" + (name.empty() ? "" : R"("name": ")" + name + R"(", )") +
           R"("language": "text/fhirpath", "expression": )" + Json(text).dump() + "}";
}

/// An item of one type with extensions and further members.
inline std::string item(std::string const& linkId, std::string const& type,
                        std::vector<std::string> const& extensions = {}, std::string const& more = "") {
    std::string list;
    for (auto const& each : extensions) list += (list.empty() ? "" : ", ") + each;
    return R"({"linkId": ")" + linkId + R"(", "type": ")" + type + "\"" +
           (list.empty() ? "" : R"(, "extension": [)" + list + "]") + (more.empty() ? "" : ", " + more) + "}";
}

inline std::string extensionsOf(std::vector<std::string> const& extensions) {
    std::string list;
    for (auto const& each : extensions) list += (list.empty() ? "" : ", ") + each;
    return R"("extension": [)" + list + "], ";
}

/// The answers at an address as they are written down.
inline std::string kept(Response const& response, std::string const& address) {
    return answersText(*response.instances().find(address));
}

inline std::string refusal(Response& response, std::string const& address, std::string const& answers) {
    auto const result = response.answerText(address, answers);
    return result ? "taken" : result.error().text;
}

} // namespace kiosk::survey::testing
