#include "kiosk/core/base/Log.h"

#include "kiosk/core/base/LogKeeper.h"

#include <algorithm>
#include <unistd.h>

namespace kiosk::base {

namespace {

std::string_view priorityOf(LogLevel level) {
    switch (level) {
    case LogLevel::Info: return "<6>";
    case LogLevel::Warning: return "<4>";
    case LogLevel::Alarm: return "<1>";
    }
    return "<4>";
}

} // namespace

void log(LogLevel level, std::string_view component, std::string_view what,
         std::initializer_list<std::pair<std::string_view, std::string>> fields) {
    std::string line(priorityOf(level));
    line.append(component).append(": ").append(what);
    for (auto const& [name, value] : fields) line.append(" ").append(name).append("=").append(value);
    std::replace_if(
        line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    line += '\n';
    // One write: lines of several threads do not mix. Nothing useful can be done if it fails.
    [[maybe_unused]] auto const written = ::write(STDERR_FILENO, line.data(), line.size());
    detail::keepLine(line);
}

} // namespace kiosk::base
