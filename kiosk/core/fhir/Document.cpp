#include "kiosk/core/fhir/DocumentReader.h"
#include "kiosk/core/fhir/Storage.h"

namespace kiosk::fhir {

Document::Document(Type const* type) : m_storage(std::make_unique<Storage>()) {
    m_storage->root.m_type = type;
}
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

Result<Document> Document::parse(ByteView json, Limits const& limits, Type const* type) {
    Document document(type);
    TRY(DocumentReader(*document.m_storage, limits).read(json));
    setTypes(document.m_storage->root);
    return document;
}

Element& Document::root() {
    return m_storage->root;
}
Element const& Document::root() const {
    return m_storage->root;
}
std::uint64_t Document::revision() const {
    return m_storage->revision;
}

void Document::setTypeOfChild(Element& child) {
    auto const* parentType = child.m_parent->m_type;
    child.m_info = parentType ? parentType->findMember(child.m_member) : nullptr;
    child.m_type = child.m_info ? child.m_info->type : nullptr;
    setTypeOfResource(child);
}

void Document::setTypeOfResource(Element& element) {
    static Name const resourceType = Model::r4().name("resourceType");
    // ExampleScenario.instance has an element of this name and is no resource.
    bool const canBe = !element.m_type || element.m_type->kind() == Type::Kind::Resource;
    auto const* named = canBe ? element.child(resourceType) : nullptr;
    element.m_isResource = named != nullptr;
    if (named == nullptr) return;
    auto const* type = Model::r4().find(named->text());
    if (type && type->kind() == Type::Kind::Resource) element.m_type = type;
}

void Document::setTypes(Element& top) {
    if (top.m_parent)
        setTypeOfChild(top);
    else
        setTypeOfResource(top);
    for (auto* at = following(&top, top); at; at = following(at, top)) setTypeOfChild(*at);
}

Element* Document::following(Element* at, Element const& top) {
    if (at->m_firstChild) return at->m_firstChild;
    while (at != &top && !at->m_next) at = at->m_parent;
    return at == &top ? nullptr : at->m_next;
}

void Document::link(Element& parent, Element* previous, Element& element) {
    auto* next = previous ? previous->m_next : parent.m_firstChild;
    element.m_parent = &parent;
    element.m_previous = previous;
    element.m_next = next;
    (previous ? previous->m_next : parent.m_firstChild) = &element;
    (next ? next->m_previous : parent.m_lastChild) = &element;
}

void Document::unlink(Element& element) {
    auto& parent = *element.m_parent;
    (element.m_previous ? element.m_previous->m_next : parent.m_firstChild) = element.m_next;
    (element.m_next ? element.m_next->m_previous : parent.m_lastChild) = element.m_previous;
}

Element& Document::append(Element& parent, std::string_view member) {
    auto& element = m_storage->make();
    linkAsLast(parent, member, element);
    return element;
}

void Document::linkAsLast(Element& parent, std::string_view member, Element& element) {
    element.m_member = m_storage->intern(member);
    Element* last = parent.m_lastChild;
    while (last && !(last->m_member == element.m_member && last->m_kind != Element::Kind::ShadowPlace))
        last = last->m_previous;
    link(parent, last ? last : parent.m_lastChild, element);
    setTypes(element);
    element.m_isListed = last || (element.m_info && element.m_info->isList);
    if (last) last->m_isListed = true;
    if (last && last->m_kind == Element::Kind::EmptyList) erase(*last);
    ++m_storage->revision;
}

void Document::linkBeside(Element& sibling, Element* previous, Element& element) {
    element.m_member = sibling.m_member;
    link(*sibling.m_parent, previous, element);
    setTypes(element);
    ++m_storage->revision;
}

Element& Document::insertAfter(Element& sibling) {
    auto& element = m_storage->make();
    linkBeside(sibling, &sibling, element);
    element.m_isListed = sibling.m_isListed = true;
    return element;
}
Element& Document::insertBefore(Element& sibling) {
    auto& element = m_storage->make();
    linkBeside(sibling, sibling.m_previous, element);
    element.m_isListed = sibling.m_isListed = true;
    return element;
}

void Document::copyInto(Element& to, Element const& source) {
    to.m_kind = source.m_kind;
    to.m_text = source.m_text;
    to.m_shadow = source.m_shadow;
    for (auto const* at = source.m_firstChild; at; at = at->m_next) {
        auto& child = m_storage->make();
        child.m_member = m_storage->intern(at->m_member.text());
        child.m_isListed = at->m_isListed;
        link(to, to.m_lastChild, child);
        copyInto(child, *at);
    }
}

// A copy is whole before it is linked: `source` may be above or below the place it goes to.
Element& Document::appendCopy(Element& parent, std::string_view member, Element const& source) {
    auto& element = m_storage->make();
    copyInto(element, source);
    linkAsLast(parent, member, element);
    return element;
}

Element& Document::replace(Element& old, Element const& source) {
    auto& element = m_storage->make();
    copyInto(element, source);
    element.m_isListed = old.m_isListed;
    linkBeside(old, &old, element);
    erase(old);
    return element;
}

void Document::erase(Element& element) {
    clear(element);
    unlink(element);
    m_storage->recycle(element);
    ++m_storage->revision;
}

void Document::clear(Element& element) {
    auto* at = &element;
    while (element.m_firstChild) {
        while (at->m_firstChild) at = at->m_firstChild;
        auto* const parent = at->m_parent;
        unlink(*at);
        m_storage->recycle(*at);
        at = parent;
    }
    ++m_storage->revision;
}

void Document::setValue(Element& element, Element::Kind kind, std::string text) {
    element.m_kind = kind;
    element.m_text = std::move(text);
    ++m_storage->revision;
    if (element.m_member == m_storage->intern("resourceType")) setTypes(*element.m_parent);
}

void Document::setString(Element& element, std::string value) {
    setValue(element, Element::Kind::String, std::move(value));
}
void Document::setBoolean(Element& element, bool value) {
    setValue(element, Element::Kind::Boolean, value ? "true" : "false");
}
void Document::setNumber(Element& element, std::string lexeme) {
    setValue(element, Element::Kind::Number, std::move(lexeme));
}

} // namespace kiosk::fhir
