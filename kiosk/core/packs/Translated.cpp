#include "kiosk/core/packs/Translated.h"

#include "kiosk/core/packs/Members.h"

namespace kiosk::packs {

namespace {

constexpr std::size_t longestTranslation = 2000;

} // namespace

Result<Translated> readTranslated(Json const& json, std::string const& name,
                                  std::vector<std::string> const& languages) {
    if (!json.contains(name) || !json[name].is_object())
        return fail(ErrorKind::Invalid, name + ": texts by language are missing here");
    Translated texts;
    for (auto const& language : languages) {
        auto const text = base::textMember(json[name], language);
        if (!text) return fail(text.error().in(name));
        TRY(checkText(*text, name + ": " + language, longestTranslation));
        texts[language] = *text;
    }
    for (auto const& [language, text] : json[name].items())
        if (!texts.contains(language))
            return fail(ErrorKind::Invalid, name + ": " + language + ": is not among the languages");
    return texts;
}

} // namespace kiosk::packs
