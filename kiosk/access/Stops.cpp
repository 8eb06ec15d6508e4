#include "kiosk/access/Stops.h"

#include <algorithm>
#include <functional>

namespace kiosk::access {

namespace {

/// A group whose controls are gone through row by row says so: the on-screen keyboard.
bool isInRows(Piece const& piece) {
    for (auto* up = piece.item.data(); up; up = up->parentItem())
        if (up->property("scannedInRows").toBool()) return true;
    return false;
}

bool isSameRow(Piece const& one, Piece const& other) {
    return std::abs(placeOf(one).top() - placeOf(other).top()) < 1;
}

} // namespace

std::vector<Stop> stopsOf(std::vector<Piece> const& pieces, Halts halts) {
    std::vector<Stop> stops;
    for (auto const& piece : pieces) {
        if (halts == Halts::AtControls && !(piece.isControl() && piece.isEnabled)) continue;
        bool const goesOn = !stops.empty() && isInRows(piece) && isInRows(stops.back().first()) &&
                            isSameRow(piece, stops.back().first());
        if (goesOn)
            stops.back().pieces.push_back(piece);
        else
            stops.push_back({{piece}});
    }
    auto const isRow = [](Stop const& stop) { return stop.isRow(); };
    if (std::ranges::any_of(stops, isRow)) std::erase_if(stops, std::not_fn(isRow));
    return stops;
}

std::size_t indexOf(std::vector<Stop> const& stops, QQuickItem const* item) {
    auto const holds = [item](Stop const& stop) {
        return std::ranges::any_of(stop.pieces, [item](Piece const& piece) { return piece.item == item; });
    };
    return item ? static_cast<std::size_t>(std::ranges::find_if(stops, holds) - stops.begin()) : stops.size();
}

QRectF placeOf(Stop const& stop) {
    QRectF all;
    for (auto const& piece : stop.pieces) all |= placeOf(piece);
    return all;
}

} // namespace kiosk::access
