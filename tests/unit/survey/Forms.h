#pragma once

#include "kiosk/core/survey/Form.h"
#include "kiosk/core/survey/Response.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <memory>

namespace kiosk::survey::testing {

/// Item JSON without its braces, e.g. R"("linkId": "a", "type": "string")".
inline std::string questionnaire(std::string const& items, std::string const& more = "") {
    return R"({"resourceType": "Questionnaire", "url": "http://candor.example/fhir/Questionnaire/t", "version": "1", "status": "active", )" +
           more + R"("item": [)" + items + "]}";
}

inline Result<Form> parse(std::string const& text) {
    return Form::parse(asBytes(text));
}

/// The form of such a questionnaire; a failure of the test if it is refused.
inline std::shared_ptr<const Form> form(std::string const& items, std::string const& more = "") {
    auto parsed = parse(questionnaire(items, more));
    if (!parsed) throw std::runtime_error(parsed.error().text);
    return std::make_shared<const Form>(std::move(*parsed));
}

inline std::string errorOf(std::string const& items, std::string const& more = "") {
    auto parsed = parse(questionnaire(items, more));
    return parsed ? "accepted" : parsed.error().text;
}

/// The only value of one type, as an answer array: answers("Integer", 3).
template <typename Value>
Json one(char const* type, Value value) {
    return Json::array({Json{{std::string("value") + type, value}}});
}

inline Json coding(std::string const& code, std::string const& system = "s") {
    return Json{{"valueCoding", {{"system", system}, {"code", code}}}};
}

template <typename... Codes>
Json codes(Codes const&... code) {
    return Json::array({coding(code)...});
}

/// answerOption entries of codes, each with its place as ordinalValue.
inline std::string options(std::initializer_list<char const*> names) {
    auto list = Json::array();
    for (auto const* name : names)
        list.push_back(
            {{"extension", Json::array({Json{{"url", "http://hl7.org/fhir/StructureDefinition/ordinalValue"},
                                             {"valueDecimal", list.size()}}})},
             {"valueCoding", {{"system", "s"}, {"code", name}, {"display", std::string("Display of ") + name}}}});
    return R"("answerOption": )" + list.dump();
}

inline std::vector<std::string> linkIds(std::vector<Item const*> const& items) {
    std::vector<std::string> ids;
    for (auto const* item : items) ids.push_back(item->linkId);
    return ids;
}

} // namespace kiosk::survey::testing
