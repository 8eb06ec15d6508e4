#pragma once

#include "tests/unit/survey/sdc/Sdc.h"

#include "kiosk/core/survey/Extraction.h"

namespace kiosk::survey::testing {

struct Extracted {
    Json entries;     ///< of the Bundle
    std::string text; ///< the same as it was written: Json has no 1.50
    std::vector<std::string> findings;

    [[nodiscard]] Json const& resource(std::size_t entry) const { return entries.at(entry).at("resource"); }
};

inline std::shared_ptr<const fhir::Document> resource(std::string const& json) {
    return std::make_shared<const fhir::Document>(*fhir::Document::parse(asBytes(json)));
}

/// The n-th id of an extraction, as `urn:uuid:`.
inline std::string nthId(std::uint8_t n) {
    Uuid id;
    id.bytes.back() = n;
    return "urn:uuid:" + id.toString();
}

/// What a form makes of a response that has these items and further members.
inline Extracted extractFrom(std::shared_ptr<const Form> const& form, std::string const& items,
                             std::string const& more = "", Launch launch = {}) {
    auto const response = resource(R"({"resourceType": "QuestionnaireResponse", "id": "r", "status": "completed", )" +
                                   more + R"("item": [)" + items + "]}");
    ExtractionInput input;
    input.launch = std::move(launch);
    std::uint8_t last = 0;
    input.newId = [&last] {
        Uuid id;
        id.bytes.back() = ++last;
        return id;
    };
    std::vector<Finding> findings;
    auto const bundle = extract(form, response->root(), input, findings);
    auto const json = Json::parse(toJson(bundle.root()));
    EXPECT_EQ(json["resourceType"], "Bundle");
    EXPECT_EQ(json["type"], "transaction");
    Extracted result{json.value("entry", Json::array()), toJson(bundle.root()), {}};
    for (auto const& finding : findings) result.findings.push_back(finding.text());
    return result;
}

/// An item of a response with answers, each a value[x] as a member: R"("valueString": "Ann")".
inline std::string answered(std::string const& linkId, std::vector<std::string> const& values) {
    std::string list;
    for (auto const& value : values) list += (list.empty() ? "{" : ", {") + value + "}";
    return R"({"linkId": ")" + linkId + R"(", "answer": [)" + list + "]}";
}

inline std::string text(std::string const& value) {
    return R"("valueString": ")" + value + "\"";
}

inline std::string groupOf(std::string const& linkId, std::string const& items) {
    return R"({"linkId": ")" + linkId + R"(", "item": [)" + items + "]}";
}

/// A group of a form with extensions and further members.
inline std::string group(std::string const& linkId, std::vector<std::string> const& extensions,
                         std::string const& items, std::string const& more = "") {
    return item(linkId, "group", extensions, (more.empty() ? "" : more + ", ") + R"("item": [)" + items + "]");
}

inline std::string allocateId(std::string const& name) {
    return sdc("extractAllocateId", text(name));
}

} // namespace kiosk::survey::testing
