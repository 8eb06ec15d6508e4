#pragma once

#include <chrono>

namespace kiosk::app {

/// Puts a new process in the place of this one, under the same id: the same program with the same arguments, and
/// nothing else that it had, neither memory nor open files nor programs it started. Call it when all else is destroyed.
/// Returns only where it cannot be done. Signals that are blocked stay so, and reach the new process.
void startOver(char** arguments);

/// How long ago this process began, as a new one or in the place of another.
[[nodiscard]] std::chrono::milliseconds sinceStart();

/// Programs that this one started, and those they started, are its to end, also if they let go of it. Once, early.
void keepDescendants();
/// Ends them all, at once.
void endDescendants();

} // namespace kiosk::app
