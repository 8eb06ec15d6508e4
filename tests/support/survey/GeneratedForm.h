#pragma once

#include <string>

namespace kiosk::testing {

/// A Questionnaire of `items` items with the logic of a long intake form: groups of ten, each with choices that weigh,
/// a follow-up that depends on one, an expression that enables, a sum of the group, and a sum of all sums at the end.
[[nodiscard]] std::string generatedForm(int items);

} // namespace kiosk::testing
