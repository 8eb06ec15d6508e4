#include "kiosk/core/fhir/ShadowMerger.h"

#include <algorithm>

namespace kiosk::fhir {

namespace {

using Kind = Element::Kind;

Element* endOfRun(Element* first) {
    auto* end = first->next();
    while (end && end->member() == first->member()) end = end->next();
    return end;
}

template <typename Fits>
bool allOfRun(Element const* first, Element const* end, Fits const& fits) {
    for (; first != end; first = first->next())
        if (!fits(*first)) return false;
    return true;
}

bool canBeShadow(Element const& element) {
    return element.kind() == Kind::Object || element.kind() == Kind::Null;
}
bool isPrimitive(Element const& element) {
    return element.hasValue() || element.kind() == Kind::Null;
}

} // namespace

std::string_view ShadowMerger::merge() {
    for (auto* at = m_object.m_firstChild; at; at = endOfRun(at)) m_runs.emplace(at->m_member.text(), at);
    for (auto* at = m_object.m_firstChild; at;) {
        auto* const end = endOfRun(at);
        auto const name = at->m_member.text();
        if (name.size() > 1 && name.front() == '_' && allOfRun(at, end, canBeShadow))
            if (auto const fault = mergeRun(at, end); !fault.empty()) return fault;
        at = end;
    }
    return {};
}

std::string_view ShadowMerger::mergeRun(Element* first, Element* end) {
    auto const name = m_storage.intern(first->m_member.text().substr(1));
    auto const found = m_runs.find(name.text());
    if (found == m_runs.end()) {
        standAlone(first, end, name);
        return {};
    }
    auto* const base = found->second;
    auto* const endOfBase = endOfRun(base);
    if (base->m_isListed != first->m_isListed || !allOfRun(base, endOfBase, isPrimitive))
        return "a member with _ that does not fit the one without";
    bool const isNeighbour = endOfBase == first;
    if (!isNeighbour) {
        auto& place = m_storage.make();
        place.m_kind = Kind::ShadowPlace;
        place.m_member = name;
        Document::link(m_object, first->m_previous, place);
    }
    giveAll(base, first, end);
    return {};
}

void ShadowMerger::standAlone(Element* first, Element* end, Name name) {
    for (auto* at = first; at != end; at = at->m_next) {
        at->m_shadow = at->m_kind == Kind::Object ? Element::Shadow::Object : Element::Shadow::Null;
        at->m_kind = Kind::None;
        at->m_member = name;
    }
}

void ShadowMerger::giveAll(Element* to, Element* first, Element* end) {
    Element* last = nullptr;
    auto const name = to->m_member;
    while (first != end) {
        auto* const next = first->m_next;
        bool const isEntry = to && to->m_kind != Kind::ShadowPlace && to->m_member == name;
        if (!isEntry) to = addEntry(*last);
        give(*to, *first);
        remove(*first);
        last = to;
        to = to->m_next;
        first = next;
    }
}

void ShadowMerger::give(Element& to, Element& shadow) {
    to.m_shadow = shadow.m_kind == Kind::Object ? Element::Shadow::Object : Element::Shadow::Null;
    std::swap(to.m_firstChild, shadow.m_firstChild);
    std::swap(to.m_lastChild, shadow.m_lastChild);
    for (auto* child = to.m_firstChild; child; child = child->m_next) child->m_parent = &to;
}

Element* ShadowMerger::addEntry(Element& last) {
    auto& entry = m_storage.make();
    entry.m_kind = Kind::None;
    entry.m_member = last.m_member;
    entry.m_isListed = true;
    Document::link(m_object, &last, entry);
    return &entry;
}

void ShadowMerger::remove(Element& element) {
    Document::unlink(element);
    m_storage.recycle(element);
}

} // namespace kiosk::fhir
