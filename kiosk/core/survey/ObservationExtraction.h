#pragma once

#include "kiosk/core/survey/ExtractionRun.h"

namespace kiosk::survey {

/// Observation-based extraction: an Observation for each answer to an item with a code for which
/// sdc-questionnaire-observationExtract is true, on it, on something around it, or on the form, the innermost deciding;
/// if some of its codes say so themselves, with those. Status `final`; category as observation-extract-category says,
/// else `survey`; subject, encounter, performer and times are those of the response, which it is derived from.
void extractObservation(ExtractionRun& run, Item const& item, Element const& place);

} // namespace kiosk::survey
