#pragma once

#include "kiosk/core/survey/ExtractionRun.h"

namespace kiosk::survey {

/// Template-based extraction: copies of contained resources, their elements kept, repeated, replaced or left out by
/// templateExtractContext and templateExtractValue.
class TemplateExtraction {
public:
    explicit TemplateExtraction(ExtractionRun& run) : m_run(run) {}

    /// All that a form, or an item of it, asks for at this place of the response.
    void extract(Element const& formElement, Element const& place, fhirpath::Environment const& environment,
                 std::string const& where);

private:
    using Collection = fhirpath::Collection;
    using Environment = fhirpath::Environment;

    void extractResource(Element const& extract, Element const& place, Environment const& environment);
    void extractBundle(Element const& reference, Element const& place, Environment const& environment);
    [[nodiscard]] Element const* contained(Element const* reference);
    /// One element of a template with all inside, as often as its context has results.
    void fill(Element const& source, Element& holder, Collection const& focus, Environment const& environment);
    void fillOne(Element const& source, Element& holder, Collection const& focus, Environment const& environment);
    void fillInside(Element const& source, Element& made, Collection const& focus, Environment const& environment);
    void replace(Element const& source, std::string const& expression, Element& holder, Collection const& focus,
                 Environment const& environment);

    ExtractionRun& m_run;
    std::string m_where;
};

} // namespace kiosk::survey
