#include "kiosk/device/Presence.h"

#include <linux/input.h>

namespace kiosk::device {

Presence::Presence(Path folder, std::function<InputSwitch::Probe(InputSwitch::Which)> makeProbe, QObject* parent) :
    QObject(parent), m_folder(std::move(folder)), m_makeProbe(makeProbe ? std::move(makeProbe) : &InputSwitch::kernel) {
    m_away.setSingleShot(true);
    connect(&m_away, &QTimer::timeout, this, &Presence::left);
}

void Presence::watch(std::chrono::milliseconds away, std::optional<int> key) {
    rest();
    m_away.setInterval(away);
    const InputSwitch::Which which{static_cast<unsigned short>(key ? EV_KEY : EV_SW),
                                   static_cast<unsigned short>(key.value_or(SW_FRONT_PROXIMITY))};
    m_sensor = std::make_unique<InputSwitch>(which, m_folder, m_makeProbe(which));
    connect(m_sensor.get(), &InputSwitch::changed, this, &Presence::onChanged);
}

void Presence::rest() {
    m_away.stop();
    m_sensor.reset();
}

void Presence::onChanged(bool isThere) {
    if (isThere || !m_sensor->isThere())
        m_away.stop();
    else
        m_away.start();
}

} // namespace kiosk::device
