#pragma once

#include "kiosk/core/fhir/Model.h"

#include <cstddef>
#include <iterator>
#include <string>

namespace kiosk::fhir {

/// A node of FHIR JSON: a resource, a complex value or a primitive, with its place in the tree. What JSON writes as an
/// array is here as several children of one name, next to each other; what it writes as `birthDate` and `_birthDate`
/// is one element with a value and children. Owned by a Document, through which it is changed; its address stays while
/// it is in the tree. Any number of threads may read while none changes.
class Element {
public:
    enum class Kind : std::uint8_t {
        Object,
        String,
        Number,
        Boolean,
        Null,        ///< a primitive without value, written `null`: it stands for its children, or for nothing at all
        None,        ///< a primitive without value that is not written: only `_name` is
        EmptyList,   ///< stands for `[]`, which FHIR does not allow but people write
        ShadowPlace, ///< stands for where `_name` was written, if not right behind `name`
    };

    [[nodiscard]] Kind kind() const { return m_kind; }
    /// String: the value. Number: as it was written, "1.10". Boolean: "true" or "false". Else empty.
    [[nodiscard]] std::string const& text() const { return m_text; }
    [[nodiscard]] bool hasValue() const { return m_kind >= Kind::String && m_kind <= Kind::Boolean; }
    /// Whether there is anything: a value, an object, or children. What is not there has no part in FHIRPath.
    [[nodiscard]] bool isThere() const { return m_kind <= Kind::Boolean || (m_firstChild && m_kind <= Kind::None); }

    /// As in JSON, "valueQuantity"; empty for a root.
    [[nodiscard]] Name member() const { return m_member; }
    /// As in FHIRPath, "value"; the member's name where the type is not known.
    [[nodiscard]] Name name() const { return m_info ? m_info->element : m_member; }
    /// Null: not of FHIR R4 at this place.
    [[nodiscard]] Type const* type() const { return m_type; }
    [[nodiscard]] ElementInfo const* info() const { return m_info; }
    /// Written as an entry of an array, also if it is the only one.
    [[nodiscard]] bool isListed() const { return m_isListed; }
    /// Has a member resourceType.
    [[nodiscard]] bool isResource() const { return m_isResource; }

    [[nodiscard]] Element const* parent() const { return m_parent; }
    /// In the order of JSON; also what is not there.
    [[nodiscard]] Element const* firstChild() const { return m_firstChild; }
    [[nodiscard]] Element const* next() const { return m_next; }
    [[nodiscard]] Element* firstChild() { return m_firstChild; }
    [[nodiscard]] Element* next() { return m_next; }

    /// The first child that is there and has this name, as in JSON or as in FHIRPath. Null: none.
    [[nodiscard]] Element const* child(Name name) const { return scan(m_firstChild, name); }
    [[nodiscard]] Element const* child(std::string_view name) const;
    [[nodiscard]] Element* child(std::string_view name);
    /// The next sibling that is there and has this name.
    [[nodiscard]] Element const* nextOf(Name name) const { return scan(m_next, name); }
    [[nodiscard]] bool isCalled(Name name) const { return m_member == name || (m_info && m_info->element == name); }
    /// The text of a primitive child; empty if there is none.
    [[nodiscard]] std::string_view textOf(std::string_view child) const;

    /// `for (Element const& item : response.children(item))`: those that are there.
    class Children {
    public:
        class Iterator {
        public:
            using iterator_category = std::forward_iterator_tag;
            using value_type = Element;
            using difference_type = std::ptrdiff_t;
            using pointer = Element const*;
            using reference = Element const&;

            Iterator() = default;
            Iterator(Element const* at, Name name) : m_at(at), m_name(name) {}
            Element const& operator*() const { return *m_at; }
            Element const* operator->() const { return m_at; }
            Iterator& operator++() {
                m_at = m_at->nextOf(m_name);
                return *this;
            }
            Iterator operator++(int) {
                auto const before = *this;
                ++*this;
                return before;
            }
            friend bool operator==(Iterator const& a, Iterator const& b) { return a.m_at == b.m_at; }

        private:
            Element const* m_at = nullptr;
            Name m_name;
        };
        Children(Element const* first, Name name) : m_first(first), m_name(name) {}
        [[nodiscard]] Iterator begin() const { return {m_first, m_name}; }
        [[nodiscard]] Iterator end() const { return {nullptr, m_name}; }
        [[nodiscard]] bool empty() const { return m_first == nullptr; }

    private:
        Element const* m_first;
        Name m_name;
    };
    [[nodiscard]] Children children(Name name) const { return {child(name), name}; }
    [[nodiscard]] Children children(std::string_view name) const;

    Element() = default;
    Element(Element const&) = delete;
    Element& operator=(Element const&) = delete;

private:
    friend class Document;
    friend class DocumentReader;
    friend class ShadowMerger;
    friend class JsonWriter;

    /// What `_name` has at the place of this element.
    enum class Shadow : std::uint8_t { Absent, Null, Object };

    static Element const* scan(Element const* at, Name name) {
        while (at && !(at->isCalled(name) && at->isThere())) at = at->m_next;
        return at;
    }

    Element* m_parent = nullptr;
    Element* m_previous = nullptr;
    Element* m_next = nullptr;
    Element* m_firstChild = nullptr;
    Element* m_lastChild = nullptr;
    Name m_member;
    ElementInfo const* m_info = nullptr;
    Type const* m_type = nullptr;
    Kind m_kind = Kind::Object;
    Shadow m_shadow = Shadow::Absent;
    bool m_isListed = false;
    bool m_isResource = false;
    std::string m_text;
};

/// As JSON without white space, the members in their order, numbers as they were written.
[[nodiscard]] std::string toJson(Element const& element);

} // namespace kiosk::fhir
