#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::base {

/// From now on every line of log() is also kept in `file`, with its time before it: the newest 64 to 128 KiB, from one
/// start of the program to the next (the older half is beside it, `.old`). A file that cannot be written keeps nothing
/// and stops nobody. Any thread.
void keepLogIn(std::filesystem::path const& file);
/// The newest of them, newest first, without the syslog priority. Any thread.
[[nodiscard]] std::vector<std::string> keptLog(std::size_t most);

namespace detail {
/// A whole line with its end.
void keepLine(std::string_view line);
} // namespace detail

} // namespace kiosk::base
