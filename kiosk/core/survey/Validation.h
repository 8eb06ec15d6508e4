#pragma once

#include "kiosk/core/survey/Form.h"

namespace kiosk::survey {

/// Everything that is wrong with a QuestionnaireResponse, from wherever it comes, by its form: errors first found
/// first, with the path in the response and the rule, never an answer. `form` null: it is not at hand, which is an
/// error. How many answers there must be is a warning while the response is in progress. now() and today() are the
/// moment `authored` says; without one, `otherwise`.
[[nodiscard]] std::vector<Finding> validate(std::shared_ptr<const Form> const& form, Element const& response,
                                            Instant otherwise = {});

} // namespace kiosk::survey
