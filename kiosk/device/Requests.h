#pragma once

#include "kiosk/core/base/File.h"

namespace kiosk::device {

/// What the program may ask of the system but not do itself. A request is a file in a folder; a systemd path unit
/// (firmware-config/session/requests) acts on it and takes it away.
class Requests {
public:
    explicit Requests(Path folder) : m_folder(std::move(folder)) {}

    /// Unmounts the USB stick.
    [[nodiscard]] Result<void> releaseStick() const { return ask("release-stick"); }
    /// Erases keys, store and spool, and switches the machine off.
    [[nodiscard]] Result<void> factoryReset() const { return ask("factory-reset"); }

private:
    /// NotFound: this system takes no requests. Errors name the file.
    [[nodiscard]] Result<void> ask(std::string_view what) const { return base::writeFileDurably(m_folder / what, {}); }

    Path m_folder;
};

} // namespace kiosk::device
