#pragma once

#include <span>

namespace kiosk::survey {

struct Measure {
    double theta = 0;         ///< logits
    double standardError = 0; ///< logits
};

/// Person measure in the Rasch rating scale model (Andrich 1978), P(k) ∝ exp(kθ − Σ_{j≤k}(δ + τ_j)), by the weighted
/// likelihood estimate of Warm (1989): the root of r − ΣE + ΣM3/(2ΣV), found by bisection; standard error 1/√ΣV.
/// `difficulties` are of the answered items (at least one); `thresholds` τ_1…τ_m of the scale 0…m (at least one; {0} is
/// the dichotomous model); `raw` is the sum of the answers, 0 to m for each item.
[[nodiscard]] Measure warmMeasure(std::span<double const> difficulties, std::span<double const> thresholds, int raw);

} // namespace kiosk::survey
