#pragma once

#include "kiosk/core/base/File.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace kiosk::device {

/// Something that is on or off, of which the kernel tells as of a switch or key of an input device. GUI thread.
class InputSwitch : public QObject {
    Q_OBJECT
public:
    /// As in the kernel's input-event-codes.h: EV_SW or EV_KEY, and which of them.
    struct Which {
        unsigned short type;
        unsigned short code;
    };
    /// Whether the open input device has it, and how it stands.
    using Probe = std::function<std::optional<bool>(int descriptor)>;

    /// Looks for such devices among the `event*` of the folder, also for those that come later. Where there is none, it
    /// is never on.
    InputSwitch(Which which, Path folder, Probe probe, QObject* parent = nullptr);
    ~InputSwitch() override;

    /// That of the kernel.
    [[nodiscard]] static Probe kernel(Which which);

    /// On at any of the devices.
    [[nodiscard]] bool isOn() const { return m_on; }
    /// Some device has it.
    [[nodiscard]] bool isThere() const;

signals:
    void changed(bool on);

private:
    struct Source;

    void look();
    void read(Source& source);
    void settle();

    const Which m_which;
    Path m_folder;
    Probe m_probe;
    QFileSystemWatcher m_watcher;
    std::map<Path, std::unique_ptr<Source>> m_sources; ///< null: a device without it
    bool m_on = false;
};

} // namespace kiosk::device
