#pragma once

#include "kiosk/core/survey/ExtractionRun.h"

#include <unordered_map>

namespace kiosk::survey {

/// A resource that items put their values into, as seen from one place of the response.
struct ExtractionTarget {
    std::string definition; ///< what stands in front of the # in the definitions of its items
    Element* entry = nullptr;
    Element* resource = nullptr;
    Element const* extract = nullptr; ///< definitionExtract; null: itemExtractionContext
    /// Elements that groups and questions around this place made, by path: what is further inside goes there.
    std::vector<std::pair<std::string, Element*>> anchors;
};
using ExtractionTargets = std::vector<ExtractionTarget>;

/// Definition-based extraction: definitionExtract (or itemExtractionContext) begins a resource, the definitions of
/// items and definitionExtractValue say which of its elements take what.
class DefinitionExtraction {
public:
    explicit DefinitionExtraction(ExtractionRun& run) : m_run(run) {}

    /// Comes to an item of the response, or to the response itself (`item` null): begins what begins here, and puts in
    /// the values of this place. `outer`: as enter() returned it one level further out. `repetition`: how many of the
    /// same item stand before this one.
    [[nodiscard]] ExtractionTargets enter(Item const* item, Element const& place, std::size_t repetition,
                                          fhirpath::Environment const& environment, ExtractionTargets outer);
    /// After all inside has been gone through: completes what enter() began here.
    void leave(Item const* item, Element const& place, ExtractionTargets const& outer, ExtractionTargets const& here,
               fhirpath::Environment const& environment);

private:
    void begin(Element const& formElement, Element const& place, std::size_t repetition,
               fhirpath::Environment const& environment, ExtractionTargets& targets);
    void beginLegacy(Element const& context, Element const& place, std::size_t repetition,
                     fhirpath::Environment const& environment, ExtractionTargets& targets);
    [[nodiscard]] std::string typeNamed(std::string const& canonical);
    void open(std::string const& definition, std::string const& type, Element const* extract,
              ExtractionTargets& targets);
    void openCopy(Element const& existing, ExtractionTargets& targets);
    void put(std::string_view definition, fhirpath::Collection const& values, ExtractionTargets& targets);
    void addElement(std::string_view definition, ExtractionTargets& targets);
    [[nodiscard]] ExtractionTarget* targetOf(std::string_view definition, ExtractionTargets& targets);
    void putFixedAndComputed(Element const& formElement, Element const& place, fhirpath::Environment const& environment,
                             ExtractionTargets targets);
    void makeRoom(Element& resource, fhir::Name element);

    ExtractionRun& m_run;
    std::string m_where;
    Item const* m_item = nullptr;
    /// What a resource that is brought up to date had: it goes as soon as the form has something for the same element.
    std::unordered_map<Element const*, std::vector<Element*>> m_existing;
};

} // namespace kiosk::survey
