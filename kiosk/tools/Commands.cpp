#include "kiosk/tools/Commands.h"

#include "kiosk/core/crypto/SelfCheck.h"
#include "kiosk/tools/Printable.h"

#include <iostream>

namespace kiosk::tools {

namespace {

std::vector<Command> allCommands() {
    return {initCommand(),  packCommand(),   signCommand(), publishCommand(),
            enrolCommand(), exportCommand(), openCommand(), verifyCommand()};
}

std::string overview(std::vector<Command> const& commands) {
    std::string text = "usage: practice-admin COMMAND ...\n\nKeys, packs, kiosks and exports of a practice.\n\n";
    for (auto const& command : commands)
        text +=
            "  " + command.spec.name + std::string(10 - command.spec.name.size(), ' ') + command.spec.summary + "\n";
    return text + "\npractice-admin COMMAND --help tells more.\n";
}

int complain(std::string const& what, int status) {
    std::cerr << "practice-admin: " << printable(what) << "\n";
    return status;
}

int runCommand(Command const& command, std::span<const std::string> words) {
    for (auto const& word : words)
        if (word == "--help" || word == "-h") {
            std::cout << usage(command.spec);
            return 0;
        }
    auto const arguments = Arguments::parse(command.spec, words);
    if (!arguments)
        return complain(command.spec.name + ": " + arguments.error().text + " (see practice-admin " +
                            command.spec.name + " --help)",
                        statusUsage);
    if (auto sound = crypto::knownAnswerCheck(); !sound) return complain(sound.error().text, statusFailed);
    auto const outcome = command.run(*arguments);
    if (!outcome) return complain(command.spec.name + ": " + outcome.error().text, statusFailed);
    std::cout << printable(outcome->text) << std::flush;
    return std::cout ? outcome->status : complain("standard output cannot be written", statusFailed);
}

} // namespace

int runPracticeAdmin(std::span<const std::string> words) {
    auto const commands = allCommands();
    if (words.empty()) return complain("a command is missing\n" + overview(commands), statusUsage);
    if (words[0] == "--help" || words[0] == "-h" || words[0] == "help") {
        std::cout << overview(commands);
        return 0;
    }
    for (auto const& command : commands)
        if (command.spec.name == words[0]) return runCommand(command, words.subspan(1));
    return complain("no such command: " + words[0] + "\n" + overview(commands), statusUsage);
}

} // namespace kiosk::tools
