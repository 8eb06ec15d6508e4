#pragma once

#include "kiosk/core/base/Bytes.h"

#include <optional>

namespace sync_protocol {

/// Takes bytes from the front; once too few are left, everything it gives is empty or zero and ok() says so.
class Cursor {
public:
    explicit Cursor(kiosk::ByteView bytes) : m_left(bytes) {}

    [[nodiscard]] bool ok() const { return m_ok; }
    [[nodiscard]] bool atEnd() const { return m_left.empty(); }

    kiosk::ByteView take(std::size_t count) {
        if (count > m_left.size()) m_ok = false;
        if (!m_ok) return {};
        auto taken = m_left.first(count);
        m_left = m_left.subspan(count);
        return taken;
    }
    std::uint8_t takeU8() {
        auto byte = take(1);
        return m_ok ? byte[0] : std::uint8_t{0};
    }
    std::uint32_t takeU32() {
        auto bytes = take(4);
        return m_ok ? kiosk::base::readU32(bytes) : 0;
    }

private:
    kiosk::ByteView m_left;
    bool m_ok = true;
};

} // namespace sync_protocol
