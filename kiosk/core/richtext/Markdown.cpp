#include "kiosk/core/richtext/Builder.h"
#include "kiosk/core/richtext/Entities.h"
#include "kiosk/core/richtext/HtmlReader.h"

#include <md4c.h>

namespace kiosk::richtext {

namespace {

struct List {
    bool isNumbered;
    unsigned next;
};

/// Hears what md4c finds. Its callbacks return 0 to go on.
class Listener {
public:
    Builder builder;

    void enter(MD_BLOCKTYPE type, void* detail) {
        if (type != MD_BLOCK_HTML && type != MD_BLOCK_TH && type != MD_BLOCK_TD) builder.endBlock();
        switch (type) {
        case MD_BLOCK_H:
            builder.kind = Kind::Heading;
            builder.level = static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
            break;
        case MD_BLOCK_QUOTE: ++m_quotes; break;
        case MD_BLOCK_UL: m_lists.push_back({false, 0}); break;
        case MD_BLOCK_OL: m_lists.push_back({true, static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start}); break;
        case MD_BLOCK_LI: enterItem(); break;
        case MD_BLOCK_HR: builder.addRule(); break;
        case MD_BLOCK_HTML: m_inHtml = true; break;
        case MD_BLOCK_TH: builder.style.bold = true; [[fallthrough]];
        case MD_BLOCK_TD: builder.add(" "); break; // cells of a row stay apart
        default: break;
        }
        if (type != MD_BLOCK_H) choosePlace();
    }

    void leave(MD_BLOCKTYPE type) {
        if (type == MD_BLOCK_HTML) leaveHtml();
        if (type != MD_BLOCK_TH && type != MD_BLOCK_TD) builder.endBlock();
        if (type == MD_BLOCK_TH) builder.style.bold = false;
        if (type == MD_BLOCK_QUOTE) --m_quotes;
        if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) m_lists.pop_back();
        if (type == MD_BLOCK_LI) builder.mark({});
        choosePlace();
    }

    void span(MD_SPANTYPE type, bool begins) {
        if (type != MD_SPAN_STRONG && type != MD_SPAN_EM && type != MD_SPAN_DEL) return;
        auto& count = type == MD_SPAN_STRONG ? m_bold : type == MD_SPAN_EM ? m_italic : m_strike;
        count += begins ? 1 : -1;
        builder.style.bold = m_bold > 0;
        builder.style.italic = m_italic > 0;
        builder.style.strike = m_strike > 0;
    }

    void text(MD_TEXTTYPE type, std::string_view words) {
        switch (type) {
        case MD_TEXT_NULLCHAR: break;
        case MD_TEXT_BR: builder.breakLine(); break;
        case MD_TEXT_SOFTBR: builder.add(" "); break;
        case MD_TEXT_ENTITY: builder.add(entity(words).empty() ? std::string(words) : entity(words)); break;
        case MD_TEXT_CODE: builder.addLines(words); break;
        case MD_TEXT_HTML: html(words); break;
        default: builder.add(words); break;
        }
    }

private:
    void enterItem() {
        auto& list = m_lists.back();
        builder.mark(list.isNumbered ? std::to_string(list.next++) + "." : "•");
    }

    /// Tags that stay open there do not count beyond it.
    void leaveHtml() {
        auto const style = builder.style;
        HtmlReader(builder).read(m_html);
        builder.endBlock();
        builder.style = style;
        m_html.clear();
        m_inHtml = false;
    }

    void choosePlace() {
        builder.kind = !m_lists.empty() ? Kind::Item : m_quotes > 0 ? Kind::Quote : Kind::Paragraph;
        builder.level = !m_lists.empty() ? static_cast<int>(m_lists.size()) : m_quotes;
    }

    /// A whole block is read at its end; of tags between words only a line break counts.
    void html(std::string_view words) {
        if (m_inHtml)
            m_html += words;
        else if (words.starts_with("<br") || words.starts_with("<BR"))
            builder.breakLine();
    }

    std::vector<List> m_lists;
    std::string m_html;
    int m_quotes = 0;
    int m_bold = 0;
    int m_italic = 0;
    int m_strike = 0;
    bool m_inHtml = false;
};

Listener& listener(void* data) {
    return *static_cast<Listener*>(data);
}

int enterBlock(MD_BLOCKTYPE type, void* detail, void* data) {
    listener(data).enter(type, detail);
    return 0;
}

int leaveBlock(MD_BLOCKTYPE type, void* /*detail*/, void* data) {
    listener(data).leave(type);
    return 0;
}

int enterSpan(MD_SPANTYPE type, void* /*detail*/, void* data) {
    listener(data).span(type, true);
    return 0;
}

int leaveSpan(MD_SPANTYPE type, void* /*detail*/, void* data) {
    listener(data).span(type, false);
    return 0;
}

int readText(MD_TEXTTYPE type, MD_CHAR const* text, MD_SIZE size, void* data) {
    listener(data).text(type, {text, size});
    return 0;
}

} // namespace

Blocks fromMarkdown(std::string_view markdown) {
    if (markdown.size() > longestMarkdown) return {};
    Listener found;
    const MD_PARSER parser{
        0,      MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH, enterBlock, leaveBlock, enterSpan, leaveSpan, readText, nullptr,
        nullptr};
    if (md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, &found) != 0) return {};
    return found.builder.finish();
}

} // namespace kiosk::richtext
