#include "kiosk/core/fhir/Element.h"

namespace kiosk::fhir {

namespace {

/// A name to look up with: of the model, or made of `own`, which must outlive the use.
Name nameOf(std::string_view text, Name::Entry& own) {
    if (auto const known = Model::r4().name(text); known.isOfModel()) return known;
    own.text = text;
    return Name(&own);
}

} // namespace

Element const* Element::child(std::string_view name) const {
    Name::Entry own;
    return child(nameOf(name, own));
}

Element* Element::child(std::string_view name) {
    return const_cast<Element*>(static_cast<Element const*>(this)->child(name));
}

Element::Children Element::children(std::string_view name) const {
    Name::Entry own;
    auto const wanted = nameOf(name, own);
    auto const* first = child(wanted);
    // A name that is not of the model lives on in the Document, not in `own`.
    return {first, first && !wanted.isOfModel() ? first->m_member : wanted};
}

std::string_view Element::textOf(std::string_view name) const {
    auto const* found = child(name);
    return found ? std::string_view(found->m_text) : std::string_view{};
}

} // namespace kiosk::fhir
