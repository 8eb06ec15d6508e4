#include "kiosk/tools/BundleReader.h"

#include "kiosk/core/survey/Names.h"

namespace kiosk::tools {

namespace {

Error corrupt(std::string_view what) {
    return {ErrorKind::Corrupt, "Bundle: " + std::string(what)};
}

/// The list of that name; an empty one if there is none.
Result<Json> listOf(Json const& object, char const* name) {
    if (!object.is_object()) return fail(corrupt("not an object"));
    if (!object.contains(name)) return Json::array();
    if (!object[name].is_array()) return fail(corrupt(std::string(name) + " is not a list"));
    return object[name];
}

Result<void> readItems(Json const& parent, ResponseContent& content) {
    for (auto const& item : TRY(listOf(parent, "item"))) {
        auto const linkId = base::textMember(item, "linkId");
        if (!linkId) return fail(corrupt("an item has no linkId"));
        auto const answers = TRY(listOf(item, "answer"));
        if (!answers.empty()) content.answers.emplace_back(*linkId, answers);
        for (auto const& answer : answers) TRY(readItems(answer, content));
        TRY(readItems(item, content));
    }
    return {};
}

/// The codes of completion mode and relation, in their order; `self` where it says the patient; empty: nobody was
/// asked.
std::string answeredBy(Json const& resource) {
    std::string words;
    for (auto const& extension : resource.value("extension", Json::array())) {
        auto const url = base::textMember(extension, "url").value_or("");
        if (url != survey::names::completionMode && url != survey::names::proxyRelation) continue;
        words += (words.empty() ? "" : " ") + base::textMember(extension, "valueCode").value_or("");
    }
    if (!words.empty() || !resource.contains("source")) return words;
    return base::textMember(resource["source"], "type").value_or("") == "Patient" ? "self" : "";
}

Result<void> readResponse(Json const& resource, ResponseContent& content) {
    for (auto const& [name, to] : {std::pair("questionnaire", &content.questionnaire),
                                   std::pair("status", &content.status), std::pair("authored", &content.authored)}) {
        auto const text = base::textMember(resource, name);
        if (!text) return fail(corrupt("QuestionnaireResponse." + std::string(name) + " is missing"));
        *to = *text;
    }
    content.language = base::textMember(resource, "language").value_or("");
    content.answeredBy = answeredBy(resource);
    const Json::json_pointer visit("/encounter/identifier/value");
    if (resource.contains(visit) && resource[visit].is_string()) content.visitCode = resource[visit].get<std::string>();
    return readItems(resource, content);
}

/// The first code of a CodeableConcept, or of a list of them.
std::string codeOf(Json const& concepts) {
    auto const& one = concepts.is_array() && !concepts.empty() ? concepts[0] : concepts;
    const Json::json_pointer code("/coding/0/code");
    return one.is_object() && one.contains(code) && one[code].is_string() ? one[code].get<std::string>() : "";
}

std::optional<double> numberOf(Json const& element) {
    if (element.contains("valueInteger") && element["valueInteger"].is_number())
        return element["valueInteger"].get<double>();
    const Json::json_pointer quantity("/valueQuantity/value");
    if (element.contains(quantity) && element[quantity].is_number()) return element[quantity].get<double>();
    return std::nullopt;
}

Result<void> readObservation(Json const& resource, ResponseContent& content) {
    auto const code = codeOf(resource.value("code", Json()));
    if (code.empty()) return fail(corrupt("an Observation has no code"));
    ResponseContent::ScoreValue score{.value = numberOf(resource),
                                      .standardError = std::nullopt,
                                      .band = codeOf(resource.value("interpretation", Json())),
                                      .reason = {}};
    if (auto const absent = resource.value("dataAbsentReason", Json()); absent.is_object())
        score.reason = base::textMember(absent, "text").value_or("unknown");
    for (auto const& component : TRY(listOf(resource, "component")))
        if (component.is_object() && codeOf(component.value("code", Json())) == "standard-error")
            score.standardError = numberOf(component);
    if (!score.value && score.reason.empty()) return fail(corrupt("an Observation has neither value nor reason"));
    content.scores.emplace(code, std::move(score));
    return {};
}

} // namespace

Result<ResponseContent> readBundle(Json const& bundle, Uuid const& record) {
    ResponseContent content;
    bool found = false;
    for (auto const& entry : TRY(listOf(bundle, "entry"))) {
        auto const resource = entry.is_object() ? entry.value("resource", Json()) : Json();
        auto const type = base::textMember(resource, "resourceType").value_or("");
        if (type == "Observation") TRY(readObservation(resource, content));
        if (type != "QuestionnaireResponse") continue;
        if (found) return fail(corrupt("two QuestionnaireResponses"));
        if (base::textMember(entry, "fullUrl").value_or("") != "urn:uuid:" + record.toString())
            return fail(corrupt("is of another record than its envelope"));
        TRY(readResponse(resource, content));
        found = true;
    }
    if (!found) return fail(corrupt("no QuestionnaireResponse"));
    return content;
}

} // namespace kiosk::tools
