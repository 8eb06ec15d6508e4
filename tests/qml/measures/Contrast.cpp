#include "tests/qml/measures/Contrast.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace tests::measures {

namespace {

double luminance(QRgb colour) {
    auto const linear = [](int part) {
        double const value = part / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(qRed(colour)) + 0.7152 * linear(qGreen(colour)) + 0.0722 * linear(qBlue(colour));
}

struct Colour {
    QRgb rgb;
    std::size_t pixels;
};

std::vector<Colour> coloursOf(QImage const& picture, QRect const& place) {
    auto const seen = place & picture.rect();
    std::vector<QRgb> pixels;
    pixels.reserve(std::size_t(std::max(0, seen.width()) * std::max(0, seen.height())));
    for (int y = seen.top(); y <= seen.bottom(); ++y) {
        auto const* line = reinterpret_cast<QRgb const*>(picture.constScanLine(y));
        for (int x = seen.left(); x <= seen.right(); ++x) pixels.push_back(line[x] | 0xff000000);
    }
    std::ranges::sort(pixels);
    std::vector<Colour> colours;
    for (auto const pixel : pixels)
        if (colours.empty() || colours.back().rgb != pixel)
            colours.push_back({pixel, 1});
        else
            ++colours.back().pixels;
    return colours;
}

double median(std::vector<double>& values) {
    auto const middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

/// From outside to inside, at one place of a side.
double edgeAt(QImage const& picture, QPoint outside, QPoint inwards) {
    constexpr int reach = 8; // pixels: a border and its distance from the corner of a pixel
    auto const ground = picture.pixel(outside);
    double best = 1;
    for (int step = 1; step <= reach; ++step) {
        auto const at = outside + inwards * step;
        if (picture.valid(at)) best = std::max(best, contrast(ground, picture.pixel(at)));
    }
    return best;
}

} // namespace

double contrast(QRgb one, QRgb other) {
    auto const [low, high] = std::minmax({luminance(one), luminance(other)});
    return (high + 0.05) / (low + 0.05);
}

double inkContrast(QImage const& picture, QRect const& place) {
    auto colours = coloursOf(picture, place);
    if (colours.size() < 2) return 1;
    auto const ground = *std::ranges::max_element(colours, {}, &Colour::pixels);
    Colour ink{ground.rgb, 0};
    for (auto const& colour : colours) {
        if (colour.rgb == ground.rgb) continue;
        bool const stronger = contrast(colour.rgb, ground.rgb) > contrast(ink.rgb, ground.rgb);
        if (colour.pixels > ink.pixels || (colour.pixels == ink.pixels && stronger)) ink = colour;
    }
    return contrast(ink.rgb, ground.rgb);
}

double signContrast(QImage const& picture, QRect const& place) {
    auto colours = coloursOf(picture, place);
    if (colours.empty()) return 1;
    auto const ground = std::ranges::max_element(colours, {}, &Colour::pixels)->rgb;
    std::ranges::sort(colours, std::greater<>(), [ground](Colour const& each) { return contrast(each.rgb, ground); });
    auto missing = std::size_t(std::max(place.width(), place.height()));
    for (auto const& colour : colours) {
        if (colour.pixels >= missing) return contrast(colour.rgb, ground);
        missing -= colour.pixels;
    }
    return 1;
}

double edgeContrast(QImage const& picture, QRect const& place) {
    constexpr int off = 2; // pixels outside
    constexpr std::array shares{0.3, 0.4, 0.5, 0.6, 0.7};
    auto const side = [&](QPoint from, QPoint to, QPoint inwards) {
        std::vector<double> found;
        for (auto const share : shares) {
            auto const outside = from + (to - from) * share - inwards * off;
            if (picture.valid(outside)) found.push_back(edgeAt(picture, outside, inwards));
        }
        return found.empty() ? 21.0 : median(found);
    };
    return std::min(
        {side(place.topLeft(), place.topRight(), {0, 1}), side(place.bottomLeft(), place.bottomRight(), {0, -1}),
         side(place.topLeft(), place.bottomLeft(), {1, 0}), side(place.topRight(), place.bottomRight(), {-1, 0})});
}

double focusContrast(QImage const& before, QImage const& after, QRect const& place, double cssPixel) {
    auto const reach = place.adjusted(-16, -16, 16, 16) & before.rect();
    std::vector<double> changes;
    for (int y = reach.top(); y <= reach.bottom(); ++y)
        for (int x = reach.left(); x <= reach.right(); ++x)
            if (before.pixel(x, y) != after.pixel(x, y))
                changes.push_back(contrast(before.pixel(x, y), after.pixel(x, y)));
    auto const wanted = std::size_t(2 * (place.width() + place.height()) * 2 * cssPixel);
    if (changes.size() < wanted || wanted == 0) return 1;
    std::ranges::nth_element(changes, changes.begin() + std::ptrdiff_t(wanted - 1), std::greater<>());
    return changes[wanted - 1];
}

} // namespace tests::measures
