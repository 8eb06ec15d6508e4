#include "kiosk/core/richtext/Entities.h"
#include "kiosk/core/richtext/Text.h"
#include "kiosk/core/richtext/Writer.h"

#include <algorithm>
#include <md4c.h>

namespace kiosk::richtext {
namespace {

/// What md4c calls while it reads. Lists nest, and so does dress.
class Reader {
public:
    void enter(MD_BLOCKTYPE type, void const* detail);
    void leave(MD_BLOCKTYPE type);
    void enter(MD_SPANTYPE type);
    /// md4c can leave a span that it never entered: emphasis that begins in the address of a link and ends behind it.
    void leave() {
        if (m_dress.size() > 1) m_dress.pop_back();
    }
    void text(MD_TEXTTYPE type, std::string_view words);
    [[nodiscard]] Blocks take() { return m_writer.take(); }

private:
    void tag(std::string_view html);
    std::string marker();

    Writer m_writer;
    std::vector<Run> m_dress{Run{}};
    std::vector<unsigned> m_lists; ///< the number of the next item; 0: bullets
    bool m_code = false;
};

std::string Reader::marker() {
    auto& number = m_lists.back();
    return number == 0 ? "•" : std::to_string(number++) + ".";
}

void Reader::enter(MD_BLOCKTYPE type, void const* detail) {
    switch (type) {
    case MD_BLOCK_QUOTE: return m_writer.enterQuote();
    case MD_BLOCK_UL: return m_lists.push_back(0);
    case MD_BLOCK_OL: return m_lists.push_back(std::max(1U, static_cast<MD_BLOCK_OL_DETAIL const*>(detail)->start));
    case MD_BLOCK_LI: return m_writer.enterItem(marker());
    case MD_BLOCK_HR: return m_writer.rule();
    case MD_BLOCK_H:
        return m_writer.beginHeading(static_cast<int>(static_cast<MD_BLOCK_H_DETAIL const*>(detail)->level));
    case MD_BLOCK_CODE: m_code = true; break;
    default: break;
    }
    m_dress.resize(1); // nor does it always leave what it entered
    m_writer.endBlock();
}

void Reader::leave(MD_BLOCKTYPE type) {
    switch (type) {
    case MD_BLOCK_QUOTE:
    case MD_BLOCK_LI: return m_writer.leave();
    case MD_BLOCK_UL:
    case MD_BLOCK_OL: return m_lists.pop_back();
    case MD_BLOCK_H: return m_writer.endHeading();
    case MD_BLOCK_CODE: m_code = false; break;
    default: break;
    }
    m_writer.endBlock();
}

void Reader::enter(MD_SPANTYPE type) {
    auto dress = m_dress.back();
    if (type == MD_SPAN_STRONG)
        dress.bold = true;
    else if (type == MD_SPAN_EM)
        dress.italic = true;
    else if (type == MD_SPAN_DEL)
        dress.strike = true;
    m_dress.push_back(dress);
}

/// Of raw HTML only a line break counts; the words between tags come as text.
void Reader::tag(std::string_view html) {
    auto const name = lowered(html);
    if (name == "<br>" || name == "<br/>" || name == "<br />") m_writer.newLine(m_dress.back());
}

void Reader::text(MD_TEXTTYPE type, std::string_view words) {
    auto const& dress = m_dress.back();
    switch (type) {
    case MD_TEXT_NULLCHAR: return m_writer.write("\uFFFD", dress);
    case MD_TEXT_BR: return m_writer.newLine(dress);
    case MD_TEXT_SOFTBR: return m_writer.write(" ", dress);
    case MD_TEXT_ENTITY: return m_writer.write(withoutEntities(words), dress);
    case MD_TEXT_HTML: return tag(words);
    default: return m_writer.write(words, dress, m_code ? Writer::Spaces::Keep : Writer::Spaces::Collapse);
    }
}

Reader& reader(void* self) {
    return *static_cast<Reader*>(self);
}

int enterBlock(MD_BLOCKTYPE type, void* detail, void* self) {
    reader(self).enter(type, detail);
    return 0;
}

int leaveBlock(MD_BLOCKTYPE type, void*, void* self) {
    reader(self).leave(type);
    return 0;
}

int enterSpan(MD_SPANTYPE type, void*, void* self) {
    reader(self).enter(type);
    return 0;
}

int leaveSpan(MD_SPANTYPE, void*, void* self) {
    reader(self).leave();
    return 0;
}

int takeText(MD_TEXTTYPE type, MD_CHAR const* words, MD_SIZE size, void* self) {
    reader(self).text(type, {words, size});
    return 0;
}

} // namespace

Blocks fromMarkdown(std::string_view markdown) {
    if (markdown.size() > largestText) return {};
    MD_PARSER parser{};
    parser.flags = MD_FLAG_STRIKETHROUGH | MD_FLAG_NOHTMLBLOCKS | MD_FLAG_NOINDENTEDCODEBLOCKS;
    parser.enter_block = enterBlock;
    parser.leave_block = leaveBlock;
    parser.enter_span = enterSpan;
    parser.leave_span = leaveSpan;
    parser.text = takeText;
    Reader target;
    if (md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, &target) != 0) return {};
    return target.take();
}

} // namespace kiosk::richtext
