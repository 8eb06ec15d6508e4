#include "kiosk/core/survey/Rasch.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace kiosk::survey {

namespace {

struct Moments {
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

Moments itemMoments(double theta, double difficulty, std::span<double const> thresholds) {
    auto const probabilities = categoryProbabilities(theta, difficulty, thresholds);
    Moments moments;
    for (std::size_t k = 0; k < probabilities.size(); ++k) moments.mean += static_cast<double>(k) * probabilities[k];
    for (std::size_t k = 0; k < probabilities.size(); ++k) {
        double const deviation = static_cast<double>(k) - moments.mean;
        moments.variance += deviation * deviation * probabilities[k];
        moments.third += deviation * deviation * deviation * probabilities[k];
    }
    return moments;
}

Moments testMoments(double theta, std::span<double const> difficulties, std::span<double const> thresholds) {
    Moments sum;
    for (double const difficulty : difficulties) {
        auto const item = itemMoments(theta, difficulty, thresholds);
        sum.mean += item.mean;
        sum.variance += item.variance;
        sum.third += item.third;
    }
    return sum;
}

} // namespace

Measure warmMeasure(std::span<double const> difficulties, std::span<double const> thresholds, int raw) {
    constexpr double reach = 20; // logits beyond the outermost step, where the estimate can no longer lie
    double low = *std::ranges::min_element(difficulties) + *std::ranges::min_element(thresholds) - reach;
    double high = *std::ranges::max_element(difficulties) + *std::ranges::max_element(thresholds) + reach;
    for (double middle = (low + high) / 2; low < middle && middle < high; middle = (low + high) / 2) {
        auto const at = testMoments(middle, difficulties, thresholds);
        bool const tooLow = raw - at.mean + at.third / (2 * at.variance) > 0;
        (tooLow ? low : high) = middle;
    }
    return {low, 1 / std::sqrt(testMoments(low, difficulties, thresholds).variance)};
}

} // namespace kiosk::survey
