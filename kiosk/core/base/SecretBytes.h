#pragma once

#include "kiosk/core/base/Bytes.h"

#include <memory>

namespace kiosk::base {

/// Key material. Lives in libsodium's guarded heap: locked into memory where the limit allows, kept out of core
/// dumps, wiped on destruction. Movable, copied only by name.
class SecretBytes {
public:
    /// `size` zero bytes. Throws std::bad_alloc when guarded memory runs out.
    explicit SecretBytes(std::size_t size);
    explicit SecretBytes(ByteView from);
    static SecretBytes random(std::size_t size);

    SecretBytes(SecretBytes&&) noexcept = default;
    SecretBytes& operator=(SecretBytes&&) noexcept = default;

    [[nodiscard]] SecretBytes copy() const { return SecretBytes(view()); }
    [[nodiscard]] std::uint8_t* data() { return m_data.get(); }
    [[nodiscard]] std::uint8_t const* data() const { return m_data.get(); }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] ByteView view() const { return {m_data.get(), m_size}; }
    operator ByteView() const { return view(); }

private:
    struct Free {
        void operator()(std::uint8_t* data) const;
    };
    std::unique_ptr<std::uint8_t, Free> m_data;
    std::size_t m_size;
};

/// Overwrites what may not stay in ordinary memory (a passphrase just read, a plaintext just sealed).
void wipe(Bytes& bytes);
void wipe(std::string& text);

} // namespace kiosk::base

namespace kiosk {
using base::SecretBytes;
} // namespace kiosk
