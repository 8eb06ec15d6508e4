#pragma once

#include "kiosk/core/base/Result.h"

#include <chrono>
#include <string>

namespace kiosk::base {

/// A moment of the calendar, UTC, to the millisecond.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// Where the time comes from, so that tests can set it. Any thread.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override;
};

/// RFC 3339, UTC, whole seconds: "2026-11-22T13:10:14Z", also a FHIR dateTime and instant.
[[nodiscard]] std::string toIsoText(Instant instant);
/// The inverse of toIsoText; fractions of a second are taken too. Invalid: anything else.
[[nodiscard]] Result<Instant> parseIsoText(std::string_view text);

} // namespace kiosk::base

namespace kiosk {
using base::Clock;
using base::Instant;
} // namespace kiosk
