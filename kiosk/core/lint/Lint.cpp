#include "kiosk/core/lint/Lint.h"

#include "kiosk/core/lint/Rules.h"

#include <algorithm>
#include <map>

namespace kiosk::lint {

namespace {

using survey::Finding;
using survey::Form;
using survey::Topic;

std::string_view ruleOf(Finding const& finding) {
    switch (finding.topic) {
    case Topic::Form:
    case Topic::Identity: return "form";
    case Topic::Expression:
    case Topic::DeadExpression: return "expression";
    case Topic::Condition: return "enable-when";
    case Topic::Cycle: return "cycle";
    case Topic::ValueSet: return "value-set";
    case Topic::Score: return "score-rule";
    case Topic::Extension: return "extension";
    }
    return "";
}

/// A form from anywhere opens without a name, and with expressions that do nothing; nobody signs one.
Remark remarkOf(Finding const& finding) {
    bool const isBarred = finding.topic == Topic::DeadExpression || finding.topic == Topic::Identity;
    return {isBarred ? Severity::Error : finding.severity, finding.path, finding.reason, ruleOf(finding)};
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
    for (auto const& finding : subject.form->findings()) remarks.push_back(remarkOf(finding));
    for (auto const check : {checkVariables, checkLanguages, checkTerminology, checkLicences, checkScores,
                             checkHospitalSurvey, checkReading, checkReach, checkSafety, checkSignFilms, checkCost})
        check(subject, remarks);
    return folded(std::move(remarks));
}

} // namespace kiosk::lint
