#include "kiosk/tools/Program.h"

#include "kiosk/tools/Printable.h"

#include <algorithm>
#include <iostream>

namespace kiosk::tools {

namespace {

std::string overview(Program const& program) {
    std::size_t longest = 0;
    for (auto const& command : program.commands) longest = std::max(longest, command.spec.name.size());
    std::string text = "usage: " + program.name + " COMMAND ...\n\n" + program.purpose + "\n\n";
    for (auto const& command : program.commands)
        text += "  " + command.spec.name + std::string(longest + 2 - command.spec.name.size(), ' ') +
                command.spec.summary + "\n";
    return text + "\n" + program.name +
           " COMMAND --help tells more.\n"
           "Exit status: 0 done; 1 it failed, as when a file cannot be read; 2 the command line is wrong;\n"
           "3 done, and errors were found in what was looked at.\n";
}

int complain(Program const& program, std::string const& what, int status) {
    std::cerr << program.name << ": " << printable(what) << "\n";
    return status;
}

int runCommand(Program const& program, Command const& command, std::span<const std::string> words) {
    for (auto const& word : words)
        if (word == "--help" || word == "-h") {
            std::cout << usage(program.name, command.spec);
            return 0;
        }
    auto const arguments = Arguments::parse(command.spec, words);
    auto const checked = arguments && command.check ? command.check(*arguments) : Result<void>();
    if (auto const* fault = !arguments ? &arguments.error() : !checked ? &checked.error() : nullptr)
        return complain(program,
                        command.spec.name + ": " + fault->text + " (see " + program.name + " " + command.spec.name +
                            " --help)",
                        statusUsage);
    if (program.check)
        if (auto sound = program.check(); !sound) return complain(program, sound.error().text, statusFailed);
    auto const outcome = command.run(*arguments);
    if (!outcome) return complain(program, command.spec.name + ": " + outcome.error().text, statusFailed);
    std::cout << (outcome->isData ? outcome->text : printable(outcome->text)) << std::flush;
    return std::cout ? outcome->status : complain(program, "standard output cannot be written", statusFailed);
}

/// How many words at the beginning are the command's name, which may have two; 0: they are not.
std::size_t wordsOfName(Command const& command, std::span<const std::string> words) {
    if (words[0] == command.spec.name) return 1;
    return words.size() > 1 && words[0] + " " + words[1] == command.spec.name ? 2 : 0;
}

} // namespace

int run(Program const& program, std::span<const std::string> words) {
    if (words.empty()) return complain(program, "a command is missing\n" + overview(program), statusUsage);
    if (words[0] == "--help" || words[0] == "-h" || words[0] == "help") {
        std::cout << overview(program);
        return 0;
    }
    for (auto const& command : program.commands)
        if (auto count = wordsOfName(command, words); count > 0)
            return runCommand(program, command, words.subspan(count));
    return complain(program, "no such command: " + words[0] + "\n" + overview(program), statusUsage);
}

} // namespace kiosk::tools
