#pragma once

#include "kiosk/core/base/Result.h"

namespace kiosk::tools {

/// From now on the first SIGINT, SIGTERM or SIGHUP does not end the program at once: who writes, reads or asks gets an
/// error at the next step, so that the way out removes what is half done and gives the terminal its echo back. A second
/// signal ends it. Call once, in main.
void heedInterruptions();

/// Internal: such a signal came.
[[nodiscard]] Result<void> notInterrupted();

/// Waits until `descriptor` can be read. Internal: such a signal came, whether before or while waiting.
[[nodiscard]] Result<void> waitToRead(int descriptor);

} // namespace kiosk::tools
