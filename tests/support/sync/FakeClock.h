#pragma once

#include "kiosk/core/base/Clock.h"

#include <atomic>

namespace tests::support {

/// A calendar that goes where the test puts it. Any thread.
class FakeClock final : public kiosk::Clock {
public:
    explicit FakeClock(kiosk::Instant start) : m_now(start) {}
    [[nodiscard]] kiosk::Instant now() const override { return m_now; }
    void set(kiosk::Instant instant) { m_now = instant; }
    void advance(std::chrono::milliseconds time) { m_now = m_now.load() + time; }

private:
    std::atomic<kiosk::Instant> m_now;
};

} // namespace tests::support
