#pragma once

#include "kiosk/core/fhir/Storage.h"

#include <unordered_set>

namespace kiosk::fhir {

/// Builds the tree while the JSON is being read. One use.
class DocumentReader {
public:
    DocumentReader(Document::Storage& storage, Limits const& limits) : m_storage(storage), m_limits(limits) {}

    [[nodiscard]] Result<void> read(ByteView json);

private:
    friend class SaxEvents;

    /// An object that is being read.
    struct Open {
        Element* object = nullptr;
        Name key; ///< whose value is being read
        bool isInArray = false;
        bool hasShadows = false;
        std::size_t position = 0; ///< in the array
        std::vector<Name> keys;
        std::unordered_set<char const*> manyKeys; ///< all of them by their interned texts, once they are many
    };

    bool startObject();
    bool endObject();
    bool startArray();
    bool endArray();
    bool key(std::string_view name);
    bool primitive(Element::Kind kind, std::string text);

    /// The next child of the object that is open; null if there are too many.
    Element* add(Element::Kind kind);
    bool isNewKey(Name name);
    /// Ends the reading; false, as the parser wants it.
    bool refuse(std::string_view why);
    bool refuseJson(std::string_view parserSays);
    bool stop(std::string const& why);
    [[nodiscard]] std::string path() const;

    Document::Storage& m_storage;
    Limits m_limits;
    ByteView m_json;
    std::size_t m_offset = 0;
    std::size_t m_count = 0;
    std::vector<Open> m_open;
    std::string m_refusal;
};

} // namespace kiosk::fhir
