#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::base {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

/// The bytes of a text, not copied: valid as long as the text is.
[[nodiscard]] inline ByteView asBytes(std::string_view text) {
    return {reinterpret_cast<std::uint8_t const*>(text.data()), text.size()};
}
[[nodiscard]] inline std::string_view asText(ByteView bytes) {
    return {reinterpret_cast<char const*>(bytes.data()), bytes.size()};
}
[[nodiscard]] inline Bytes toBytes(std::string_view text) {
    auto view = asBytes(text);
    return {view.begin(), view.end()};
}
inline void append(Bytes& to, ByteView what) {
    to.insert(to.end(), what.begin(), what.end());
}

/// Unsigned integers on the wire and on disk are big endian.
inline void appendU32(Bytes& to, std::uint32_t value) {
    for (int shift = 24; shift >= 0; shift -= 8) to.push_back(static_cast<std::uint8_t>(value >> shift));
}
inline void appendU64(Bytes& to, std::uint64_t value) {
    for (int shift = 56; shift >= 0; shift -= 8) to.push_back(static_cast<std::uint8_t>(value >> shift));
}
/// Reads the first 4 (8) bytes, which the caller has checked to be there.
[[nodiscard]] inline std::uint32_t readU32(ByteView from) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = (value << 8) | from[i];
    return value;
}
[[nodiscard]] inline std::uint64_t readU64(ByteView from) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < 8; ++i) value = (value << 8) | from[i];
    return value;
}

} // namespace kiosk::base

namespace kiosk {
using base::asBytes;
using base::asText;
using base::Bytes;
using base::ByteView;
using base::toBytes;
} // namespace kiosk
