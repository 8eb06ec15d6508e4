#include "kiosk/core/survey/ObservationExtraction.h"

#include "kiosk/core/survey/Names.h"
#include "kiosk/core/survey/Reading.h"
#include "kiosk/core/survey/ValueWriter.h"

namespace kiosk::survey {

namespace {

using fhirpath::Value;

/// What the innermost around an item that has this extension has of it.
std::vector<Element const*> innermost(Item const& item, Form const& form, std::string_view url) {
    for (auto const* at = &item; at; at = at->parent)
        if (auto found = extensions(*at->source, url); !found.empty()) return found;
    return extensions(form.source(), url);
}

bool isTrue(Element const* extension) {
    auto const* value = extension ? extension->child("value") : nullptr;
    // A code says how it relates to the Observations around it, and that there is one.
    return value && (value->text() == "true" || value->kind() == Element::Kind::String);
}

/// The codes that are extracted; empty: the item is not.
std::vector<Element const*> codesOf(Item const& item, Form const& form) {
    std::vector<Element const*> all, chosen;
    for (auto const& code : item.source->children("code")) {
        all.push_back(&code);
        if (isTrue(extension(code, names::observationExtract))) chosen.push_back(&code);
    }
    if (!chosen.empty()) return chosen;
    auto const found = innermost(item, form, names::observationExtract);
    return !found.empty() && isTrue(found.front()) ? all : chosen;
}

class ObservationWriter {
public:
    ObservationWriter(ExtractionRun& run, Item const& item) :
        m_run(run), m_item(item), m_where(placeOf(item)), m_entry(run.bundle().append(run.bundle().root(), "entry")),
        m_observation(run.bundle().append(m_entry, "resource")) {
        run.set(m_observation, "resourceType", "Observation");
        run.set(m_observation, "status", "final");
    }

    void write(std::vector<Element const*> const& codes, Element const& answer) {
        writeCategory();
        auto& code = m_run.bundle().append(m_observation, "code");
        for (auto const* coding : codes) copyWithoutExtensions(code, *coding);
        copyHead("basedOn", "basedOn");
        copyHead("partOf", "partOf");
        copyHead("subject", "subject");
        copyHead("encounter", "encounter");
        copyHead("authored", "effectiveDateTime");
        copyHead("authored", "issued");
        copyHead("author", "performer");
        add("value", Value(answer));
        if (auto const reference = responseReference(); !reference.empty()) add("derivedFrom", Value(reference));
        m_run.finishEntry(m_entry, nullptr, {}, {}, m_where);
    }

private:
    void writeCategory() {
        for (auto const* each : innermost(m_item, m_run.form(), names::observationCategories))
            if (auto const* value = each->child("value")) add("category", Value(*value));
        if (m_observation.child("category")) return;
        auto& coding = m_run.bundle().append(m_run.bundle().append(m_observation, "category"), "coding");
        m_run.set(coding, "system", std::string(names::observationCategory));
        m_run.set(coding, "code", "survey");
    }

    void copyWithoutExtensions(Element& code, Element const& coding) {
        auto& copy = m_run.bundle().append(code, "coding");
        for (auto const* child = coding.firstChild(); child; child = child->next())
            if (child->member().text() != "extension") m_run.bundle().appendCopy(copy, child->member().text(), *child);
    }

    void copyHead(char const* from, char const* to) {
        for (auto const& each : m_run.response().children(from)) add(to, Value(each));
    }

    [[nodiscard]] std::string responseReference() const {
        if (!m_run.input().responseReference.empty()) return m_run.input().responseReference;
        auto const id = m_run.response().textOf("id");
        return id.empty() ? std::string{} : "QuestionnaireResponse/" + std::string(id);
    }

    void add(char const* member, Value const& value) {
        auto const added = addValue(m_run.bundle(), m_observation, member, value);
        if (!added) return m_run.report(m_where, "Observation." + added.error().text);
        m_run.addUnit(m_item, value, **added);
    }

    ExtractionRun& m_run;
    Item const& m_item;
    std::string m_where;
    Element& m_entry;
    Element& m_observation;
};

} // namespace

void extractObservation(ExtractionRun& run, Item const& item, Element const& place) {
    if (!item.isQuestion() || item.type == ItemType::Attachment || item.type == ItemType::Reference) return;
    auto const codes = codesOf(item, run.form());
    if (codes.empty()) return;
    for (auto const& answer : place.children("answer"))
        if (auto const* value = answer.child("value"); value && run.mayGrow())
            ObservationWriter(run, item).write(codes, *value);
}

} // namespace kiosk::survey
