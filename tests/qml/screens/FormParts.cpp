#include "tests/qml/screens/FormParts.h"

namespace tests::screens {

Json translation(std::string const& spanish) {
    return Json{
        {"extension",
         Json::array({Json{{"url", "http://hl7.org/fhir/StructureDefinition/translation"},
                           {"extension", Json::array({Json{{"url", "lang"}, {"valueCode", "es"}},
                                                      Json{{"url", "content"}, {"valueString", spanish}}})}}})}};
}

Json item(std::string const& linkId, std::string const& type, std::string const& english, std::string const& spanish) {
    return Json{{"linkId", linkId}, {"type", type}, {"text", english}, {"_text", translation(spanish)}};
}

Json option(std::string const& code, std::string const& english, std::string const& spanish) {
    return Json{{"valueCoding", Json{{"system", "http://candor.example/fhir/CodeSystem/test"},
                                     {"code", code},
                                     {"display", english},
                                     {"_display", translation(spanish)}}}};
}

Json extension(std::string const& name, char const* valueName, Json const& value) {
    return Json{{"url", "http://hl7.org/fhir/StructureDefinition/" + name}, {valueName, value}};
}

std::string sdcUrl(std::string const& name) {
    return "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-" + name;
}

Json control(std::string const& code) {
    return extension("questionnaire-itemControl", "valueCodeableConcept",
                     Json{{"coding", Json::array({Json{{"code", code}}})}});
}

Json formOf(std::string const& id, std::string const& english, std::string const& spanish, Json items) {
    return Json{{"resourceType", "Questionnaire"},
                {"id", id},
                {"url", "http://candor.example/fhir/Questionnaire/" + id},
                {"version", "1"},
                {"status", "active"},
                {"language", "en"},
                {"title", english},
                {"_title", translation(spanish)},
                {"description", "A few questions about today."},
                {"_description", translation("Unas preguntas sobre hoy.")},
                {"item", std::move(items)}};
}

} // namespace tests::screens
