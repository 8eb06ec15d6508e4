#pragma once

#include "kiosk/core/base/File.h"

#include <map>
#include <string>

namespace kiosk::conformance {

/// What we know to do otherwise than a suite: "name reason" on each line; # begins a comment. A line without a reason
/// fails the test that reads it.
[[nodiscard]] std::map<std::string, std::string> readKnown(Path const& file);

} // namespace kiosk::conformance
