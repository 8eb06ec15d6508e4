#include "kiosk/core/lint/FormTexts.h"
#include "kiosk/core/lint/Rules.h"

namespace kiosk::lint {

/// The safety text is the practice's contact: where none is named, the answer that calls for it must not be asked for.
void checkSafety(Subject const& subject, Remarks& remarks) {
    auto const& form = *subject.form;
    if (form.needsSafetyContact()) return;
    for (auto const* item : form.allItems())
        if (item->safetyThreshold)
            remarks.push_back(
                {Severity::Error, pathOf(*item),
                 "an answer calls for help, and the form lacks needs-safety-contact: a practice without a "
                 "contact could offer it, and nobody would be told where to turn",
                 "safety"});
}

} // namespace kiosk::lint
