#pragma once

#include "kiosk/core/survey/Instances.h"

namespace kiosk::survey {

/// Whether an instance's enableWhen lets it be asked. `exists`; `=` and the orders: at least one answer compares so;
/// `!=`: no answer equals (so it holds while there is none). The answers are those of the nearest instances of the
/// question: the ones inside the innermost instance around both. Answers of what is not enabled do not count.
[[nodiscard]] bool conditionsHold(Instances const& instances, Instance const& instance);

} // namespace kiosk::survey
