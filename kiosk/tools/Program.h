#pragma once

#include "kiosk/tools/Arguments.h"

namespace kiosk::tools {

/// What a command has to say at the end, and the exit status.
struct Outcome {
    std::string text;
    int status = 0;
    bool isData = false; ///< `text` goes out to the byte: it is read by programs, not by a person at a terminal
};
/// 0 done; 1 it failed; 2 the command line is wrong; 3 done, but the outcome names problems to look into. overview()
/// tells it to users.
inline constexpr int statusFailed = 1, statusUsage = 2, statusProblems = 3;

struct Command {
    CommandSpec spec;
    Result<Outcome> (*run)(Arguments const&);
    /// What words alone can be wrong in beside their spelling: refused as the command line, before anything runs.
    Result<void> (*check)(Arguments const&) = nullptr;
};

/// A program of commands.
struct Program {
    std::string name;
    std::string purpose;
    std::vector<Command> commands;
    Result<void> (*check)() = nullptr; ///< before any command runs
};

/// Finds the command, runs it, prints, gives the exit status. Main thread, once.
[[nodiscard]] int run(Program const& program, std::span<const std::string> words);

} // namespace kiosk::tools
