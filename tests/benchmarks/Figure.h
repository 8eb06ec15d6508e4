#pragma once

#include "kiosk/core/base/Json.h"

#include <chrono>
#include <cmath>
#include <iostream>

namespace benchmarks {

/// One line of output, the value to three decimals. `n` is how many times it was done.
inline void printFigure(std::string_view figure, double value, std::string_view unit, std::size_t n) {
    const kiosk::Json line{{"figure", figure}, {"value", std::round(value * 1000) / 1000}, {"unit", unit}, {"n", n}};
    std::cout << line.dump() << std::endl;
}

template <typename Work>
double secondsOf(Work const& work) {
    auto const begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

} // namespace benchmarks
