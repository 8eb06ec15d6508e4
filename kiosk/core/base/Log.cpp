#include "kiosk/core/base/Log.h"

#include "kiosk/core/base/LogKeeper.h"
#include "kiosk/core/base/Uuid.h"

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

/// The errors of files and drafts name a record; beside the time of the line that would tell whose it is.
std::string withoutIds(std::string_view text) {
    constexpr std::size_t idLetters = 36;
    std::string rest;
    for (std::size_t at = 0; at < text.size(); ++at) {
        bool const isId = Uuid::parse(text.substr(at, idLetters)).has_value();
        rest += isId ? "(id)" : text.substr(at, 1);
        if (isId) at += idLetters - 1;
    }
    return rest;
}

} // namespace

void log(LogLevel level, std::string_view component, std::string_view what,
         std::initializer_list<std::pair<std::string_view, std::string>> fields) {
    std::string line(priorityOf(level));
    line.append(component).append(": ").append(withoutIds(what));
    for (auto const& [name, value] : fields)
        line.append(" ").append(name).append("=").append(name == "device" ? value : withoutIds(value));
    std::replace_if(
        line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    line += '\n';
    // One write: lines of several threads do not mix. Nothing useful can be done if it fails.
    [[maybe_unused]] auto const written = ::write(STDERR_FILENO, line.data(), line.size());
    detail::keepLine(line);
}

} // namespace kiosk::base
