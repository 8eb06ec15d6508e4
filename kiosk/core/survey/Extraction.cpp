#include "kiosk/core/survey/Extraction.h"

#include "kiosk/core/survey/DefinitionExtraction.h"
#include "kiosk/core/survey/ObservationExtraction.h"
#include "kiosk/core/survey/ResponseWriter.h"
#include "kiosk/core/survey/TemplateExtraction.h"

#include <map>

namespace kiosk::survey {

namespace {

using fhirpath::Environment;

/// Goes once through a response, outer items before those inside.
class Extractor {
public:
    explicit Extractor(ExtractionRun& run) : m_run(run), m_templates(run), m_definitions(run) {}

    void run() { visit(nullptr, m_run.response(), 0, nullptr, {}); }

private:
    void visit(Item const* item, Element const& place, std::size_t repetition, Environment const* outer,
               ExtractionTargets const& targets) {
        auto const& formElement = item ? *item->source : m_run.form().source();
        auto const environment = m_run.environmentAt(formElement, outer);
        m_templates.extract(formElement, place, environment, item ? placeOf(*item) : std::string{});
        if (item) extractObservation(m_run, *item, place);
        auto const here = m_definitions.enter(item, place, repetition, environment, targets);
        visitInside(place, environment, here);
        for (auto const& answer : place.children("answer")) visitInside(answer, environment, here);
        m_definitions.leave(item, place, targets, here, environment);
    }

    void visitInside(Element const& holder, Environment const& environment, ExtractionTargets const& targets) {
        std::map<Item const*, std::size_t> seen;
        for (auto const& element : holder.children("item")) {
            auto const* item = m_run.form().find(element.textOf("linkId"));
            if (!item) continue; // a help text
            auto const repetition = seen[item]++;
            if (isAnswered(element)) visit(item, element, repetition, &environment, targets);
        }
    }

    ExtractionRun& m_run;
    TemplateExtraction m_templates;
    DefinitionExtraction m_definitions;
};

/// The response as the form has it, with the hidden items that it left out.
fhir::Document completed(std::shared_ptr<const Form> const& form, Element const& response, Launch const& launch,
                         std::vector<Finding>& findings) {
    Response::Sources sources;
    auto const read = Response::read(form, response, findings, sources, launch);
    fhir::Document document(fhir::Model::r4().find("QuestionnaireResponse"));
    for (auto const* child = response.firstChild(); child; child = child->next())
        if (child->isThere() && child->member().text() != "item")
            document.appendCopy(document.root(), child->member().text(), *child);
    writeItems(document, document.root(), read.instances(), Detail::Whole);
    return document;
}

} // namespace

fhir::Document extract(std::shared_ptr<const Form> const& form, Element const& response, ExtractionInput const& input,
                       std::vector<Finding>& findings) {
    auto const whole = completed(form, response, input.launch, findings);
    ExtractionRun run(*form, whole.root(), input, findings);
    Extractor(run).run();
    return std::move(run.bundle());
}

} // namespace kiosk::survey
