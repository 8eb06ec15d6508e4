#include "kiosk/tools/Arguments.h"

#include <algorithm>
#include <charconv>

namespace kiosk::tools {

namespace {

using Need = CommandSpec::Need;

bool isRequired(Need need) {
    return need == Need::Required || need == Need::RequiredRepeated;
}
bool mayRepeat(Need need) {
    return need == Need::Repeated || need == Need::RequiredRepeated;
}

CommandSpec::Option const* findOption(CommandSpec const& spec, std::string const& word) {
    for (auto const& option : spec.options)
        if (word == option.name || (!option.shortName.empty() && word == option.shortName)) return &option;
    return nullptr;
}

std::string synopsis(CommandSpec::Option const& option) {
    auto const one =
        (option.shortName.empty() ? option.name : option.shortName) + (option.value.empty() ? "" : " " + option.value);
    return (isRequired(option.need) ? one : "[" + one + "]") + (mayRepeat(option.need) ? "..." : "");
}

std::string row(std::string left, std::string const& help) {
    constexpr std::size_t width = 30;
    left = "  " + left;
    if (left.size() < width) return left + std::string(width - left.size(), ' ') + help + "\n";
    return left + "\n" + std::string(width, ' ') + help + "\n";
}

std::optional<std::chrono::minutes> minutesOf(char unit) {
    switch (unit) {
    case 'm': return std::chrono::minutes(1);
    case 'h': return std::chrono::hours(1);
    case 'd': return std::chrono::hours(24);
    default: return std::nullopt;
    }
}

std::optional<Instant> parseDuration(std::string_view text, Instant now) {
    if (text.size() < 2) return std::nullopt;
    auto const unit = minutesOf(text.back());
    unsigned count = 0;
    auto const* end = text.data() + text.size() - 1;
    auto const [stop, error] = std::from_chars(text.data(), end, count);
    if (!unit || error != std::errc{} || stop != end || count > 100'000) return std::nullopt;
    return now + *unit * count;
}

} // namespace

std::string usage(std::string_view program, CommandSpec const& spec) {
    std::string text = "usage: " + std::string(program) + " " + spec.name;
    for (auto const& operand : spec.operands)
        text += (operand.mayMiss ? " [" + operand.name + "]" : " " + operand.name) + (operand.repeats ? "..." : "");
    for (auto const& option : spec.options) text += " " + synopsis(option);
    text += "\n\n" + spec.summary + "\n\n";
    for (auto const& operand : spec.operands) text += row(operand.name, operand.help);
    for (auto const& option : spec.options)
        text += row((option.shortName.empty() ? "" : option.shortName + ", ") + option.name + " " + option.value,
                    option.help);
    if (!spec.notes.empty()) text += "\n" + spec.notes + "\n";
    return text;
}

Result<Arguments> Arguments::parse(CommandSpec const& spec, std::span<const std::string> words) {
    Arguments arguments;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].size() < 2 || words[i].front() != '-') {
            arguments.m_operands.push_back(words[i]);
            continue;
        }
        auto const* option = findOption(spec, words[i]);
        if (option == nullptr) return fail(ErrorKind::Invalid, "unknown option: " + words[i]);
        bool const takesValue = !option->value.empty();
        if (takesValue && i + 1 == words.size()) return fail(ErrorKind::Invalid, words[i] + ": needs " + option->value);
        auto& values = arguments.m_options[option->name];
        if (!values.empty() && !mayRepeat(option->need)) return fail(ErrorKind::Invalid, words[i] + ": given twice");
        values.push_back(takesValue ? words[++i] : std::string());
    }
    for (auto const& option : spec.options)
        if (isRequired(option.need) && !arguments.has(option.name))
            return fail(ErrorKind::Invalid, option.name + " " + option.value + " is missing");
    if (arguments.m_operands.size() < spec.operands.size() && !spec.operands[arguments.m_operands.size()].mayMiss)
        return fail(ErrorKind::Invalid, spec.operands[arguments.m_operands.size()].name + " is missing");
    bool const takesMore = !spec.operands.empty() && spec.operands.back().repeats;
    if (arguments.m_operands.size() > spec.operands.size() && !takesMore)
        return fail(ErrorKind::Invalid, "one word too many: " + arguments.m_operands[spec.operands.size()]);
    return arguments;
}

std::string Arguments::textOr(std::string const& option, std::string const& otherwise) const {
    return has(option) ? text(option) : otherwise;
}

std::vector<std::string> Arguments::all(std::string const& option) const {
    return has(option) ? m_options.at(option) : std::vector<std::string>{};
}

Result<Instant> parseExpiry(std::string_view text, Instant now) {
    auto instant = parseDuration(text, now);
    if (!instant) {
        auto const full = text.size() == 10 ? std::string(text) + "T00:00:00Z" : std::string(text);
        auto const parsed = base::parseIsoText(full);
        if (!parsed)
            return fail(ErrorKind::Invalid, "'" + std::string(text) +
                                                "' is neither a time from now (90m, 12h, 365d) nor "
                                                "a date (2027-01-31, 2027-01-31T12:00:00Z)");
        instant = *parsed;
    }
    if (*instant <= now) return fail(ErrorKind::Invalid, "'" + std::string(text) + "' is not in the future");
    return *instant;
}

} // namespace kiosk::tools
