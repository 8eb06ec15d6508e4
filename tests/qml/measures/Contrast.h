#pragma once

#include <QImage>

namespace tests::measures {

/// WCAG 2.2, "contrast ratio": 1 to 21.
[[nodiscard]] double contrast(QRgb one, QRgb other);

/// What is drawn in that part of the picture against the ground it is drawn on: the two colours that most pixels have.
/// The blends at the edges of letters are not counted. 1: nothing can be told from the ground.
[[nodiscard]] double inkContrast(QImage const& picture, QRect const& place);

/// Of a drawing with several colours: the contrast to its ground that as many pixels reach as a line across it has.
[[nodiscard]] double signContrast(QImage const& picture, QRect const& place);

/// The edge of something against what lies around it: of each side the middle one of several places counts, of the
/// sides the weakest. Sides beyond the picture have no edge. 1: there is none to be seen.
[[nodiscard]] double edgeContrast(QImage const& picture, QRect const& place);

/// WCAG 2.2, 2.4.13: how much stands out by the focus. The contrast, pixel by pixel, of the two pictures, that as many
/// pixels reach as a line of two CSS pixels around `place` has.
[[nodiscard]] double focusContrast(QImage const& before, QImage const& after, QRect const& place, double cssPixel);

} // namespace tests::measures
