#pragma once

#include "kiosk/device/InputSwitch.h"

#include <QTimer>
#include <chrono>

namespace kiosk::device {

/// Notices that whoever stood before the kiosk has gone, where there is a sensor for it: one that the kernel shows as
/// SW_FRONT_PROXIMITY, or as a key (gpio-keys). A sensor that is not there, or is taken away, says nothing. GUI thread.
class Presence : public QObject {
    Q_OBJECT
public:
    /// `makeProbe`: what asks an open device; the kernel's own is null.
    explicit Presence(Path folder = "/dev/input", std::function<InputSwitch::Probe(InputSwitch::Which)> makeProbe = {},
                      QObject* parent = nullptr);

    /// `away`: nobody there for so long means gone. `key`: of the sensor, instead of the switch.
    void watch(std::chrono::milliseconds away, std::optional<int> key);
    void rest();

signals:
    void left();

private:
    void onChanged(bool isThere);

    Path m_folder;
    std::function<InputSwitch::Probe(InputSwitch::Which)> m_makeProbe;
    std::unique_ptr<InputSwitch> m_sensor; ///< null: not watched
    QTimer m_away;
};

} // namespace kiosk::device
