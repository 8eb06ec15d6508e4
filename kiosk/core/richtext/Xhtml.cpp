#include "kiosk/core/richtext/Entities.h"
#include "kiosk/core/richtext/Style.h"
#include "kiosk/core/richtext/Text.h"
#include "kiosk/core/richtext/Writer.h"

#include <algorithm>
#include <array>
#include <pugixml.hpp>

namespace kiosk::richtext {
namespace {

template <std::size_t count>
bool isOneOf(std::string_view name, std::array<std::string_view, count> const& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Nothing inside is meant to be read as words.
constexpr std::array<std::string_view, 13> dropped{"script", "style", "head",  "iframe", "object", "embed",   "svg",
                                                   "math",   "video", "audio", "canvas", "select", "template"};
constexpr std::array<std::string_view, 17> standsAlone{"p",     "div",   "section", "article", "header", "footer",
                                                       "dl",    "dt",    "dd",      "table",   "tr",     "thead",
                                                       "tbody", "tfoot", "pre",     "address", "caption"};

struct Context {
    Run dress;
    Writer::Spaces spaces = Writer::Spaces::Collapse;
    int depth = 0;
};

/// Without a prefix, in lower case.
std::string nameOf(pugi::xml_node element) {
    std::string_view const name = element.name();
    auto const colon = name.find(':');
    return lowered(colon == std::string_view::npos ? name : name.substr(colon + 1));
}

int headingLevel(std::string_view name) {
    bool const heading = name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
    return heading ? name[1] - '0' : 0;
}

Run dressOf(std::string_view name, pugi::xml_node element, Run dress) {
    if (name == "b" || name == "strong" || name == "th" || name == "dt")
        dress.bold = true;
    else if (name == "i" || name == "em" || name == "cite" || name == "dfn")
        dress.italic = true;
    else if (name == "u" || name == "ins")
        dress.underline = true;
    else if (name == "s" || name == "del" || name == "strike")
        dress.strike = true;
    auto const colour = name == "font" ? parseColour(element.attribute("color").value()) : std::nullopt;
    if (colour && isLegible(*colour)) dress.colour = colour;
    return styled(std::move(dress), withoutEntities(element.attribute("style").value()));
}

class Reader {
public:
    /// False: nested too deep.
    bool children(pugi::xml_node parent, Context const& context);
    [[nodiscard]] Blocks take() { return m_writer.take(); }

private:
    bool element(pugi::xml_node node, Context const& outer);
    bool inside(std::string_view name, pugi::xml_node node, Context const& context);
    bool item(pugi::xml_node node, Context const& context);

    std::string marker();
    bool list(pugi::xml_node node, unsigned first, Context const& context);

    Writer m_writer;
    std::vector<unsigned> m_lists; ///< the number of the next item; 0: bullets
};

/// "3." in a numbered list, by its place.
std::string Reader::marker() {
    if (m_lists.empty() || m_lists.back() == 0) return "•";
    return std::to_string(m_lists.back()++) + ".";
}

bool Reader::item(pugi::xml_node node, Context const& context) {
    m_writer.enterItem(marker());
    bool const done = children(node, context);
    m_writer.leave();
    return done;
}

bool Reader::list(pugi::xml_node node, unsigned first, Context const& context) {
    m_writer.endBlock();
    m_lists.push_back(first);
    bool const done = children(node, context);
    m_lists.pop_back();
    m_writer.endBlock();
    return done;
}

bool Reader::inside(std::string_view name, pugi::xml_node node, Context const& context) {
    if (name == "li") return item(node, context);
    if (name == "ul") return list(node, 0, context);
    if (name == "ol") return list(node, std::clamp(node.attribute("start").as_uint(1), 1U, 100'000U), context);
    if (name == "blockquote") {
        m_writer.enterQuote();
        bool const done = children(node, context);
        m_writer.leave();
        return done;
    }
    if (int const level = headingLevel(name); level > 0) {
        m_writer.beginHeading(level);
        bool const done = children(node, context);
        m_writer.endHeading();
        return done;
    }
    bool const alone = isOneOf(name, standsAlone);
    if (alone) m_writer.endBlock();
    if (name == "td" || name == "th") m_writer.separate(context.dress);
    bool const done = children(node, context);
    if (alone) m_writer.endBlock();
    return done;
}

bool Reader::element(pugi::xml_node node, Context const& outer) {
    auto const name = nameOf(node);
    if (isOneOf(name, dropped)) return true;
    Context context{dressOf(name, node, outer.dress), outer.spaces, outer.depth + 1};
    if (context.depth > deepestElement) return false;
    if (name == "br")
        m_writer.newLine(outer.dress);
    else if (name == "hr")
        m_writer.rule();
    else if (name == "img")
        m_writer.write(withoutEntities(node.attribute("alt").value()), outer.dress);
    if (name == "pre") context.spaces = Writer::Spaces::Keep;
    return inside(name, node, context);
}

bool Reader::children(pugi::xml_node parent, Context const& context) {
    for (auto const child : parent.children()) {
        if (child.type() == pugi::node_element) {
            if (!element(child, context)) return false;
        } else if (child.type() == pugi::node_cdata) {
            m_writer.write(child.value(), context.dress, context.spaces);
        } else if (child.type() == pugi::node_pcdata) {
            m_writer.write(withoutEntities(child.value()), context.dress, context.spaces);
        }
    }
    return true;
}

} // namespace

Blocks fromXhtml(std::string_view xhtml) {
    if (xhtml.size() > largestText) return {};
    pugi::xml_document document;
    // References are resolved by us: XML knows five names, XHTML many.
    constexpr unsigned options = pugi::parse_fragment | pugi::parse_ws_pcdata | pugi::parse_cdata | pugi::parse_eol;
    if (!document.load_buffer(xhtml.data(), xhtml.size(), options, pugi::encoding_utf8)) return {};
    Reader reader;
    if (!reader.children(document, {})) return {};
    return reader.take();
}

} // namespace kiosk::richtext
