#include "kiosk/core/richtext/Style.h"
#include "kiosk/core/richtext/Writer.h"

namespace kiosk::richtext {

Blocks fromPlain(std::string_view text, std::string_view cssStyle) {
    if (text.size() > largestText || cssStyle.size() > largestText) return {};
    Writer writer;
    writer.write(text, styled({}, cssStyle), Writer::Spaces::Keep);
    return writer.take();
}

} // namespace kiosk::richtext
