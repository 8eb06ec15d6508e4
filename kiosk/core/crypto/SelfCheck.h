#pragma once

#include "kiosk/core/base/Result.h"

namespace kiosk::crypto {

/// Starts libsodium and checks each primitive against published answers, and the age format against a file made by
/// another implementation. A few milliseconds. Every program calls it first and ends when it fails. Internal: which
/// one.
[[nodiscard]] Result<void> knownAnswerCheck();

} // namespace kiosk::crypto
