#pragma once

#include <span>
#include <vector>

namespace kiosk::survey {

struct Measure {
    double theta = 0;         ///< logits
    double standardError = 0; ///< logits
};

/// An item of a Rasch scale: categories 0…m, P(k) ∝ exp(kθ − Σ_{j≤k}(δ + τ_j)). Where all items have the same τ this is
/// the rating scale model (Andrich 1978), with their own the partial credit model (Masters 1982), with τ = {0} the
/// dichotomous model.
struct RaschItem {
    double difficulty = 0;             ///< δ, logits
    std::vector<double> thresholds{0}; ///< τ_1…τ_m, logits; at least one
};

/// Person measure by the weighted likelihood estimate of Warm (1989): the root of r − ΣE + ΣM3/(2ΣV), found by
/// bisection; standard error 1/√ΣV. `items` are the answered ones (at least one), `raw` the sum of the answers.
[[nodiscard]] Measure warmMeasure(std::span<const RaschItem> items, int raw);

/// How well answers fit the model at a measure (Wright and Masters 1982): mean squares, near 1 when they do; above 1
/// answers are less, below 1 more predictable than the model has them.
struct PersonFit {
    double outfit = 0; ///< Σz²/n: surprised by single far answers
    double infit = 0;  ///< Σ(x − E)²/ΣV: weighted by information
};
/// `answers[i]` is the category of `items[i]`.
[[nodiscard]] PersonFit personFit(std::span<const RaschItem> items, std::span<int const> answers, double theta);

} // namespace kiosk::survey
