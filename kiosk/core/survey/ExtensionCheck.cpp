#include "kiosk/core/survey/ExtensionCheck.h"

#include "kiosk/core/survey/Names.h"
#include "kiosk/core/survey/Shape.h"

#include <algorithm>
#include <array>
#include <map>

namespace kiosk::survey {

namespace {

using fhir::Element;

/// About a form, not about how it is asked. Ends in -: all that begin so.
constexpr std::array<std::string_view, 20> aboutForms{
    "http://hl7.org/fhir/StructureDefinition/artifact-",
    "http://hl7.org/fhir/StructureDefinition/cqf-library",
    "http://hl7.org/fhir/StructureDefinition/cqf-publicationDate",
    "http://hl7.org/fhir/StructureDefinition/data-absent-reason",
    "http://hl7.org/fhir/StructureDefinition/designNote",
    "http://hl7.org/fhir/StructureDefinition/instance-name",
    "http://hl7.org/fhir/StructureDefinition/questionnaire-baseType",
    "http://hl7.org/fhir/StructureDefinition/questionnaire-fhirType",
    "http://hl7.org/fhir/StructureDefinition/replaces",
    "http://hl7.org/fhir/StructureDefinition/resource-",
    "http://hl7.org/fhir/StructureDefinition/structuredefinition-",
    "http://hl7.org/fhir/StructureDefinition/valueset-",
    "http://hl7.org/fhir/StructureDefinition/codesystem-",
    "http://hl7.org/fhir/StructureDefinition/workflow-",
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-assemble-expectation",
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-assembledFrom",
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-endpoint",
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-isSubject",
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-performerType",
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-sourceStructureMap"};

bool isAboutForms(std::string_view url) {
    return std::ranges::any_of(aboutForms, [&](std::string_view known) {
        return known.ends_with('-') ? url.starts_with(known) : url == known;
    });
}

bool isFollowed(std::string_view url) {
    return std::ranges::find(names::followed, url) != names::followed.end();
}

bool isOurs(std::string_view url) {
    return url.starts_with("http://hl7.org/fhir/") || url.starts_with(names::ourDefinitions);
}

class Search {
public:
    /// Not what is contained, which is another resource, nor inside extensions, whose parts have names of their own.
    void through(Element const& element) {
        for (auto const* child = element.firstChild(); child; child = child->next()) {
            if (child->member().text() == "contained") continue;
            if (child->member().text() == "extension")
                note(*child);
            else
                through(*child);
        }
    }

    void report(std::vector<Finding>& findings) const {
        for (auto const& [url, found] : m_unknown) {
            auto const often = found.count == 1 ? "" : " (" + std::to_string(found.count) + " times)";
            addFinding(findings, {Severity::Warning, placeOf(*found.first),
                                  "extension: '" + std::string(url) + "' is not followed" + often, Topic::Extension});
        }
    }

private:
    struct Found {
        Element const* first = nullptr;
        std::size_t count = 0;
    };

    void note(Element const& extension) {
        auto const url = extension.textOf("url");
        if (!isOurs(url) || isFollowed(url) || isAboutForms(url)) return;
        auto& found = m_unknown[url];
        if (found.count++ == 0) found.first = &extension;
    }

    std::map<std::string_view, Found> m_unknown;
};

} // namespace

void checkExtensions(Element const& questionnaire, std::vector<Finding>& findings) {
    Search search;
    search.through(questionnaire);
    search.report(findings);
}

} // namespace kiosk::survey
