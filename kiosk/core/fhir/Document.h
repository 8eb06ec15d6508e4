#pragma once

#include "kiosk/core/base/Bytes.h"
#include "kiosk/core/base/Result.h"
#include "kiosk/core/fhir/Element.h"

#include <memory>

namespace kiosk::fhir {

struct Limits {
    std::size_t bytes = 64U << 20U;
    std::size_t depth = 64;
    std::size_t elements = 1'000'000; ///< an element takes about 120 bytes, and its text
};

/// Owns a tree of elements and is the only way to change it. Elements keep their addresses until they are erased, also
/// when the Document is moved. Not for two threads at once while one changes it.
class Document {
public:
    /// The JSON object in `json`. `type` is that of the root if it has no resourceType of its own.
    /// Invalid: not JSON, too large, too deep, a member twice, an array in an array, `_name` that does not fit `name`;
    /// with line, column and path, never a value or a name that is not of FHIR.
    [[nodiscard]] static Result<Document> parse(ByteView json, Limits const& limits = {}, Type const* type = nullptr);

    /// An object without members. Give it a "resourceType" first if it is to be a resource.
    explicit Document(Type const* type = nullptr);
    Document(Document&&) noexcept;
    Document& operator=(Document&&) noexcept;
    ~Document();

    [[nodiscard]] Element& root();
    [[nodiscard]] Element const& root() const;

    /// A new object, the last of its member; it is listed if FHIR says so or the member is there already. Make it a
    /// primitive with one of the set…: `document.setString(document.append(item, "linkId"), "1.2")`.
    Element& append(Element& parent, std::string_view member);
    /// A new object of the same member, right behind (before) its sibling.
    Element& insertAfter(Element& sibling);
    Element& insertBefore(Element& sibling);
    /// A deep copy of `source`, which may be of another Document, as append does it.
    Element& appendCopy(Element& parent, std::string_view member, Element const& source);
    /// A deep copy of `source` in the place and with the member of `old`, which is erased.
    Element& replace(Element& old, Element const& source);
    /// With all below it. Not the root.
    void erase(Element& element);
    /// All children.
    void clear(Element& element);

    void setString(Element& element, std::string value);
    void setBoolean(Element& element, bool value);
    /// `lexeme` is a JSON number and is written as it is.
    void setNumber(Element& element, std::string lexeme);

    /// Counts changes: what was looked up at the same revision is still right.
    [[nodiscard]] std::uint64_t revision() const;

private:
    friend class DocumentReader;
    friend class ShadowMerger;
    struct Storage;

    static void setTypes(Element& top);
    static void setTypeOfChild(Element& child);
    static void setTypeOfResource(Element& element);
    static Element* following(Element* at, Element const& top);
    static void link(Element& parent, Element* previous, Element& element);
    static void unlink(Element& element);
    void linkAsLast(Element& parent, std::string_view member, Element& element);
    void linkBeside(Element& sibling, Element* previous, Element& element);
    void copyInto(Element& to, Element const& source);
    void setValue(Element& element, Element::Kind kind, std::string text);

    std::unique_ptr<Storage> m_storage;
};

} // namespace kiosk::fhir
