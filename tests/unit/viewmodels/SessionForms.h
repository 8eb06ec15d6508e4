#pragma once

#include "kiosk/core/base/Json.h"

namespace kiosk::viewmodels {

/// The sample form; "cups" is three and "why" has words before anybody has answered.
[[nodiscard]] Json formWithInitialAnswers();
/// One question in a group that wants some answer, and one of several with own words and "none of these".
[[nodiscard]] Json formOfGroupAndOwnWords();
/// Two numbers and their sum, which may be changed; "more" is asked when "a" is there, at most 100, on the same page.
[[nodiscard]] Json formOfACalculation();
/// One question, and what today() is.
[[nodiscard]] Json formOfToday();

} // namespace kiosk::viewmodels
