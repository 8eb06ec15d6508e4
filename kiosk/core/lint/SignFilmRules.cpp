#include "kiosk/core/lint/FormTexts.h"
#include "kiosk/core/lint/Rules.h"

namespace kiosk::lint {

/// Who follows a film in a sign language may read its words beside it, in the language of the screen.
void checkSignFilms(Subject const& subject, Remarks& remarks) {
    auto const& languages = subject.options.languages.empty() ? subject.form->languages() : subject.options.languages;
    for (auto const* item : subject.form->allItems())
        for (auto const& sign : item->look.signFilms)
            for (auto const& language : languages)
                if (!sign.captions.contains(language) && !sign.captions.contains(std::string(primaryTag(language))))
                    remarks.push_back({Severity::Error, pathOf(*item),
                                       "the film " + sign.film + " has no captions in " + language,
                                       "sign-language-film"});
}

} // namespace kiosk::lint
