#pragma once

#include "kiosk/device/Requests.h"

#include <QObject>
#include <QTimer>
#include <functional>

namespace kiosk::device {

/// The USB stick that the system mounts at one place (firmware-config/session), if one is plugged in. The program can
/// neither mount nor unmount: it looks, and asks. GUI thread.
class UsbStick : public QObject {
    Q_OBJECT
public:
    using IsMounted = std::function<bool(Path const&)>;

    /// `requests` must outlive it.
    UsbStick(Path mountPoint, Requests const& requests, IsMounted isMounted = &isMountPoint, QObject* parent = nullptr);

    /// Looks once a second from now on, or no longer.
    void watch(bool watching);
    [[nodiscard]] bool isThere() const { return m_isThere; }
    [[nodiscard]] Path const& folder() const { return m_mountPoint; }
    /// Asks the system to unmount it; thereChanged() comes when it has. Errors name the file.
    [[nodiscard]] Result<void> release() const { return m_requests.releaseStick(); }

    /// Another file system than that of its parent folder.
    [[nodiscard]] static bool isMountPoint(Path const& folder);

signals:
    void thereChanged();

private:
    void look();

    Path m_mountPoint;
    Requests const& m_requests;
    IsMounted m_isMounted;
    QTimer m_timer;
    bool m_isThere = false;
};

} // namespace kiosk::device
