#include "kiosk/core/packs/VisitCodes.h"

#include "kiosk/core/packs/Ids.h"
#include "kiosk/core/packs/Members.h"

#include <algorithm>
#include <array>

namespace kiosk::packs {

namespace {

constexpr std::size_t mostRules = 32, mostFormsOfRule = 8;

/// The quasigroup of order 10 of Damm's dissertation ("Total anti-symmetrische Quasigruppen", Marburg 2004).
constexpr std::array<std::string_view, 10> damm{"0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
                                                "3674209581", "5869720134", "8945362017", "9438617205", "2581436790"};

bool areDigits(std::string_view text) {
    return text.find_first_not_of("0123456789") == text.npos;
}

Result<CodeRule> readRule(Json const& json) {
    TRY(knownMembersOnly(json, {"prefix", "instruments"}));
    CodeRule rule;
    rule.prefix = TRY(base::textMember(json, "prefix"));
    if (rule.prefix.size() != 2 || !areDigits(rule.prefix) || rule.prefix.front() == '0')
        return fail(ErrorKind::Invalid, "prefix: '" + rule.prefix + "' is not from 10 to 99");
    rule.instruments = TRY(readIds(json, "instruments", mostFormsOfRule));
    return rule;
}

} // namespace

char checkDigit(std::string_view digits) {
    char state = '0';
    for (char const digit : digits) state = damm[std::size_t(state - '0')][std::size_t(digit - '0')];
    return state;
}

bool isVisitCode(std::string_view text) {
    return text.size() == visitCodeDigits && areDigits(text) && checkDigit(text) == '0';
}

std::string makeVisitCode(std::string_view prefix, std::uint32_t serial) {
    auto const number = std::to_string(serial);
    auto code = std::string(prefix) + std::string(visitCodeDigits - 3 - number.size(), '0') + number;
    return code + checkDigit(code);
}

CodeRule const* VisitCodes::ruleOf(std::string_view code) const {
    if (!isVisitCode(code)) return nullptr;
    auto const found = std::ranges::find(rules, code.substr(0, 2), &CodeRule::prefix);
    return found == rules.end() ? nullptr : &*found;
}

Result<VisitCodes> VisitCodes::parse(Json const& json) {
    TRY(knownMembersOnly(json, {"rules", "only"}));
    VisitCodes codes;
    if (json.contains("only")) {
        if (!json["only"].is_boolean()) return fail(ErrorKind::Invalid, "only: is neither true nor false");
        codes.only = json["only"].get<bool>();
    }
    if (!json.contains("rules") || !json["rules"].is_array() || json["rules"].empty() ||
        json["rules"].size() > mostRules)
        return fail(ErrorKind::Invalid, "rules: must have 1 to 32 entries");
    for (auto const& each : json["rules"]) {
        auto rule = readRule(each);
        if (!rule) return fail(rule.error().in("rules"));
        if (std::ranges::find(codes.rules, rule->prefix, &CodeRule::prefix) != codes.rules.end())
            return fail(ErrorKind::Invalid, "rules: prefix: names " + rule->prefix + " twice");
        codes.rules.push_back(std::move(*rule));
    }
    return codes;
}

} // namespace kiosk::packs
