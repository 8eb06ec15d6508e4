#pragma once

#include "kiosk/core/survey/Item.h"

namespace kiosk::survey {

/// An array of answers to `item` as it is kept: each {"value[x]": …}, codings reduced to system and code.
/// Invalid: which rule they break, naming the linkId and never an answer.
[[nodiscard]] Result<Json> checkAnswers(Item const& item, Json const& answers);

/// The answers after a person touches one option: replaces the answer of a single choice; in a multiple choice adds it
/// or takes it away, an exclusive option ousting all others and being ousted by them. Own words of an open-choice stay
/// in a multiple choice.
[[nodiscard]] Json toggled(Item const& item, Json const& answers, Option const& option);

/// The option an answer is, or null (own words, or a question without options).
[[nodiscard]] Option const* optionOf(Item const& item, Json const& answer);

} // namespace kiosk::survey
