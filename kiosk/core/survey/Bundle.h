#pragma once

#include "kiosk/core/survey/Scoring.h"

namespace kiosk::survey {

/// What gets sealed: a collection Bundle with the QuestionnaireResponse (fullUrl: the record id) and an Observation for
/// each score that derives from it. Without white space: an envelope of one should stay near 900 bytes, so it holds
/// nothing that R4 does not ask for and that the form or the envelope already says; repeated strings cost next to
/// nothing after compression.
///
/// An Observation: category survey; code; valueInteger (whole sums) or valueQuantity (4 decimals),
/// or dataAbsentReason `unknown` with a text; interpretation = the band; method = the rule, in our code system at the
/// version of the rule; components `standard-error`, `infit` and `outfit` where there are such. When it was: `authored`
/// of what it derives from. The id of the n-th is the record's, last byte ^ n.
///
/// Completed responses must not miss a required answer: the caller asked Response::missingRequired().
[[nodiscard]] std::string bundleText(Response const& response, Completion const& completion);
/// The same to read: decimals may lose digits.
[[nodiscard]] Json toBundle(Response const& response, Completion const& completion);

} // namespace kiosk::survey
