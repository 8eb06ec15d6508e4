#include "kiosk/film/Clip.h"

#include <algorithm>

namespace kiosk::film {

QString Clip::longestCaption() const {
    auto const sizeOf = [](media::Caption const& caption) { return caption.text.size(); };
    auto const longest = std::ranges::max_element(captions, {}, sizeOf);
    return longest == captions.end() ? QString() : QString::fromStdString(longest->text);
}

} // namespace kiosk::film
