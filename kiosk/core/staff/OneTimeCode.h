#pragma once

#include "kiosk/core/base/SecretBytes.h"

namespace kiosk::staff {

inline constexpr std::size_t codeDigits = 12;

/// Twelve random digits, each as likely as another.
[[nodiscard]] SecretBytes newOneTimeCode();

} // namespace kiosk::staff
