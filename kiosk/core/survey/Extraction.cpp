#include "kiosk/core/survey/Extraction.h"

#include "kiosk/core/survey/Names.h"
#include "kiosk/core/survey/Reading.h"
#include "kiosk/core/survey/Values.h"

namespace kiosk::survey {

namespace {

/// What the innermost of the extensions around an item says.
bool isExtracted(Item const& item, Form const& form) {
    for (auto const* at = &item; at; at = at->parent)
        if (auto const* value = extensionValue(*at->source, names::observationExtract)) return value->text() == "true";
    auto const* value = extensionValue(form.source(), names::observationExtract);
    return value && value->text() == "true";
}

class ObservationWriter {
public:
    ObservationWriter(Completion const& completion, std::string const& subject) :
        m_completion(completion), m_subject(subject), m_bundle(fhir::Model::r4().find("Bundle")) {
        set(m_bundle.root(), "resourceType", "Bundle");
        set(m_bundle.root(), "type", "transaction");
    }

    void write(Item const& item, Element const& value) {
        auto& entry = m_bundle.append(m_bundle.root(), "entry");
        auto& observation = m_bundle.append(entry, "resource");
        set(observation, "resourceType", "Observation");
        set(observation, "status", "final");
        auto& category = m_bundle.append(m_bundle.append(observation, "category"), "coding");
        set(category, "system", std::string(names::observationCategory));
        set(category, "code", "survey");
        auto& code = m_bundle.append(observation, "code");
        for (auto const& coding : item.source->children("code")) m_bundle.appendCopy(code, "coding", coding);
        if (!m_subject.empty()) set(m_bundle.append(observation, "subject"), "reference", m_subject);
        set(observation, "effectiveDateTime", base::toIsoText(m_completion.authored));
        set(observation, "issued", base::toIsoText(m_completion.authored));
        writeValue(observation, value);
        set(m_bundle.append(observation, "derivedFrom"), "reference", "urn:uuid:" + m_completion.record.toString());
        auto& request = m_bundle.append(entry, "request");
        set(request, "method", "POST");
        set(request, "url", "Observation");
    }

    [[nodiscard]] fhir::Document take() { return std::move(m_bundle); }

private:
    void set(Element& parent, std::string_view member, std::string text) {
        m_bundle.setString(m_bundle.append(parent, member), std::move(text));
    }

    /// Observation.value[x] has neither decimal, date, uri nor coding: a quantity, a dateTime, a text and a concept.
    void writeValue(Element& observation, Element const& value) {
        auto const type = valueType(value);
        if (type == "Coding") {
            m_bundle.appendCopy(m_bundle.append(observation, "valueCodeableConcept"), "coding", value);
        } else if (type == "Decimal") {
            auto& number = m_bundle.append(m_bundle.append(observation, "valueQuantity"), "value");
            m_bundle.setNumber(number, value.text());
        } else if (type == "Date") {
            set(observation, "valueDateTime", value.text());
        } else if (type == "Uri") {
            set(observation, "valueString", value.text());
        } else {
            m_bundle.appendCopy(observation, "value" + std::string(type), value);
        }
    }

    Completion const& m_completion;
    std::string const& m_subject;
    fhir::Document m_bundle;
};

} // namespace

fhir::Document extractObservations(Response const& response, Completion const& completion, std::string const& subject) {
    ObservationWriter writer(completion, subject);
    for (auto const* item : response.form().allItems()) {
        if (item->codes.empty() || !item->isQuestion() || !isExtracted(*item, response.form())) continue;
        for (auto const* value : response.effectiveValues(*item))
            if (valueType(*value) != "Attachment" && valueType(*value) != "Reference") writer.write(*item, *value);
    }
    return writer.take();
}

} // namespace kiosk::survey
