#include "kiosk/core/lint/FormTexts.h"
#include "kiosk/core/lint/Licences.h"
#include "kiosk/core/lint/ReadingGrade.h"
#include "kiosk/core/lint/Rules.h"
#include "kiosk/core/lint/Words.h"

#include <cmath>
#include <cstdio>
#include <set>

namespace kiosk::lint {

namespace {

/// The formulas count words and syllables: of a text of fewer words a single long one makes anything.
constexpr std::size_t fewestWords = 5;

std::string oneDecimal(double number) {
    char text[16];
    std::snprintf(text, sizeof text, "%.1f", number);
    return text;
}

void checkText(FormText const& each, std::string const& language, std::string const& words, bool isLicensed,
               Remarks& remarks) {
    if (wordsOf(words).size() < fewestWords) return;
    auto const grade = readingGrade(words, language);
    // to one decimal, as it is shown: 6.04 is not "6.0, above 6"
    if (!grade || std::round(*grade * 10) / 10 <= highestGrade) return;
    remarks.push_back({Severity::Warning, each.path,
                       "reading grade " + oneDecimal(*grade) + " in '" + language + "', above 6" +
                           (isLicensed ? " (its owner's words: not to be changed)" : ""),
                       "reading-grade"});
}

} // namespace

/// A warning, never an error: the formulas are estimates, and of one sentence rough ones. Whoever signs decides.
void checkReading(Subject const& subject, Remarks& remarks) {
    auto const& form = *subject.form;
    auto const licensed = licensedItems(form);
    for (auto const& each : textsOf(form)) {
        if (each.kind == FormText::Kind::Hint) continue;
        bool const isLicensed = each.item && licensed.contains(each.item);
        checkText(each, ownLanguage(form), each.text->in({}), isLicensed, remarks);
        for (auto const& [language, content] : each.text->translations())
            checkText(each, language, content, isLicensed, remarks);
    }
}

} // namespace kiosk::lint
