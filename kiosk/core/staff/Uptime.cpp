#include "kiosk/core/staff/Uptime.h"

#include <fstream>
#include <time.h>

namespace kiosk::staff {

Result<SystemUptime> SystemUptime::create() {
    std::ifstream file("/proc/sys/kernel/random/boot_id");
    std::string line;
    std::getline(file, line);
    auto const boot = Uuid::parse(line);
    if (!boot) return fail(ErrorKind::Internal, "/proc/sys/kernel/random/boot_id: holds no UUID");
    return SystemUptime(*boot);
}

Moment SystemUptime::now() const {
    timespec time{};
    ::clock_gettime(CLOCK_BOOTTIME, &time);
    return {m_boot, std::chrono::seconds(time.tv_sec) +
                        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::nanoseconds(time.tv_nsec))};
}

} // namespace kiosk::staff
