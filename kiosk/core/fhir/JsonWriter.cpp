#include "kiosk/core/fhir/Element.h"

#include <cstdio>
#include <map>

namespace kiosk::fhir {

/// Members are runs of children of one name; a run of primitives may need a second member for what `_name` holds.
class JsonWriter {
public:
    std::string write(Element const& root) {
        value(root);
        return std::move(m_out);
    }

private:
    using Kind = Element::Kind;
    using Shadow = Element::Shadow;

    static bool isPrimitive(Element const& element) { return element.hasValue() || isValueless(element); }
    static bool isValueless(Element const& element) {
        return element.kind() == Kind::Null || element.kind() == Kind::None;
    }
    static bool hasShadow(Element const& element) {
        return isPrimitive(element) && (element.firstChild() || element.m_shadow != Shadow::Absent);
    }

    static Element const* endOfRun(Element const* first) {
        auto const* end = first->next();
        if (first->kind() == Kind::ShadowPlace) return end;
        while (end && end->kind() != Kind::ShadowPlace && end->member() == first->member()) end = end->next();
        return end;
    }

    void value(Element const& element) {
        switch (element.kind()) {
        case Kind::Object: object(element); break;
        case Kind::String: string(element.text()); break;
        case Kind::Number:
        case Kind::Boolean: m_out += element.text(); break;
        case Kind::EmptyList: m_out += "[]"; break;
        default: m_out += "null"; break;
        }
    }

    void object(Element const& element) {
        m_out += '{';
        bool isFirst = true;
        auto const places = placesOf(element);
        for (auto const* at = element.firstChild(); at; at = endOfRun(at)) {
            if (at->kind() != Kind::ShadowPlace)
                run(at, places, isFirst);
            else if (auto const* shadowed = places.at(at->member().text()))
                shadow(shadowed, isFirst);
        }
        m_out += '}';
    }

    /// Members whose `_name` is not written right behind them, with the first of the run.
    using Places = std::map<std::string_view, Element const*>;
    static Places placesOf(Element const& element) {
        Places places;
        for (auto const* at = element.firstChild(); at; at = at->next())
            if (at->kind() == Kind::ShadowPlace) places.emplace(at->member().text(), nullptr);
        if (places.empty()) return places;
        for (auto const* at = element.firstChild(); at; at = endOfRun(at)) {
            auto const place = places.find(at->member().text());
            if (at->kind() != Kind::ShadowPlace && place != places.end()) place->second = at;
        }
        return places;
    }

    void run(Element const* first, Places const& places, bool& isFirst) {
        auto const written = lastOf(first, [](Element const& each) { return each.kind() != Kind::None; });
        if (written > 0) {
            name(first->member().text(), "", isFirst);
            entries(first, written, [this](Element const& each) { value(each); });
        }
        if (!places.contains(first->member().text())) shadow(first, isFirst);
    }

    void shadow(Element const* first, bool& isFirst) {
        auto const count = lastOf(first, hasShadow);
        if (count == 0) return;
        name(first->member().text(), "_", isFirst);
        entries(first, count, [this](Element const& each) {
            if (each.firstChild() || each.m_shadow == Shadow::Object)
                object(each);
            else
                m_out += "null";
        });
    }

    /// How many of a run there are up to the last that fits.
    template <typename Fits>
    static std::size_t lastOf(Element const* first, Fits const& fits) {
        std::size_t last = 0, position = 0;
        for (auto const *at = first, *end = endOfRun(first); at != end; at = at->next()) {
            ++position;
            if (fits(*at)) last = position;
        }
        return last;
    }

    template <typename Entry>
    void entries(Element const* first, std::size_t count, Entry const& entry) {
        if (!first->isListed() || first->kind() == Kind::EmptyList) return entry(*first);
        m_out += '[';
        for (std::size_t i = 0; i < count; ++i, first = first->next()) {
            if (i > 0) m_out += ',';
            entry(*first);
        }
        m_out += ']';
    }

    void name(std::string_view text, std::string_view prefix, bool& isFirst) {
        if (!isFirst) m_out += ',';
        isFirst = false;
        m_prefixed.assign(prefix).append(text);
        string(m_prefixed);
        m_out += ':';
    }

    void string(std::string_view text) {
        m_out += '"';
        for (char const c : text) {
            switch (c) {
            case '"': m_out += "\\\""; break;
            case '\\': m_out += "\\\\"; break;
            case '\n': m_out += "\\n"; break;
            case '\r': m_out += "\\r"; break;
            case '\t': m_out += "\\t"; break;
            case '\b': m_out += "\\b"; break;
            case '\f': m_out += "\\f"; break;
            default: character(c);
            }
        }
        m_out += '"';
    }

    void character(char c) {
        if (static_cast<unsigned char>(c) >= 0x20) {
            m_out += c;
            return;
        }
        char escaped[8];
        std::snprintf(escaped, sizeof escaped, "\\u%04x", static_cast<unsigned>(c));
        m_out += escaped;
    }

    std::string m_out;
    std::string m_prefixed;
};

std::string toJson(Element const& element) {
    return JsonWriter().write(element);
}

} // namespace kiosk::fhir
