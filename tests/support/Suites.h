#pragma once

#include <cstdlib>
#include <filesystem>

namespace tests {

/// Where the public test suites are: CANDOR_SUITES of the environment, else of the build (default ../shared/suites).
/// The folder need not be there.
inline std::filesystem::path suites() {
    auto const* asked = std::getenv("CANDOR_SUITES");
    return asked && *asked ? asked : CANDOR_SUITES;
}

} // namespace tests
