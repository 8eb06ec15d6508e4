#pragma once

#include "kiosk/core/base/Json.h"

#include <optional>
#include <string>
#include <vector>

namespace kiosk::packs {

/// A visit code is eight digits: two say which forms are asked (CodeRule::prefix), five tell visits apart, and the last
/// is a check digit by H. M. Damm (2004), which notices every wrong digit and every two neighbours that changed places.
/// It is no secret: it says what to ask and, in the record, which visit the answers are from.
inline constexpr std::size_t visitCodeDigits = 8;
inline constexpr std::uint32_t mostSerials = 100'000; ///< of one prefix

/// What makes `digits` end in nothing: "572" gives '4'. `digits` holds only 0-9.
[[nodiscard]] char checkDigit(std::string_view digits);

/// Whether it is eight digits with the right last one.
[[nodiscard]] bool isVisitCode(std::string_view text);
/// `prefix` is that of a CodeRule, `serial` below mostSerials.
[[nodiscard]] std::string makeVisitCode(std::string_view prefix, std::uint32_t serial);

/// The forms that a code asks, in this order.
struct CodeRule {
    std::string prefix; ///< "10" to "99"
    std::vector<std::string> instruments;
};

/// visit_codes of the settings; each member is described in firmware-config/schema/README.md.
struct VisitCodes {
    std::vector<CodeRule> rules;
    bool only = false; ///< nobody chooses a survey without a code

    /// Null: it is not a code, or of no rule here.
    [[nodiscard]] CodeRule const* ruleOf(std::string_view code) const;
    /// Invalid, with the member's name.
    [[nodiscard]] static Result<VisitCodes> parse(Json const& json);
};

} // namespace kiosk::packs
