#include "kiosk/core/media/Media.h"

#include "kiosk/core/media/Captions.h"
#include "kiosk/core/media/Film.h"
#include "kiosk/core/media/Picture.h"
#include "kiosk/core/media/Sound.h"

#include <algorithm>
#include <array>

namespace kiosk::media {

namespace {

struct Type {
    std::string_view ending;
    Kind kind;
};
constexpr std::array types{Type{".png", Kind::Picture}, Type{".jpg", Kind::Picture},  Type{".jpeg", Kind::Picture},
                           Type{".webm", Kind::Film},   Type{".vtt", Kind::Captions}, Type{".opus", Kind::Sound},
                           Type{".ogg", Kind::Sound}};
constexpr std::size_t longestStem = 60;

Result<void> asChecked(auto const& read) {
    if (!read) return fail(read.error());
    return {};
}

} // namespace

Kind kindOf(std::string_view name) {
    auto const dot = name.rfind('.');
    if (dot == 0 || dot == name.npos || dot > longestStem) return Kind::None;
    if (name.substr(0, dot).find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != name.npos) return Kind::None;
    auto const* type = std::ranges::find(types, name.substr(dot), &Type::ending);
    return type == types.end() ? Kind::None : type->kind;
}

std::size_t mostBytesOf(std::string_view name) {
    switch (kindOf(name)) {
    case Kind::Picture: return mostPictureBytes;
    case Kind::Film: return mostFilmBytes;
    case Kind::Captions: return mostCaptionBytes;
    case Kind::Sound: return mostSoundBytes;
    case Kind::None: break;
    }
    return 0;
}

Result<void> checkMedia(std::string_view name, ByteView content) {
    switch (kindOf(name)) {
    case Kind::Picture: return checkPicture(name.ends_with(".png") ? "image/png" : "image/jpeg", content);
    case Kind::Film: return asChecked(readFilm(content));
    case Kind::Captions: return asChecked(readCaptions(content));
    case Kind::Sound: return asChecked(readSound(content));
    case Kind::None: break;
    }
    return fail(ErrorKind::Invalid, "is not the name of a picture, film, recording or captions");
}

} // namespace kiosk::media
