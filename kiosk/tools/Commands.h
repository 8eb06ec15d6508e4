#pragma once

#include "kiosk/tools/Arguments.h"

namespace kiosk::tools {

/// What a command has to say at the end, and the exit status.
struct Outcome {
    std::string text;
    int status = 0;
};
/// 0 done; 1 it failed; 2 the command line is wrong; 3 done, but the outcome names problems to look into.
inline constexpr int statusFailed = 1, statusUsage = 2, statusProblems = 3;

struct Command {
    CommandSpec spec;
    Result<Outcome> (*run)(Arguments const&);
};

[[nodiscard]] Command initCommand();
[[nodiscard]] Command packCommand();
[[nodiscard]] Command signCommand();
[[nodiscard]] Command publishCommand();
[[nodiscard]] Command enrolCommand();
[[nodiscard]] Command kioskListCommand();
[[nodiscard]] Command kioskRevokeCommand();
[[nodiscard]] Command exportCommand();
[[nodiscard]] Command openCommand();
[[nodiscard]] Command verifyCommand();

/// The whole program: finds the command, runs it, prints, gives the exit status. Main thread, once.
[[nodiscard]] int runPracticeAdmin(std::span<const std::string> words);

} // namespace kiosk::tools
