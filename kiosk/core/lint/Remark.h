#pragma once

#include "kiosk/core/survey/Finding.h"

#include <string_view>

namespace kiosk::lint {

using survey::Severity;

/// One thing to say to whoever writes or approves a form.
struct Remark {
    Severity severity = Severity::Error;
    std::string path; ///< "item 'linkId'", "item 'linkId' option 'code'", "title"; empty: the whole form
    std::string reason;
    std::string_view rule; ///< its name; README.md has the list
};

using Remarks = std::vector<Remark>;

[[nodiscard]] bool hasErrors(Remarks const& remarks);
/// As a compiler has it: `error`, `warning`, `note`.
[[nodiscard]] std::string_view toString(Severity severity);

} // namespace kiosk::lint
