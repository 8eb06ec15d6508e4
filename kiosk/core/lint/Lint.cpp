#include "kiosk/core/lint/Lint.h"

#include "kiosk/core/lint/Rules.h"

#include <algorithm>
#include <array>
#include <map>

namespace kiosk::lint {

namespace {

using survey::Finding;
using survey::Form;

struct Beginning {
    std::string_view words;
    std::string_view rule;
};

/// What Form::open finds has no rule of its own; the first words say which it is. All else is `form`.
constexpr std::array beginnings{Beginning{"expression: ", "expression"},
                                Beginning{"an expression", "expression"},
                                Beginning{"enableWhen", "enable-when"},
                                Beginning{"enableBehavior", "enable-when"},
                                Beginning{"its logic goes round in a circle", "cycle"},
                                Beginning{"answerValueSet: ", "value-set"},
                                Beginning{"unitValueSet: ", "value-set"}};

std::string_view ruleOf(Finding const& finding) {
    if (finding.path == "score") return "score-rule";
    for (auto const& beginning : beginnings)
        if (finding.reason.starts_with(beginning.words)) return beginning.rule;
    return "form";
}

/// What the kiosk needs of a form beside what any R4 form has.
void checkIdentity(Form const& form, Remarks& remarks) {
    if (form.url().empty() || form.version().empty())
        remarks.push_back({Severity::Error, "", "url and version: responses name their form by them", "form"});
}

/// Errors first; of one kind no more than anybody reads.
Remarks folded(Remarks remarks) {
    std::ranges::stable_sort(remarks, {}, &Remark::severity);
    std::map<std::pair<Severity, std::string_view>, std::size_t> counts;
    Remarks kept;
    for (auto& remark : remarks)
        if (++counts[{remark.severity, remark.rule}] <= mostOfAKind) kept.push_back(std::move(remark));
    for (auto const& [kind, count] : counts)
        if (count > mostOfAKind)
            kept.push_back(
                {kind.first, "", "and " + std::to_string(count - mostOfAKind) + " more like that", kind.second});
    std::ranges::stable_sort(kept, {}, &Remark::severity);
    return kept;
}

} // namespace

bool hasErrors(Remarks const& remarks) {
    return std::ranges::any_of(remarks, [](Remark const& each) { return each.severity == Severity::Error; });
}

std::string_view toString(Severity severity) {
    switch (severity) {
    case Severity::Error: return "error";
    case Severity::Warning: return "warning";
    case Severity::Information: return "note";
    }
    return "";
}

Remarks lint(ByteView json, survey::Library const& library, Options const& options) {
    auto opened = Form::open(json, library);
    if (!opened) return {{Severity::Error, "", opened.error().text, "form"}};
    const Subject subject{std::make_shared<const Form>(std::move(*opened)), library, options};
    Remarks remarks;
    for (auto const& finding : subject.form->findings())
        remarks.push_back({finding.severity, finding.path, finding.reason, ruleOf(finding)});
    checkIdentity(*subject.form, remarks);
    for (auto const check : {checkVariables, checkLanguages, checkTerminology, checkLicences, checkScores,
                             checkHospitalSurvey, checkReading, checkReach, checkCost})
        check(subject, remarks);
    return folded(std::move(remarks));
}

} // namespace kiosk::lint
