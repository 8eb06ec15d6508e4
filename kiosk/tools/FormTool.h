#pragma once

#include "kiosk/tools/Program.h"

namespace kiosk::tools {

[[nodiscard]] Command fhirPathCommand();
/// open, validate, extract, fill, bench
[[nodiscard]] std::vector<Command> formCommands();

/// The whole program. Main thread, once.
[[nodiscard]] int runFormTool(std::span<const std::string> words);

} // namespace kiosk::tools
