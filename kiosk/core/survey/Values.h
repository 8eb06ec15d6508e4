#pragma once

#include "kiosk/core/base/Json.h"

#include <compare>
#include <optional>
#include <string_view>

/// FHIR values as they stand in answers: objects with the one member value[x], such as {"valueInteger": 3}.
namespace kiosk::survey {

/// The type of a value: "Integer" for {"valueInteger": 3}. Empty if `value` is not such an object, or has further
/// members.
[[nodiscard]] std::string_view valueType(Json const& value);

/// FHIR date: a real day, month or year ("2026-02-28", "2026-02", "2026").
[[nodiscard]] bool isDate(std::string_view text);

/// Code points of UTF-8 text; nothing if it is not UTF-8 or holds control characters other than tab and line ends.
[[nodiscard]] std::optional<std::size_t> textLength(std::string const& text);

/// Checks the JSON type, ranges of FHIR primitives, dates. Invalid: what is wrong, without the value.
[[nodiscard]] Result<void> checkValue(Json const& value);

/// Order of two values. Integers and decimals compare with each other. Partial dates compare as far as both go, and are
/// unordered when that does not decide. Codings are equivalent or unordered: by system and code, never by display.
[[nodiscard]] std::partial_ordering compare(Json const& left, Json const& right);

[[nodiscard]] inline bool same(Json const& left, Json const& right) {
    return compare(left, right) == std::partial_ordering::equivalent;
}

} // namespace kiosk::survey
