#include "kiosk/core/survey/Rasch.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace kiosk::survey {

namespace {

struct CategoryMoments {
    double mean = 0;
    double variance = 0;
    double third = 0;
};

/// Probabilities of the categories 0…m at θ, computed from the largest exponent down so that none overflows.
std::vector<double> categoryProbabilities(double theta, double difficulty, std::span<double const> thresholds) {
    std::vector<double> exponents{0.0};
    for (double const threshold : thresholds) exponents.push_back(exponents.back() + theta - difficulty - threshold);
    double const largest = *std::ranges::max_element(exponents);
    double sum = 0;
    for (double& exponent : exponents) sum += (exponent = std::exp(exponent - largest));
    for (double& probability : exponents) probability /= sum;
    return exponents;
}

CategoryMoments momentsOf(RaschItem const& item, double theta) {
    auto const probabilities = categoryProbabilities(theta, item.difficulty, item.thresholds);
    CategoryMoments moments;
    for (std::size_t k = 0; k < probabilities.size(); ++k) moments.mean += static_cast<double>(k) * probabilities[k];
    for (std::size_t k = 0; k < probabilities.size(); ++k) {
        double const deviation = static_cast<double>(k) - moments.mean;
        moments.variance += deviation * deviation * probabilities[k];
        moments.third += deviation * deviation * deviation * probabilities[k];
    }
    return moments;
}

CategoryMoments momentsOf(std::span<const RaschItem> items, double theta) {
    CategoryMoments sum;
    for (auto const& item : items) {
        auto const one = momentsOf(item, theta);
        sum.mean += one.mean;
        sum.variance += one.variance;
        sum.third += one.third;
    }
    return sum;
}

/// Where the estimate surely is: far beyond the outermost steps.
std::pair<double, double> rangeOf(std::span<const RaschItem> items) {
    constexpr double reach = 20; // logits
    double low = items.front().difficulty + items.front().thresholds.front(), high = low;
    for (auto const& item : items)
        for (double const threshold : item.thresholds) {
            low = std::min(low, item.difficulty + threshold);
            high = std::max(high, item.difficulty + threshold);
        }
    return {low - reach, high + reach};
}

} // namespace

Measure warmMeasure(std::span<const RaschItem> items, int raw) {
    auto [low, high] = rangeOf(items);
    for (double middle = (low + high) / 2; low < middle && middle < high; middle = (low + high) / 2) {
        auto const at = momentsOf(items, middle);
        bool const tooLow = raw - at.mean + at.third / (2 * at.variance) > 0;
        (tooLow ? low : high) = middle;
    }
    return {low, 1 / std::sqrt(momentsOf(items, low).variance)};
}

PersonFit personFit(std::span<const RaschItem> items, std::span<int const> answers, double theta) {
    double squares = 0, residuals = 0, information = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
        auto const at = momentsOf(items[i], theta);
        auto const residual = answers[i] - at.mean;
        squares += residual * residual / at.variance;
        residuals += residual * residual;
        information += at.variance;
    }
    return {squares / static_cast<double>(items.size()), residuals / information};
}

} // namespace kiosk::survey
