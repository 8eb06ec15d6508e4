#include "tests/qml/measures/Measures.h"

#include "kiosk/access/Piece.h"
#include "tests/qml/measures/Contrast.h"
#include "tests/qml/measures/Sight.h"

#include <QFontMetricsF>
#include <QQuickWindow>
#include <cmath>

namespace tests::measures {

namespace {

constexpr double leastSight = 0.6; // of a text's height: less is the sliver at the edge of what scrolls

QRect pixelsOf(QRectF const& place) {
    return place.toAlignedRect();
}

bool isSign(QQuickItem const& item) {
    return isA(item, "Icon_QMLTYPE") && item.isVisible() && !item.property("name").toString().isEmpty();
}

void measureWords(Seen const& seen, QImage const& picture, Glass const& glass, std::vector<Reading>& readings) {
    auto const letters = seen.item->mapRectToScene(lettersOf(*seen.item)) & seen.place;
    if (letters.height() <
        leastSight * std::min(seen.whole.height(), QFontMetricsF(seen.item->property("font").value<QFont>()).height()))
        return;
    bool const strict = glass.highContrast && seen.item->isEnabled();
    readings.push_back({strict ? Measure::WordsHighContrast : Measure::Words, nameOf(*seen.item),
                        inkContrast(picture, pixelsOf(letters))});
}

bool isPainted(QQuickItem const& item) {
    return isA(item, "QQuickRectangle") && item.property("color").value<QColor>().alpha() > 0;
}

std::vector<Seen> controlsIn(QQuickWindow& window) {
    std::vector<Seen> controls;
    auto const seen = seenIn(window);
    for (auto const& piece : kiosk::access::piecesOf(window)) {
        if (!piece.isControl()) continue;
        auto const at = std::ranges::find(seen, piece.item.data(), &Seen::item);
        if (at != seen.end()) controls.push_back(*at);
    }
    return controls;
}

/// Anything painted in it may be what shows where a control is: its plate, or the mark in a row without one. None: it
/// is only words.
void measureEdges(QQuickWindow& window, QImage const& picture, std::vector<Reading>& readings) {
    constexpr double nothing = 1.01;
    auto const seen = seenIn(window);
    for (auto const& control : controlsIn(window)) {
        if (!control.item->isEnabled()) continue;
        double best = 1;
        for (auto const& part : seen)
            if (isPainted(*part.item) && part.isWhole() && control.item->isAncestorOf(part.item))
                best = std::max(best, edgeContrast(picture, pixelsOf(part.whole)));
        if (best > nothing) readings.push_back({Measure::Edges, nameOf(*control.item), best});
    }
}

bool isAnswer(QQuickItem const& item) {
    return isA(item, "OptionRow") || isA(item, "FaceButton") || isA(item, "PrimaryButton");
}

/// How far apart; below zero: they overlap by so much.
double gapOf(QRectF const& one, QRectF const& other) {
    auto const across = std::max(one.left() - other.right(), other.left() - one.right());
    auto const down = std::max(one.top() - other.bottom(), other.top() - one.bottom());
    return across > 0 && down > 0 ? std::hypot(across, down) : std::max(across, down);
}

double capitalOf(QQuickItem const& text, QString const& letter) {
    return QFontMetricsF(text.property("font").value<QFont>()).tightBoundingRect(letter).height();
}

} // namespace

std::vector<Reading> measureColours(QQuickWindow& window, QImage const& picture, Glass const& glass) {
    std::vector<Reading> readings;
    for (auto const& seen : seenIn(window)) {
        if (isText(*seen.item)) measureWords(seen, picture, glass, readings);
        if (isSign(*seen.item) && seen.item->isEnabled() && seen.isWhole())
            readings.push_back({Measure::Signs, nameOf(*seen.item) + seen.item->property("name").toString(),
                                signContrast(picture, pixelsOf(seen.whole))});
    }
    measureEdges(window, picture, readings);
    return readings;
}

std::vector<Reading> measureSizes(QQuickWindow& window, Glass const& glass) {
    std::vector<Reading> readings;
    for (auto const& seen : seenIn(window))
        if (isText(*seen.item))
            readings.push_back({Measure::Letters, nameOf(*seen.item),
                                seen.scale * capitalOf(*seen.item, QStringLiteral("I")) / glass.density});
    auto const controls = controlsIn(window);
    for (std::size_t at = 0; at < controls.size(); ++at) {
        auto const& one = controls[at];
        auto const size = std::min(one.whole.width(), one.whole.height()) / glass.density;
        readings.push_back({isAnswer(*one.item) ? Measure::Answer : Measure::Target, nameOf(*one.item), size});
        for (std::size_t next = at + 1; next < controls.size(); ++next)
            readings.push_back({Measure::Apart,
                                nameOf(*one.item) + QStringLiteral(" and ") + nameOf(*controls[next].item),
                                gapOf(one.place, controls[next].place) / glass.density});
    }
    return readings;
}

} // namespace tests::measures
