#include "kiosk/core/survey/Text.h"

#include <algorithm>

namespace kiosk::survey {

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
