#pragma once

#include "kiosk/core/base/File.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace kiosk::device {

/// Notices headphones in the socket: the kernel tells of them as of a switch (SW_HEADPHONE_INSERT) of an input device
/// that belongs to the sound card. GUI thread.
class Headphones : public QObject {
    Q_OBJECT
public:
    /// Whether the open input device has the switch, and how it stands.
    using Probe = std::function<std::optional<bool>(int descriptor)>;

    /// Looks for such devices among the `event*` of the folder, also for those that come later. Where there is none,
    /// nothing is ever plugged.
    explicit Headphones(Path folder = "/dev/input", Probe probe = &askKernel, QObject* parent = nullptr);
    ~Headphones() override;

    [[nodiscard]] bool arePlugged() const { return m_plugged; }

signals:
    void pluggedChanged(bool plugged);

private:
    struct Socket;

    static std::optional<bool> askKernel(int descriptor);
    void look();
    void read(Socket& socket);
    void settle();

    Path m_folder;
    Probe m_probe;
    QFileSystemWatcher m_watcher;
    std::map<Path, std::unique_ptr<Socket>> m_sockets; ///< null: a device without the switch
    bool m_plugged = false;
};

} // namespace kiosk::device
