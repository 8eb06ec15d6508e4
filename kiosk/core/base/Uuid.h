#pragma once

#include "kiosk/core/base/Bytes.h"
#include "kiosk/core/base/Result.h"

#include <array>
#include <compare>
#include <functional>

namespace kiosk::base {

/// RFC 9562 UUID. We mint version 4 only: a time-ordered id would carry the visit's time into de-identified exports.
struct Uuid {
    std::array<std::uint8_t, 16> bytes{};

    static Uuid random();
    /// The 36-character form, lower or upper case. Invalid: anything else.
    [[nodiscard]] static Result<Uuid> parse(std::string_view text);
    /// Exactly 16 bytes, which the caller has checked.
    static Uuid from(ByteView sixteen);

    [[nodiscard]] std::string toString() const;
    auto operator<=>(Uuid const&) const = default;
};

} // namespace kiosk::base

namespace kiosk {
using base::Uuid;
} // namespace kiosk

template <>
struct std::hash<kiosk::base::Uuid> {
    std::size_t operator()(kiosk::base::Uuid const& id) const noexcept {
        return static_cast<std::size_t>(kiosk::base::readU64(id.bytes)); // random bits are their own hash
    }
};
