#pragma once

#include <algorithm>
#include <cstddef>
#include <ctime>
#include <limits>

namespace kiosk::testing {

/// How many times as much processor time `work(4 * n)` takes as `work(n)`; the best of three runs each, so that other
/// programs on the machine matter little.
template <typename Work>
double growth(std::size_t n, Work const& work) {
    auto const spent = [&](std::size_t size) {
        double best = std::numeric_limits<double>::max();
        for (int i = 0; i < 3; ++i) {
            auto const start = std::clock();
            work(size);
            best = std::min(best, static_cast<double>(std::clock() - start));
        }
        return best;
    };
    return spent(4 * n) / std::max(spent(n), 1.0);
}

/// What it stays below where time grows as the work does: 4, and what a busy machine adds. The square would be 16.
inline constexpr double linear = 9;

} // namespace kiosk::testing
