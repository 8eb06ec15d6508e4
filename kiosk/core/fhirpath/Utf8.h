#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// FHIRPath counts characters; our texts are UTF-8.
namespace kiosk::fhirpath::utf8 {

[[nodiscard]] std::size_t length(std::string_view text);
/// Where the character `index` begins, in bytes; the end if there are not so many.
[[nodiscard]] std::size_t offsetOf(std::string_view text, std::size_t index);
void append(std::string& to, std::uint32_t codePoint);
/// Letters of the Latin, Greek and Cyrillic scripts that have one counterpart; others stay.
[[nodiscard]] std::string upper(std::string_view text);
[[nodiscard]] std::string lower(std::string_view text);
/// Takes the first character off; not for an empty text. What is not UTF-8 goes byte by byte.
[[nodiscard]] std::uint32_t take(std::string_view& text);
[[nodiscard]] bool isValid(std::string_view text);

} // namespace kiosk::fhirpath::utf8
