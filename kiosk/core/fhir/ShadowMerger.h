#pragma once

#include "kiosk/core/fhir/Storage.h"

namespace kiosk::fhir {

/// Makes one element of `birthDate` and `_birthDate`, once the object that has them is complete.
class ShadowMerger {
public:
    ShadowMerger(Document::Storage& storage, Element& object) : m_storage(storage), m_object(object) {}

    /// What does not fit; empty if all is well. A `_name` with a value of its own stays a member like others.
    [[nodiscard]] std::string_view merge();

private:
    std::string_view mergeRun(Element* first, Element* end);
    void standAlone(Element* first, Element* end, Name name);
    void giveAll(Element* to, Element* first, Element* end);
    void give(Element& to, Element& shadow);
    Element* addEntry(Element& last);
    void remove(Element& element);

    Document::Storage& m_storage;
    Element& m_object;
    std::unordered_map<std::string_view, Element*> m_runs; ///< the first of each
};

} // namespace kiosk::fhir
