#pragma once

#include "kiosk/device/InputSwitch.h"

namespace kiosk::device {

/// Notices headphones in the socket: the kernel tells of them as of a switch (SW_HEADPHONE_INSERT) of an input device
/// that belongs to the sound card. Where there is none, nothing is ever plugged. GUI thread.
class Headphones : public QObject {
    Q_OBJECT
public:
    explicit Headphones(Path folder = "/dev/input", QObject* parent = nullptr);
    Headphones(Path folder, InputSwitch::Probe probe, QObject* parent = nullptr);

    [[nodiscard]] bool arePlugged() const { return m_socket.isOn(); }

signals:
    void pluggedChanged(bool plugged);

private:
    InputSwitch m_socket;
};

} // namespace kiosk::device
