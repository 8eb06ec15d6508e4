#include "kiosk/core/survey/Text.h"

#include <algorithm>
#include <re2/re2.h>

namespace kiosk::survey {

bool isLanguageTag(std::string_view tag) {
    static re2::RE2 const pattern("[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?");
    return re2::RE2::FullMatch(tag, pattern);
}

void Text::addTranslation(std::string language, std::string content) {
    m_translations.emplace_back(std::move(language), std::move(content));
}

std::string const& Text::in(std::string_view language) const {
    if (auto const* exact = find(language)) return *exact;
    auto const* primary = find(language.substr(0, language.find('-')));
    return primary ? *primary : m_own;
}

std::string const* Text::find(std::string_view language) const {
    auto const found =
        std::ranges::find(m_translations, language, [](auto const& entry) { return std::string_view(entry.first); });
    return found == m_translations.end() ? nullptr : &found->second;
}

} // namespace kiosk::survey
