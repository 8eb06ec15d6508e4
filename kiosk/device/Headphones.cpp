#include "kiosk/device/Headphones.h"

#include <linux/input.h>

namespace kiosk::device {

namespace {
constexpr InputSwitch::Which inserted{EV_SW, SW_HEADPHONE_INSERT};
} // namespace

Headphones::Headphones(Path folder, QObject* parent) :
    Headphones(std::move(folder), InputSwitch::kernel(inserted), parent) {}

Headphones::Headphones(Path folder, InputSwitch::Probe probe, QObject* parent) :
    QObject(parent), m_socket(inserted, std::move(folder), std::move(probe)) {
    connect(&m_socket, &InputSwitch::changed, this, &Headphones::pluggedChanged);
}

} // namespace kiosk::device
