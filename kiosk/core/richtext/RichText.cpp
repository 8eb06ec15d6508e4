#include "kiosk/core/richtext/RichText.h"

#include "kiosk/core/richtext/Builder.h"
#include "kiosk/core/richtext/HtmlReader.h"
#include "kiosk/core/richtext/Style.h"

namespace kiosk::richtext {

Blocks fromXhtml(std::string_view xhtml) {
    if (xhtml.size() > longestXhtml) return {};
    Builder builder;
    HtmlReader(builder).read(xhtml);
    return builder.finish();
}

Blocks fromPlain(std::string_view text, std::string_view css) {
    if (text.size() > longestXhtml) return {};
    auto const style = styled({}, css);
    if (style == Style{}) return {};
    Builder builder;
    builder.style = style;
    builder.addLines(text);
    return builder.finish();
}

std::string_view toString(Kind kind) {
    switch (kind) {
    case Kind::Paragraph: return "paragraph";
    case Kind::Heading: return "heading";
    case Kind::Item: return "item";
    case Kind::Quote: return "quote";
    case Kind::Rule: return "rule";
    }
    return {};
}

std::string plainText(Blocks const& blocks) {
    std::string result;
    for (auto const& block : blocks) {
        if (!result.empty()) result += '\n';
        if (!block.marker.empty()) result += block.marker + ' ';
        for (auto const& run : block.runs) result += run.text;
    }
    return result;
}

} // namespace kiosk::richtext
