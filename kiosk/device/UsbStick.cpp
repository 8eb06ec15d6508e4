#include "kiosk/device/UsbStick.h"

#include <chrono>
#include <sys/stat.h>
#include <utility>

namespace kiosk::device {

using namespace std::chrono_literals;

UsbStick::UsbStick(Path mountPoint, Requests const& requests, IsMounted isMounted, QObject* parent) :
    QObject(parent), m_mountPoint(std::move(mountPoint)), m_requests(requests), m_isMounted(std::move(isMounted)) {
    m_timer.setInterval(1s);
    connect(&m_timer, &QTimer::timeout, this, &UsbStick::look);
}

void UsbStick::watch(bool watching) {
    if (!watching) return m_timer.stop();
    m_timer.start();
    look();
}

void UsbStick::look() {
    bool const isThere = m_isMounted(m_mountPoint);
    if (std::exchange(m_isThere, isThere) != isThere) emit thereChanged();
}

bool UsbStick::isMountPoint(Path const& folder) {
    struct stat own {};
    struct stat parent {};
    return ::stat(folder.c_str(), &own) == 0 && ::stat(folder.parent_path().c_str(), &parent) == 0 &&
           own.st_dev != parent.st_dev;
}

} // namespace kiosk::device
