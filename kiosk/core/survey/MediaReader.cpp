#include "kiosk/core/survey/MediaReader.h"

#include "kiosk/core/base/Encoding.h"
#include "kiosk/core/media/Media.h"
#include "kiosk/core/media/Picture.h"
#include "kiosk/core/survey/Names.h"

#include <algorithm>

namespace kiosk::survey {

namespace {

Result<void> checkAttachment(Element const& attachment) {
    if (attachment.textOf("data").empty() && !attachment.textOf("url").empty())
        return fail(ErrorKind::Invalid, "is at a url, and a kiosk fetches nothing: put it into Attachment.data");
    auto const bytes = base::fromBase64(attachment.textOf("data"));
    if (!bytes) return fail(ErrorKind::Invalid, "its data is not base64");
    return media::checkPicture(attachment.textOf("contentType"), *bytes);
}

/// Three small letters.
bool isSignLanguage(std::string_view code) {
    return code.size() == 3 && std::ranges::all_of(code, [](char letter) { return letter >= 'a' && letter <= 'z'; });
}

Result<SignFilm> readSignFilm(Element const& source) {
    SignFilm sign{textExtension(source, "language"), textExtension(source, "film"), {}};
    if (!isSignLanguage(sign.language)) return fail(ErrorKind::Invalid, "needs a language of ISO 639-3, as ase");
    if (media::kindOf(sign.film) != media::Kind::Film)
        return fail(ErrorKind::Invalid, "film: '" + sign.film + "' is not the name of a .webm file");
    for (auto const* each : extensions(source, "captions")) {
        auto const language = textExtension(*each, "language"), file = textExtension(*each, "file");
        if (language.empty() || media::kindOf(file) != media::Kind::Captions)
            return fail(ErrorKind::Invalid,
                        "captions: '" + file + "' is not the name of a .vtt file with its language");
        if (!sign.captions.emplace(language, file).second)
            return fail(ErrorKind::Invalid, "captions: two in " + language);
    }
    if (sign.captions.empty()) return fail(ErrorKind::Invalid, "has no captions");
    return sign;
}

} // namespace

std::vector<SignFilm> readSignFilms(Element const& source, Notes const& notes) {
    std::vector<SignFilm> films;
    for (auto const* each : extensions(source, names::signLanguageFilm)) {
        auto film = readSignFilm(*each);
        bool const isNew = film && std::ranges::find(films, film->language, &SignFilm::language) == films.end();
        if (isNew)
            films.push_back(std::move(*film));
        else
            notes.error("sign-language-film: " + (film ? "two in " + film->language : film.error().text));
    }
    return films;
}

std::optional<Picture> readPicture(Element const* attachment, std::string const& what, Notes const& notes) {
    if (!attachment) return std::nullopt;
    if (auto const checked = checkAttachment(*attachment); !checked) {
        notes.error(what + ": " + checked.error().text);
        return std::nullopt;
    }
    Picture picture{std::string(attachment->textOf("contentType")), std::string(attachment->textOf("data")),
                    readText(attachment->child("title"), notes)};
    if (picture.title.empty()) notes.warning(what + ": has no title: who does not see it is not told what it shows");
    return picture;
}

} // namespace kiosk::survey
