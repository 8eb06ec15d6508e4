#pragma once

#include <string>
#include <vector>

namespace kiosk::app {

/// Compiles every QML file inside the program and walks a form with every kind of question through every screen, in
/// every language, with a journal that keeps nothing. Returns what was wrong; empty: all is well. Needs a
/// QGuiApplication; takes a few seconds.
[[nodiscard]] std::vector<std::string> selfTest();

} // namespace kiosk::app
