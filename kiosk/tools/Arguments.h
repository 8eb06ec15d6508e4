#pragma once

#include "kiosk/core/base/Clock.h"
#include "kiosk/core/base/File.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace kiosk::tools {

/// What a command takes, for reading the command line and for --help.
struct CommandSpec {
    enum class Need { Required, Optional, Repeated, RequiredRepeated };
    struct Option {
        std::string name;  ///< "--practice"
        std::string value; ///< what stands after it: "DIR"; empty: nothing does
        std::string help;
        Need need = Need::Optional;
        std::string shortName; ///< "-o"
    };
    struct Operand {
        std::string name;
        std::string help;
        bool mayMiss = false; ///< only the last ones
        bool repeats = false; ///< only the last one: one or more
    };
    std::string name;
    std::string summary;
    std::vector<Operand> operands;
    std::vector<Option> options;
    std::string notes; ///< more text for --help
};

[[nodiscard]] std::string usage(std::string_view program, CommandSpec const& spec);

/// A command line that fits its spec.
class Arguments {
public:
    /// Invalid: unknown, missing, or given twice, with its name.
    [[nodiscard]] static Result<Arguments> parse(CommandSpec const& spec, std::span<const std::string> words);

    [[nodiscard]] std::string const& operand(std::size_t index) const { return m_operands[index]; }
    [[nodiscard]] std::size_t operandCount() const { return m_operands.size(); }
    /// Of a required option.
    [[nodiscard]] std::string const& text(std::string const& option) const { return m_options.at(option).front(); }
    [[nodiscard]] std::string textOr(std::string const& option, std::string const& otherwise) const;
    [[nodiscard]] bool has(std::string const& option) const { return m_options.contains(option); }
    [[nodiscard]] std::vector<std::string> all(std::string const& option) const;

private:
    std::vector<std::string> m_operands;
    std::map<std::string, std::vector<std::string>> m_options;
};

/// "90m", "12h", "365d" from now, or "2027-01-31" or "2027-01-31T12:00:00Z". Invalid: anything else, or not after
/// `now`.
[[nodiscard]] Result<Instant> parseExpiry(std::string_view text, Instant now);

} // namespace kiosk::tools
