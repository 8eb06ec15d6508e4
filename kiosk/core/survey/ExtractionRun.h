#pragma once

#include "kiosk/core/fhirpath/Environment.h"
#include "kiosk/core/survey/Extraction.h"

namespace kiosk::survey {

/// What the kinds of extraction have in common: the Bundle, expressions and their variables, findings. One use.
class ExtractionRun {
public:
    /// All must outlive this. `response` is that of the extraction: whole, with its hidden items.
    ExtractionRun(Form const& form, Element const& response, ExtractionInput const& input,
                  std::vector<Finding>& findings);

    [[nodiscard]] Form const& form() const { return m_form; }
    [[nodiscard]] Element const& response() const { return m_response; }
    [[nodiscard]] ExtractionInput const& input() const { return m_input; }
    [[nodiscard]] fhir::Document& bundle() { return m_bundle; }

    /// What expressions see at an item of the response, or at the response itself: beside what they see further out,
    /// its extractAllocateId. `outer` must outlive the result.
    [[nodiscard]] fhirpath::Environment environmentAt(Element const& formElement, fhirpath::Environment const* outer);
    [[nodiscard]] fhirpath::Environment inside(fhirpath::Environment const& outer) const;

    /// No result if it fails, which is a finding at `place`.
    [[nodiscard]] fhirpath::Collection evaluate(std::string_view expression, fhirpath::Collection const& focus,
                                                fhirpath::Environment const& environment, std::string const& place);

    /// Fills in fullUrl and request of an entry that has its resource: as a templateExtract or definitionExtract says,
    /// which may be null.
    void finishEntry(Element& entry, Element const* extract, fhirpath::Collection const& focus,
                     fhirpath::Environment const& environment, std::string const& place);
    void set(Element& parent, std::string_view member, std::string text);
    /// A copy without what is inside.
    Element& copyAlone(Element& parent, std::string_view member, Element const& source);

    /// The unit that an item says a number is in, on the quantity that an answer to it became.
    void addUnit(Item const& item, fhirpath::Value const& answer, Element& quantity);

    /// False, and once a finding: the Bundle grows beyond all measure.
    [[nodiscard]] bool mayGrow();
    void report(std::string const& place, std::string reason, Severity severity = Severity::Error);

private:
    Form const& m_form;
    Element const& m_response;
    ExtractionInput const& m_input;
    std::vector<Finding>& m_findings;
    fhir::Document m_bundle;
    std::size_t m_made = 0;
};

/// Whether an item of a response has an answer, itself or in it.
[[nodiscard]] bool isAnswered(Element const& item);

/// "item 'linkId'"
[[nodiscard]] std::string placeOf(Item const& item);

} // namespace kiosk::survey
