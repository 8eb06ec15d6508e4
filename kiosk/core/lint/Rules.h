#pragma once

#include "kiosk/core/lint/Lint.h"
#include "kiosk/core/survey/Form.h"

/// One function for each concern, each in a source of its name; lint() calls them all.
namespace kiosk::lint {

/// A form that opens, with what is known around it.
struct Subject {
    std::shared_ptr<const survey::Form> form;
    survey::Library const& library;
    Options const& options;
};

/// cycle
void checkVariables(Subject const& subject, Remarks& remarks);
/// missing-translation, needs-review
void checkLanguages(Subject const& subject, Remarks& remarks);
/// value-set, terminology
void checkTerminology(Subject const& subject, Remarks& remarks);
/// licensed-words, licence-notice, score-rule, official-translation
void checkLicences(Subject const& subject, Remarks& remarks);
/// score-vectors, provisional
void checkScores(Subject const& subject, Remarks& remarks);
/// hospital-survey
void checkHospitalSurvey(Subject const& subject, Remarks& remarks);
/// reading-grade
void checkReading(Subject const& subject, Remarks& remarks);
/// unreachable
void checkReach(Subject const& subject, Remarks& remarks);
/// safety
void checkSafety(Subject const& subject, Remarks& remarks);
/// sign-language-film
void checkSignFilms(Subject const& subject, Remarks& remarks);
/// too-slow, untried
void checkCost(Subject const& subject, Remarks& remarks);

} // namespace kiosk::lint
