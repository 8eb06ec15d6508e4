#pragma once

#include "kiosk/core/base/Result.h"

namespace benchmarks {

/// What a finger waits for, in seconds of real time, and what a tap costs, in seconds of processor time of all threads.
struct Touch {
    double pixelP50 = 0; ///< from the touch to the first frame in which any pixel is another
    double pixelP95 = 0;
    double processorP50 = 0; ///< from the touch until the answer is durable and nothing moves any more
    std::size_t taps = 0;
};

/// Taps on the options of the choice questions of a Questionnaire, on a whole kiosk with its real screens and store,
/// drawn by Qt's software renderer. Needs a QGuiApplication. Internal, Invalid: the form cannot be shown.
[[nodiscard]] kiosk::Result<Touch> measureTouch(std::string const& form);

/// The same of a window with one rectangle that is another colour while a finger is on it.
[[nodiscard]] kiosk::Result<Touch> measureBareTouch();

} // namespace benchmarks
