#include "kiosk/core/fhir/DocumentReader.h"

#include "kiosk/core/base/JsonFault.h"
#include "kiosk/core/fhir/ShadowMerger.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace kiosk::fhir {

namespace {

/// Tells how far the parser has come.
class CountingIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = std::uint8_t;
    using difference_type = std::ptrdiff_t;
    using pointer = std::uint8_t const*;
    using reference = std::uint8_t const&;

    CountingIterator(pointer at, std::size_t* offset) : m_at(at), m_offset(offset) {}
    reference operator*() const { return *m_at; }
    CountingIterator& operator++() {
        ++m_at;
        ++*m_offset;
        return *this;
    }
    CountingIterator operator++(int) {
        auto const before = *this;
        ++*this;
        return before;
    }
    friend bool operator==(CountingIterator const& a, CountingIterator const& b) { return a.m_at == b.m_at; }

private:
    pointer m_at;
    std::size_t* m_offset;
};

} // namespace

/// What nlohmann::json::sax_parse calls; false ends the reading.
class SaxEvents {
public:
    using Kind = Element::Kind;
    explicit SaxEvents(DocumentReader& reader) : m_reader(reader) {}

    bool null() { return m_reader.primitive(Kind::Null, {}); }
    bool boolean(bool value) { return m_reader.primitive(Kind::Boolean, value ? "true" : "false"); }
    bool number_integer(std::int64_t value) {
        // Only what has a minus sign comes here; of "-0" the value has lost it.
        return m_reader.primitive(Kind::Number, value == 0 ? "-0" : std::to_string(value));
    }
    bool number_unsigned(std::uint64_t value) { return m_reader.primitive(Kind::Number, std::to_string(value)); }
    bool number_float(double, std::string const& lexeme) { return m_reader.primitive(Kind::Number, lexeme); }
    bool string(std::string& value) { return m_reader.primitive(Kind::String, std::move(value)); }
    template <typename Binary>
    bool binary(Binary&) {
        return false;
    }
    bool start_object(std::size_t) { return m_reader.startObject(); }
    bool end_object() { return m_reader.endObject(); }
    bool start_array(std::size_t) { return m_reader.startArray(); }
    bool end_array() { return m_reader.endArray(); }
    bool key(std::string const& name) { return m_reader.key(name); }
    template <typename Exception>
    bool parse_error(std::size_t, std::string const&, Exception const& error) {
        // Out of range is the number that no double can hold; all others are bad JSON.
        return error.id >= 400 ? m_reader.refuse("a number out of range") : m_reader.refuseJson(error.what());
    }

private:
    DocumentReader& m_reader;
};

Result<void> DocumentReader::read(ByteView json) {
    if (json.size() > m_limits.bytes)
        return fail(ErrorKind::Invalid, "JSON is larger than " + std::to_string(m_limits.bytes) + " bytes");
    SaxEvents events(*this);
    m_json = json;
    CountingIterator const begin(json.data(), &m_offset);
    CountingIterator const end(json.data() + json.size(), &m_offset);
    bool const done = nlohmann::json::sax_parse(begin, end, &events);
    if (!done && m_refusal.empty()) refuse("not JSON");
    if (!m_refusal.empty()) return fail(ErrorKind::Invalid, m_refusal);
    return {};
}

bool DocumentReader::refuse(std::string_view why) {
    auto const place = base::placeInText(m_json, m_offset > 0 ? m_offset - 1 : 0);
    return stop(std::string(why) + " (" + place + ")");
}

bool DocumentReader::stop(std::string const& why) {
    auto const where = path();
    if (m_refusal.empty()) m_refusal = (where.empty() ? "" : where + ": ") + why;
    return false;
}

bool DocumentReader::refuseJson(std::string_view parserSays) {
    return stop(base::whyNotJson(m_json, m_offset, parserSays));
}

std::string DocumentReader::path() const {
    std::string text;
    for (auto const& open : m_open) {
        if (open.key == Name{}) break;
        if (!text.empty()) text += '.';
        text += open.key.isOfModel() ? open.key.text() : "?";
        if (open.isInArray) text += "[" + std::to_string(open.position) + "]";
    }
    return text;
}

Element* DocumentReader::add(Element::Kind kind) {
    if (++m_count > m_limits.elements) {
        refuse("more than " + std::to_string(m_limits.elements) + " elements");
        return nullptr;
    }
    auto& open = m_open.back();
    auto& element = m_storage.make();
    element.m_member = open.key;
    element.m_kind = kind;
    element.m_isListed = open.isInArray;
    element.m_parent = open.object;
    element.m_previous = open.object->m_lastChild;
    (element.m_previous ? element.m_previous->m_next : open.object->m_firstChild) = &element;
    open.object->m_lastChild = &element;
    return &element;
}

bool DocumentReader::startObject() {
    if (m_open.size() >= m_limits.depth) return refuse("nested deeper than " + std::to_string(m_limits.depth));
    auto* const object = m_open.empty() ? &m_storage.root : add(Element::Kind::Object);
    if (!object) return false;
    m_open.emplace_back().object = object;
    return true;
}

bool DocumentReader::endObject() {
    auto& closed = m_open.back();
    closed.key = {};
    if (closed.hasShadows)
        if (auto const fault = ShadowMerger(m_storage, *closed.object).merge(); !fault.empty()) return refuse(fault);
    m_open.pop_back();
    if (!m_open.empty()) ++m_open.back().position;
    return true;
}

bool DocumentReader::startArray() {
    if (m_open.empty()) return refuse("an array where an object should be");
    if (m_open.back().isInArray) return refuse("an array in an array");
    m_open.back().isInArray = true;
    m_open.back().position = 0;
    return true;
}

bool DocumentReader::endArray() {
    auto& open = m_open.back();
    if (open.position == 0 && !add(Element::Kind::EmptyList)) return false;
    open.isInArray = false;
    return true;
}

bool DocumentReader::key(std::string_view name) {
    auto& open = m_open.back();
    open.key = m_storage.intern(name);
    if (!isNewKey(open.key)) return refuse("a member twice");
    if (name.size() > 1 && name.front() == '_') open.hasShadows = true;
    return true;
}

bool DocumentReader::isNewKey(Name name) {
    auto& open = m_open.back();
    constexpr std::size_t few = 24;
    if (open.keys.size() < few) {
        if (std::ranges::find(open.keys, name) != open.keys.end()) return false;
        open.keys.push_back(name);
        return true;
    }
    if (open.manyKeys.empty())
        for (auto const key : open.keys) open.manyKeys.insert(key.text().data());
    return open.manyKeys.insert(name.text().data()).second;
}

bool DocumentReader::primitive(Element::Kind kind, std::string text) {
    if (m_open.empty()) return refuse("a value where an object should be");
    auto* const element = add(kind);
    if (!element) return false;
    element->m_text = std::move(text);
    ++m_open.back().position;
    return true;
}

} // namespace kiosk::fhir
