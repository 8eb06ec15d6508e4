#pragma once

#include "kiosk/tools/Program.h"

namespace kiosk::tools {

[[nodiscard]] Command initCommand();
[[nodiscard]] Command packCommand();
[[nodiscard]] Command signCommand();
[[nodiscard]] Command publishCommand();
[[nodiscard]] Command enrolCommand();
[[nodiscard]] Command kioskListCommand();
[[nodiscard]] Command kioskRevokeCommand();
[[nodiscard]] Command staffAddCommand();
[[nodiscard]] Command staffRemoveCommand();
[[nodiscard]] Command staffRecoveryCommand();
[[nodiscard]] Command visitCodesCommand();
[[nodiscard]] Command receiveCommand();
[[nodiscard]] Command exportCommand();
[[nodiscard]] Command openCommand();
[[nodiscard]] Command verifyCommand();

/// The whole program. Main thread, once.
[[nodiscard]] int runPracticeAdmin(std::span<const std::string> words);

} // namespace kiosk::tools
