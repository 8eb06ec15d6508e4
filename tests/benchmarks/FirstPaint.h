#pragma once

#include "kiosk/core/base/Result.h"

namespace benchmarks {

/// What a patient waits for on the real screens, in seconds.
struct Paint {
    double first = 0;     ///< from choosing the survey to the first frame with its first question
    double answerP50 = 0; ///< from an answer, committed to the store, to the frame that shows it
    double nextP50 = 0;   ///< from Next to the frame with the next question
    double nextMost = 0;
    std::size_t answers = 0; ///< how many were timed
    std::size_t screens = 0; ///< how many were gone through
};

/// Goes through the first screens of a Questionnaire on a whole kiosk, drawn by Qt's software renderer in a window that
/// no display shows. Needs a QGuiApplication. Internal, Invalid: the form cannot be shown.
[[nodiscard]] kiosk::Result<Paint> measurePaint(std::string const& form);

} // namespace benchmarks
