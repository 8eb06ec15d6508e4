#include "kiosk/tools/Commands.h"

#include "kiosk/core/crypto/SelfCheck.h"

#include <iostream>

namespace kiosk::tools {

namespace {

std::vector<Command> allCommands() {
    return {initCommand(),      packCommand(),        signCommand(),   publishCommand(), enrolCommand(),
            kioskListCommand(), kioskRevokeCommand(), exportCommand(), openCommand(),    verifyCommand()};
}

std::string overview(std::vector<Command> const& commands) {
    std::string text = "usage: practice-admin COMMAND ...\n\nKeys, packs, kiosks and exports of a practice.\n\n";
    for (auto const& command : commands)
        text +=
            "  " + command.spec.name + std::string(14 - command.spec.name.size(), ' ') + command.spec.summary + "\n";
    return text + "\npractice-admin COMMAND --help tells more.\n";
}

/// How many words at the beginning are the command's name, which may have two; 0: they are not.
std::size_t wordsOfName(Command const& command, std::span<const std::string> words) {
    if (words[0] == command.spec.name) return 1;
    return words.size() > 1 && words[0] + " " + words[1] == command.spec.name ? 2 : 0;
}

int complain(std::string const& what, int status) {
    std::cerr << "practice-admin: " << what << "\n";
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
    std::cout << outcome->text << std::flush;
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
        if (auto count = wordsOfName(command, words); count > 0) return runCommand(command, words.subspan(count));
    return complain("no such command: " + words[0] + "\n" + overview(commands), statusUsage);
}

} // namespace kiosk::tools
