#pragma once

#include "kiosk/core/base/Result.h"

namespace kiosk::tools {

/// Names for people: UTF-8 of 1 to `longest` bytes without control characters. Invalid, with the option's name.
[[nodiscard]] Result<void> checkName(std::string const& option, std::string const& name, std::size_t longest);

} // namespace kiosk::tools
