#include "kiosk/core/richtext/HtmlReader.h"

#include "kiosk/core/richtext/Entities.h"
#include "kiosk/core/richtext/Style.h"

#include <algorithm>
#include <array>

namespace kiosk::richtext {

namespace {

constexpr std::string_view blanks = " \t\r\n\f";
using Names = std::string_view; // words apart by spaces, one before and behind each

constexpr Names wordless = " script style head title iframe object svg math template textarea select noscript ";
constexpr Names blockNames = " p div section article header footer address pre table tr dl dt dd ul ol li blockquote "
                             "h1 h2 h3 h4 h5 h6 body html caption figure figcaption ";
constexpr Names emptyNames = " br hr img input meta link col area base wbr ";

bool isOneOf(std::string_view name, Names names) {
    return !name.empty() && names.find(' ' + std::string(name) + ' ') != names.npos;
}

/// The value of an attribute, without entities taken out; empty: it is not there.
std::string_view attribute(std::string_view tag, std::string_view wanted) {
    while (true) {
        tag.remove_prefix(std::min(tag.find_first_not_of(" \t\r\n\f/"), tag.size()));
        if (tag.empty()) return {};
        auto const name = tag.substr(0, tag.find_first_of("= \t\r\n\f/", 1));
        tag.remove_prefix(name.size());
        tag.remove_prefix(std::min(tag.find_first_not_of(blanks), tag.size()));
        if (!tag.starts_with('=')) continue;
        tag.remove_prefix(1);
        tag.remove_prefix(std::min(tag.find_first_not_of(blanks), tag.size()));
        bool const quoted = tag.starts_with('"') || tag.starts_with('\'');
        auto const end = quoted ? tag.find(tag.front(), 1) : tag.find_first_of(blanks);
        auto const value = quoted ? tag.substr(1, end == tag.npos ? end : end - 1) : tag.substr(0, end);
        if (lowered(name) == wanted) return value;
        tag.remove_prefix(std::min(tag.size(), end == tag.npos ? end : end + 1));
    }
}

/// Where a tag that begins at 0 ends (behind its '>'), quotes heeded; npos: it does not.
std::size_t endOfTag(std::string_view html) {
    char quote = 0;
    for (std::size_t at = 1; at < html.size(); ++at) {
        char const letter = html[at];
        if (quote != 0) {
            if (letter == quote) quote = 0;
        } else if (letter == '"' || letter == '\'') {
            quote = letter;
        } else if (letter == '>') {
            return at + 1;
        }
    }
    return html.npos;
}

/// Whether what begins with '<' is a tag, a comment or the like, and not a sign of its own ("a < b").
bool beginsTag(std::string_view html) {
    if (html.size() < 2 || html[0] != '<') return false;
    char const next = html[1];
    return (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || next == '/' || next == '!' || next == '?';
}

std::size_t skipComment(std::string_view html) {
    auto const close = html.starts_with("<!--") ? std::string_view("-->") : std::string_view(">");
    auto const end = html.find(close, 2);
    return end == html.npos ? html.size() : end + close.size();
}

/// Past the element's own end tag.
std::size_t skipElement(std::string_view html, std::string_view name) {
    for (auto at = html.find("</"); at != html.npos; at = html.find("</", at + 2)) {
        if (lowered(html.substr(at + 2, name.size())) != name) continue;
        auto const end = html.find('>', at);
        return end == html.npos ? html.size() : end + 1;
    }
    return html.size();
}

std::string nameOf(std::string_view tag) {
    return lowered(tag.substr(0, tag.find_first_of(" \t\r\n\f/>")));
}

void applyTag(Style& style, std::string_view name) {
    if (isOneOf(name, " b strong th dt ")) style.bold = true;
    if (isOneOf(name, " i em cite dfn var ")) style.italic = true;
    if (isOneOf(name, " u ins ")) style.underline = true;
    if (isOneOf(name, " s strike del ")) style.strike = true;
}

std::string decoded(std::string_view text) {
    std::string result;
    for (auto at = text.find('&'); at != text.npos; at = text.find('&')) {
        result += text.substr(0, at);
        text.remove_prefix(at);
        auto const end = text.substr(0, 12).find(';');
        auto const meant = end == text.npos ? std::string() : entity(text.substr(0, end + 1));
        result += meant.empty() ? "&" : meant;
        text.remove_prefix(meant.empty() ? 1 : end + 1);
    }
    return result += text;
}

} // namespace

void HtmlReader::read(std::string_view html) {
    while (!html.empty()) {
        if (!beginsTag(html)) {
            auto const text = html.substr(0, html.find('<', 1));
            readText(text);
            html.remove_prefix(text.size());
            continue;
        }
        if (html[1] == '!' || html[1] == '?') {
            html.remove_prefix(skipComment(html));
            continue;
        }
        auto const end = endOfTag(html);
        if (end == html.npos) return; // cut in the middle of a tag
        auto const tag = html.substr(1, end - 2);
        auto const name = nameOf(tag);
        html.remove_prefix(end);
        if (isOneOf(name, wordless) && !tag.ends_with('/'))
            html.remove_prefix(skipElement(html, name));
        else
            readTag(tag);
    }
}

void HtmlReader::readText(std::string_view text) {
    auto const plain = decoded(text);
    bool const keepsLines =
        std::any_of(m_open.begin(), m_open.end(), [](auto const& one) { return one.name == "pre"; });
    if (keepsLines)
        m_builder.addLines(plain);
    else
        m_builder.add(plain);
}

void HtmlReader::readTag(std::string_view tag) {
    if (tag.starts_with('/')) return close(nameOf(tag.substr(1)));
    auto name = nameOf(tag);
    auto const attributes = tag.substr(name.size());
    if (name == "br") return m_builder.breakLine();
    if (name == "hr") return m_builder.addRule();
    if (name == "img") return m_builder.add(decoded(attribute(attributes, "alt")));
    if (isOneOf(name, emptyNames)) return;
    if (tag.ends_with('/')) {
        if (isOneOf(name, blockNames)) m_builder.endBlock();
        return;
    }
    open(std::move(name), attributes);
}

void HtmlReader::open(std::string name, std::string_view attributes) {
    if (m_open.size() == deepest) return;
    if (isOneOf(name, blockNames)) m_builder.endBlock();
    if (isOneOf(name, " td th ")) m_builder.add(" "); // cells of a row stay apart
    m_open.push_back({name, m_builder.style, m_builder.kind, m_builder.level, name == "ol" ? 0 : -1});
    applyTag(m_builder.style, name);
    if (name == "font") colour(m_builder.style, lowered(attribute(attributes, "color")));
    m_builder.style = styled(m_builder.style, decoded(attribute(attributes, "style")));
    openBlock(name);
}

void HtmlReader::openBlock(std::string_view name) {
    if (name == "li") {
        openItem();
    } else if (name == "blockquote") {
        m_builder.level = m_builder.kind == Kind::Quote ? m_builder.level + 1 : 1;
        m_builder.kind = Kind::Quote;
    } else if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') {
        m_builder.kind = Kind::Heading;
        m_builder.level = name[1] - '0';
    }
}

void HtmlReader::openItem() {
    auto const list = std::find_if(m_open.rbegin(), m_open.rend(),
                                   [](auto const& one) { return one.name == "ul" || one.name == "ol"; });
    bool const isNumbered = list != m_open.rend() && list->number >= 0;
    m_builder.kind = Kind::Item;
    m_builder.level = std::max(1, listDepth());
    m_builder.mark(isNumbered ? std::to_string(++list->number) + "." : "•");
}

void HtmlReader::close(std::string_view name) {
    auto const found = std::find_if(m_open.rbegin(), m_open.rend(), [&](auto const& one) { return one.name == name; });
    if (found == m_open.rend()) return;
    if (isOneOf(name, blockNames)) m_builder.endBlock();
    if (name == "li") m_builder.mark({});
    m_builder.style = found->style;
    m_builder.kind = found->kind;
    m_builder.level = found->level;
    m_open.erase(found.base() - 1, m_open.end());
}

int HtmlReader::listDepth() const {
    return static_cast<int>(std::count_if(m_open.begin(), m_open.end(),
                                          [](auto const& one) { return one.name == "ul" || one.name == "ol"; }));
}

} // namespace kiosk::richtext
