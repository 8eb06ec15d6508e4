#pragma once

#include "kiosk/access/Piece.h"

namespace kiosk::access {

/// Where somebody halts who goes through a screen step by step: one piece, or a row of the on-screen keyboard, which is
/// entered before its keys are.
struct Stop {
    std::vector<Piece> pieces; ///< at least one

    [[nodiscard]] bool isRow() const { return pieces.size() > 1; }
    [[nodiscard]] Piece const& first() const { return pieces.front(); }
};

enum class Halts {
    AtControls,  ///< what can be worked now
    AtEverything ///< texts too: for those who only hear
};

/// While the keyboard is there, its rows only: to be anywhere else ends the writing.
[[nodiscard]] std::vector<Stop> stopsOf(std::vector<Piece> const& pieces, Halts halts);

/// The place of the stop that holds `item`; stops.size() if none does.
[[nodiscard]] std::size_t indexOf(std::vector<Stop> const& stops, QQuickItem const* item);

/// Where on the window it lies, in pixels.
[[nodiscard]] QRectF placeOf(Stop const& stop);

} // namespace kiosk::access
