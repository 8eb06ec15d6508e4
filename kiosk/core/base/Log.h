#pragma once

#include "kiosk/core/base/Result.h"

#include <initializer_list>
#include <string_view>
#include <utility>

namespace kiosk::base {

enum class LogLevel { Info, Warning, Alarm };

/// One line on standard error (the journal in production): `<4>component: what key=value …`, the number being the
/// syslog priority that journald reads. Any thread. Fields are kinds, counts and files: never answers, names, keys. An
/// id is left out wherever it stands, save in a field `device`: a record's, with the time of the line, would tell whose
/// answers it holds.
void log(LogLevel level, std::string_view component, std::string_view what,
         std::initializer_list<std::pair<std::string_view, std::string>> fields = {});

} // namespace kiosk::base
