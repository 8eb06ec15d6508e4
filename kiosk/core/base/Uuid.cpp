#include "kiosk/core/base/Uuid.h"

#include "kiosk/core/base/Encoding.h"

#include <algorithm>
#include <sodium.h>
#include <stdexcept>

namespace kiosk::base {

Uuid Uuid::random() {
    if (sodium_init() < 0) throw std::runtime_error("libsodium found no source of randomness");
    Uuid id;
    randombytes_buf(id.bytes.data(), id.bytes.size());
    id.bytes[6] = static_cast<std::uint8_t>((id.bytes[6] & 0x0f) | 0x40);
    id.bytes[8] = static_cast<std::uint8_t>((id.bytes[8] & 0x3f) | 0x80);
    return id;
}

Result<Uuid> Uuid::parse(std::string_view text) {
    auto const refused = fail(ErrorKind::Invalid, "not a UUID");
    if (text.size() != 36) return refused;
    std::string digits;
    for (std::size_t i = 0; i < text.size(); ++i) {
        bool const dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash != (text[i] == '-')) return refused;
        if (!dash) digits += text[i];
    }
    auto bytes = fromHex(digits);
    if (!bytes) return refused;
    return from(*bytes);
}

Uuid Uuid::from(ByteView sixteen) {
    Uuid id;
    std::copy_n(sixteen.begin(), id.bytes.size(), id.bytes.begin());
    return id;
}

std::string Uuid::toString() const {
    auto text = toHex(bytes);
    for (std::size_t at : {20U, 16U, 12U, 8U}) text.insert(at, "-");
    return text;
}

} // namespace kiosk::base
