#include "kiosk/core/fhirpath/Html.h"

#include <algorithm>
#include <string>
#include <vector>

namespace kiosk::fhirpath {

namespace {

constexpr std::string_view elements[] = {
    "p",       "br",       "div",        "h1",     "h2",    "h3",  "h4",      "h5",    "h6",    "a",   "span",
    "b",       "em",       "i",          "strong", "small", "big", "tt",      "dfn",   "q",     "var", "abbr",
    "acronym", "cite",     "blockquote", "hr",     "ul",    "ol",  "li",      "dl",    "dt",    "dd",  "table",
    "caption", "colgroup", "col",        "tr",     "td",    "th",  "thead",   "tbody", "tfoot", "pre", "img",
    "map",     "area",     "code",       "samp",   "sub",   "sup", "address", "bdo",   "del",   "ins", "kbd"};
constexpr std::string_view attributes[] = {
    "title",    "style",    "class",  "id",          "lang",        "xml:lang", "dir",     "accesskey",
    "tabindex", "span",     "width",  "align",       "valign",      "char",     "charoff", "abbr",
    "axis",     "headers",  "scope",  "rowspan",     "colspan",     "href",     "name",    "src",
    "alt",      "longdesc", "height", "usemap",      "ismap",       "shape",    "coords",  "nohref",
    "border",   "frame",    "rules",  "cellspacing", "cellpadding", "summary",  "xmlns",   "type",
    "value",    "start",    "rel",    "target",      "cite",        "datetime"};

bool isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}
bool isNameCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ':' || c == '-' ||
           c == '_';
}

class Checker {
public:
    explicit Checker(std::string_view text) : m_text(text) {}

    bool run() {
        skipSpace();
        if (!m_text.starts_with("<div")) return false;
        do {
            if (!(m_text.front() == '<' ? markup() : words())) return false;
        } while (!m_text.empty() && !m_open.empty());
        skipSpace();
        return m_open.empty() && m_text.empty() && m_hasContent;
    }

private:
    void skipSpace() {
        while (!m_text.empty() && isSpace(m_text.front())) m_text.remove_prefix(1);
    }
    bool take(std::string_view what) {
        if (!m_text.starts_with(what)) return false;
        m_text.remove_prefix(what.size());
        return true;
    }
    std::string_view name() {
        auto const end = std::ranges::find_if_not(m_text, isNameCharacter) - m_text.begin();
        auto const word = m_text.substr(0, static_cast<std::size_t>(end));
        m_text.remove_prefix(word.size());
        return word;
    }

    bool words() {
        auto const text = m_text.substr(0, m_text.find('<'));
        m_hasContent = m_hasContent || !std::ranges::all_of(text, isSpace);
        m_text.remove_prefix(text.size());
        return true;
    }

    bool markup() {
        if (take("<!--")) {
            auto const end = m_text.find("-->");
            if (end == std::string_view::npos) return false;
            m_text.remove_prefix(end + 3);
            return true;
        }
        if (take("</")) return close();
        take("<");
        return open();
    }

    bool close() {
        auto const element = name();
        skipSpace();
        if (m_open.empty() || m_open.back() != element || !take(">")) return false;
        m_open.pop_back();
        return true;
    }

    bool open() {
        auto const element = name();
        if (std::ranges::find(elements, element) == std::end(elements)) return false;
        if (element == "img") m_hasContent = true;
        for (;;) {
            bool const hadSpace = !m_text.empty() && isSpace(m_text.front());
            skipSpace();
            if (take("/>")) return true;
            if (take(">")) {
                m_open.push_back(element);
                return true;
            }
            if (!hadSpace || !attribute()) return false;
        }
    }

    bool attribute() {
        auto const attribute = name();
        if (std::ranges::find(attributes, attribute) == std::end(attributes)) return false;
        skipSpace();
        if (!take("=")) return false;
        skipSpace();
        if (m_text.empty() || (m_text.front() != '"' && m_text.front() != '\'')) return false;
        auto const end = m_text.find(m_text.front(), 1);
        if (end == std::string_view::npos) return false;
        auto value = m_text.substr(1, end - 1);
        m_text.remove_prefix(end + 1);
        while (!value.empty() && isSpace(value.front())) value.remove_prefix(1);
        return value.find('<') == std::string_view::npos && !isScript(value);
    }

    static bool isScript(std::string_view value) {
        std::string scheme(value.substr(0, value.find(':')));
        std::ranges::transform(scheme, scheme.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
        return scheme.size() < value.size() && (scheme == "javascript" || scheme == "vbscript");
    }

    std::string_view m_text;
    std::vector<std::string_view> m_open;
    bool m_hasContent = false;
};

} // namespace

bool isSafeXhtml(std::string_view text) {
    return Checker(text).run();
}

} // namespace kiosk::fhirpath
