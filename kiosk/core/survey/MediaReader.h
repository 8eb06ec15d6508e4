#pragma once

#include "kiosk/core/survey/Item.h"
#include "kiosk/core/survey/Reading.h"

namespace kiosk::survey {

/// Of an Attachment in a form; empty if null. An error: it cannot be shown, so that the form would not be asked as it
/// is meant. A warning: it has no title.
[[nodiscard]] std::optional<Picture> readPicture(Element const* attachment, std::string const& what,
                                                 Notes const& notes);

/// The sign-language-film extensions of an item. An error: one that is not whole, or names what cannot be a film or
/// captions; it is left out then.
[[nodiscard]] std::vector<SignFilm> readSignFilms(Element const& source, Notes const& notes);

} // namespace kiosk::survey
