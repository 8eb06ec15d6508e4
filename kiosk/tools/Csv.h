#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace kiosk::tools {

/// A cell of a CSV file: text that people or forms gave, or a number that we computed.
using Cell = std::variant<std::string, double>;

/// One line of CSV (RFC 4180: comma, CRLF). Every text is in quotes. Spreadsheet programs run a cell as a formula that
/// begins with = + - @ (also their full-width forms, after spaces or after a control character); such a text gets one
/// apostrophe in front, and so does a text that begins with an apostrophe. So the way back is: one apostrophe at the
/// beginning of a text goes away. Numbers are not quoted, may begin with -, and have as many digits as it takes to
/// read the same number back.
[[nodiscard]] std::string csvLine(std::vector<Cell> const& cells);

/// In front of the first line of a file: spreadsheet programs take a CSV without it for Latin-1.
inline constexpr std::string_view utf8Mark = "\xEF\xBB\xBF";

[[nodiscard]] std::string withoutFormula(std::string_view text);
[[nodiscard]] std::string numberText(double value);

} // namespace kiosk::tools
