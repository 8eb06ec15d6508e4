#pragma once

#include "kiosk/core/base/Json.h"
#include "kiosk/core/fhir/Element.h"

#include <compare>
#include <optional>
#include <string_view>

/// FHIR values: elements value[x], answer[x] of a form or a response, and, at the edge to the screens, JSON objects
/// with the one member value[x], such as {"valueInteger": 3}.
namespace kiosk::survey {

using fhir::Element;

/// The type of a value: "Integer" for valueInteger and answerInteger. Empty if it is not one.
[[nodiscard]] std::string_view valueType(Element const& value);
/// The same for {"valueInteger": 3}; empty if `value` is not such an object, or has further members.
[[nodiscard]] std::string_view valueType(Json const& value);

/// FHIR date, dateTime or time: real ones, as precise as they say ("2026-02-28", "2026-02", "2026").
[[nodiscard]] bool isDate(std::string_view text);
[[nodiscard]] bool isDateTime(std::string_view text);
[[nodiscard]] bool isTime(std::string_view text);

/// Code points of UTF-8 text; nothing if it is not UTF-8 or holds control characters other than tab and line ends.
[[nodiscard]] std::optional<std::size_t> textLength(std::string_view text);

/// Whether the value is one of its type: JSON type, range, format. Invalid: what is wrong, without the value.
[[nodiscard]] Result<void> checkValue(Element const& value);

/// Order of two values. Numbers compare exactly, integers with decimals. Partial dates and times compare as far as both
/// go, and are unordered when that does not decide; a dateTime without a zone is of the zone of the other. Quantities
/// compare in their units, and are unordered if these do not convert. Codings are equivalent or unordered: by system
/// and code, never by display; references by what they refer to.
[[nodiscard]] std::partial_ordering compare(Element const& left, Element const& right);

[[nodiscard]] inline bool same(Element const& left, Element const& right) {
    return compare(left, right) == std::partial_ordering::equivalent;
}

/// Of two answers on their way in or out.
[[nodiscard]] bool same(Json const& left, Json const& right);

/// Exact, of JSON numbers of any length. Unordered: the exponent of one is beyond a thousand.
[[nodiscard]] std::partial_ordering compareNumbers(std::string_view left, std::string_view right);
/// Digits behind the point: 2 for "1.10".
[[nodiscard]] std::size_t decimalPlaces(std::string_view number);
/// Nearest double of a JSON number, for scores.
[[nodiscard]] double toDouble(std::string_view number);

} // namespace kiosk::survey
