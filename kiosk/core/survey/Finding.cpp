#include "kiosk/core/survey/Finding.h"

#include <algorithm>

namespace kiosk::survey {

bool hasErrors(std::vector<Finding> const& findings) {
    return std::ranges::any_of(findings, [](Finding const& each) { return each.severity == Severity::Error; });
}

void addFinding(std::vector<Finding>& findings, Finding finding) {
    if (!isFull(findings)) {
        findings.push_back(std::move(finding));
        return;
    }
    if (findings.size() == mostFindings)
        findings.push_back(
            {finding.severity, "", "more than " + std::to_string(mostFindings) + " findings: the others are not said"});
    static_assert(Severity::Error < Severity::Warning && Severity::Warning < Severity::Information);
    findings.back().severity = std::min(findings.back().severity, finding.severity);
}

} // namespace kiosk::survey
