#pragma once

#include "kiosk/core/base/Result.h"
#include "kiosk/core/base/Uuid.h"

#include <chrono>

namespace kiosk::staff {

/// A moment that nobody can set: time since the machine was started, sleep included, in one of its runs.
struct Moment {
    Uuid boot;
    std::chrono::milliseconds since{};
};

class Uptime {
public:
    virtual ~Uptime() = default;
    [[nodiscard]] virtual Moment now() const = 0;
};

class SystemUptime final : public Uptime {
public:
    /// Internal: the kernel does not say which run this is.
    [[nodiscard]] static Result<SystemUptime> create();
    [[nodiscard]] Moment now() const override;

private:
    explicit SystemUptime(Uuid const& boot) : m_boot(boot) {}
    Uuid m_boot;
};

} // namespace kiosk::staff
