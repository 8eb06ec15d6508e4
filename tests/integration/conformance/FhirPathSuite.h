#pragma once

#include "kiosk/core/base/File.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kiosk::conformance {

/// One <test> of HL7's FHIRPath suite.
struct FhirPathCase {
    struct Output {
        std::string type; ///< "integer"; empty: any
        std::string text;
    };
    std::string group;
    std::string name;
    std::string inputFile; ///< as JSON; empty: none
    std::string expression;
    std::string invalid; ///< "syntax", "semantic", "execution"; empty: must work
    bool isPredicate = false;
    bool isOrdered = true;
    bool checksOrder = false;
    std::vector<Output> outputs;

    [[nodiscard]] std::string id() const { return group + "/" + name; }
};

[[nodiscard]] Result<std::vector<FhirPathCase>> readFhirPathSuite(Path const& file);

/// Why the case fails; nothing: it passes.
[[nodiscard]] std::optional<std::string> failureOf(FhirPathCase const& test, Path const& inputs);

} // namespace kiosk::conformance
