#include "kiosk/core/base/SecretBytes.h"

#include <cstring>
#include <new>
#include <sodium.h>

namespace kiosk::base {

namespace {

std::uint8_t* allocateGuarded(std::size_t size) {
    // sodium_init is idempotent and thread-safe; without it the guarded heap has no page size.
    if (sodium_init() < 0) throw std::bad_alloc();
    auto* data = static_cast<std::uint8_t*>(sodium_malloc(size));
    if (data == nullptr) throw std::bad_alloc();
    return data;
}

} // namespace

void SecretBytes::Free::operator()(std::uint8_t* data) const {
    sodium_free(data);
}

SecretBytes::SecretBytes(std::size_t size) : m_data(allocateGuarded(size)), m_size(size) {
    std::memset(m_data.get(), 0, size);
}

SecretBytes::SecretBytes(ByteView from) : m_data(allocateGuarded(from.size())), m_size(from.size()) {
    if (!from.empty()) std::memcpy(m_data.get(), from.data(), from.size());
}

SecretBytes SecretBytes::random(std::size_t size) {
    SecretBytes secret(size);
    randombytes_buf(secret.data(), size);
    return secret;
}

namespace {

/// All of what it holds: a buffer that shrank still has the rest behind its end.
template <typename Buffer>
void wipeWhole(Buffer& buffer) {
    buffer.resize(buffer.capacity());
    sodium_memzero(buffer.data(), buffer.size());
    buffer.clear();
}

} // namespace

void wipe(Bytes& bytes) {
    wipeWhole(bytes);
}

void wipe(std::string& text) {
    wipeWhole(text);
}

} // namespace kiosk::base
