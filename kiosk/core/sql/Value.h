#pragma once

#include "kiosk/core/base/Clock.h"
#include "kiosk/core/base/Uuid.h"

#include <array>
#include <concepts>
#include <cstdint>
#include <optional>
#include <variant>

namespace kiosk::sql {

/// What a statement can be given: NULL, INTEGER, REAL, TEXT or BLOB. Views into the caller's values.
using Value = std::variant<std::monostate, std::int64_t, double, std::string_view, ByteView>;

[[nodiscard]] inline Value toValue(std::nullopt_t) {
    return std::monostate{};
}
template <std::integral T>
[[nodiscard]] Value toValue(T number) {
    return static_cast<std::int64_t>(number);
}
[[nodiscard]] inline Value toValue(double number) {
    return number;
}
[[nodiscard]] inline Value toValue(std::string_view text) {
    return text;
}
[[nodiscard]] inline Value toValue(char const* text) {
    return std::string_view(text);
}
[[nodiscard]] inline Value toValue(std::string const& text) {
    return std::string_view(text);
}
[[nodiscard]] inline Value toValue(ByteView blob) {
    return blob;
}
[[nodiscard]] inline Value toValue(Bytes const& blob) {
    return ByteView(blob);
}
template <std::size_t N>
[[nodiscard]] Value toValue(std::array<std::uint8_t, N> const& blob) {
    return ByteView(blob);
}
/// Ids are blobs of 16 bytes.
[[nodiscard]] inline Value toValue(Uuid const& id) {
    return ByteView(id.bytes);
}
/// Times are whole milliseconds since 1970, UTC (columns named …_ms).
[[nodiscard]] inline Value toValue(Instant instant) {
    return static_cast<std::int64_t>(instant.time_since_epoch().count());
}
template <typename T>
[[nodiscard]] Value toValue(std::optional<T> const& value) {
    return value ? toValue(*value) : Value(std::monostate{});
}

} // namespace kiosk::sql
