#pragma once

#include "kiosk/access/Stops.h"

namespace kiosk::access {

/// What a voice says of a piece, in the language of the screens: its name, what it is, how it stands.
[[nodiscard]] QString spoken(Piece const& piece);

/// Only what may change while it is worked: chosen or not, the value.
[[nodiscard]] QString spokenState(Piece const& piece);

/// A row of the keyboard: its keys, one after the other.
[[nodiscard]] QString rowWords(Stop const& row);

/// Said where there is nothing more to go on to.
[[nodiscard]] QString endWords();

} // namespace kiosk::access
