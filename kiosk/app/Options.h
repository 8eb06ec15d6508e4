#pragma once

#include "kiosk/core/base/File.h"

#include <span>

namespace kiosk::app {

struct Options {
    enum class Task { Run, SelfTest, Counts, Help };
    Task task = Task::Run;
    Path kiosk;
    bool windowed = false;
    int width = 1280;
    int height = 800;

    /// Invalid: names the argument.
    static Result<Options> parse(std::span<char const* const> arguments);
};

inline constexpr std::string_view usage = R"(usage: kiosk-app --kiosk DIR [--windowed] [--size WxH]
       kiosk-app --kiosk DIR --counts
       kiosk-app --self-test

The touchscreen program of a Candor kiosk. DIR is what `kiosk-syncd enrol` made.

  --windowed     in a window instead of the whole screen
  --size WxH     size of the window (default 1280x800)
  --counts       print what the store has counted as one JSON line and end; the kiosk must not be running
  --self-test    load all of the user interface and walk through every screen; exit status 1 lists what is wrong
  --help         this text

Keys are read from $CREDENTIALS_DIRECTORY if it is set, else from DIR/app-keys: store.key, device-signing.key.
Exit status: 0; 1 the kiosk cannot run (the reason is on standard error); 2 wrong arguments; 75 start it again.
)";

} // namespace kiosk::app
