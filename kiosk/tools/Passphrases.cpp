#include "kiosk/tools/Passphrases.h"

#include "kiosk/tools/Interruption.h"

#include <algorithm>
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace kiosk::tools {

namespace {

constexpr std::size_t shortestPassphrase = 12, longestPassphrase = 1024;
constexpr int mostTries = 3; // to type a new one

/// The terminal of this process, with its echo off while this lives.
class SilentTerminal {
public:
    SilentTerminal() : m_terminal(::open("/dev/tty", O_RDWR | O_CLOEXEC)) {
        if (m_terminal < 0 || ::tcgetattr(m_terminal, &m_before) != 0) return;
        auto silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        m_ready = ::tcsetattr(m_terminal, TCSAFLUSH, &silent) == 0;
    }
    SilentTerminal(SilentTerminal const&) = delete;
    SilentTerminal& operator=(SilentTerminal const&) = delete;
    ~SilentTerminal() {
        if (m_ready) ::tcsetattr(m_terminal, TCSAFLUSH, &m_before);
        if (m_terminal >= 0) ::close(m_terminal);
    }
    [[nodiscard]] bool ready() const { return m_ready; }

    [[nodiscard]] Result<SecretBytes> ask(std::string const& question) const {
        say(question + ": ");
        SecretBytes line(longestPassphrase);
        std::size_t length = 0;
        std::uint8_t byte = 0;
        auto waited = waitToRead(m_terminal);
        while (waited && ::read(m_terminal, &byte, 1) == 1 && byte != '\n' && length < line.size()) {
            line.data()[length++] = byte;
            waited = waitToRead(m_terminal);
        }
        say("\n");
        TRY(std::move(waited));
        if (length == 0) return fail(ErrorKind::Invalid, "no passphrase was typed");
        return SecretBytes(line.view().first(length));
    }

    void say(std::string const& text) const {
        [[maybe_unused]] auto const written = ::write(m_terminal, text.data(), text.size());
    }

private:
    int m_terminal;
    termios m_before{};
    bool m_ready = false;
};

/// The first line of the file.
Result<SecretBytes> readPassphrase(Path const& file) {
    auto content = TRY(base::readFile(file, longestPassphrase + 2));
    auto const length = static_cast<std::size_t>(std::find(content.begin(), content.end(), '\n') - content.begin());
    auto const whole = content.size() <= length + 1;
    SecretBytes passphrase(ByteView(content).first(length));
    base::wipe(content);
    if (!whole) return fail(ErrorKind::Invalid, file.string() + ": has more than one line");
    if (length == 0) return fail(ErrorKind::Invalid, file.string() + ": is empty");
    return passphrase;
}

Result<SecretBytes> checkLength(SecretBytes passphrase, std::string const& name) {
    if (passphrase.size() >= shortestPassphrase) return passphrase;
    return fail(ErrorKind::Invalid,
                "the passphrase of " + name + " is shorter than " + std::to_string(shortestPassphrase) + " characters");
}

Result<SecretBytes> askTwice(SilentTerminal const& terminal, std::string const& name) {
    auto first = TRY(checkLength(TRY(terminal.ask("New passphrase of " + name)), name));
    auto const second = TRY(terminal.ask("Once more"));
    if (asText(first) != asText(second)) return fail(ErrorKind::Invalid, "the two passphrases of " + name + " differ");
    return first;
}

/// A slip of a finger does not undo what the people before have typed.
Result<SecretBytes> askUntilFine(SilentTerminal const& terminal, std::string const& name) {
    for (int tries = 1;; ++tries) {
        auto answer = askTwice(terminal, name);
        if (answer || tries == mostTries || answer.error().kind != ErrorKind::Invalid) return answer;
        terminal.say(answer.error().text + "; please try again\n");
    }
}

Error noTerminal(std::string const& name) {
    return {ErrorKind::Invalid, "the passphrase of " + name +
                                    " is missing: there is no terminal to ask at, and no --passphrase-file " + name +
                                    "=FILE"};
}

} // namespace

CommandSpec::Option passphraseOption() {
    return {.name = "--passphrase-file",
            .value = "NAME=FILE",
            .help = "passphrase of NAME (first line of FILE); else it is asked for at the terminal",
            .need = CommandSpec::Need::Repeated,
            .shortName = {}};
}

Result<Passphrases> Passphrases::from(Arguments const& arguments) {
    Passphrases passphrases;
    for (auto const& text : arguments.all("--passphrase-file")) {
        auto const split = text.find('=');
        if (split == 0 || split == text.npos || split + 1 == text.size())
            return fail(ErrorKind::Invalid, "--passphrase-file: not of the form NAME=FILE");
        if (!passphrases.m_files.emplace(text.substr(0, split), text.substr(split + 1)).second)
            return fail(ErrorKind::Invalid, "--passphrase-file: two for " + text.substr(0, split));
    }
    return passphrases;
}

Result<SecretBytes> Passphrases::existing(std::string const& name) const {
    if (auto file = m_files.find(name); file != m_files.end()) return readPassphrase(file->second);
    const SilentTerminal terminal;
    return terminal.ready() ? terminal.ask("Passphrase of " + name) : fail(noTerminal(name));
}

Result<SecretBytes> Passphrases::fresh(std::string const& name) const {
    if (auto file = m_files.find(name); file != m_files.end())
        return checkLength(TRY(readPassphrase(file->second)), name);
    const SilentTerminal terminal;
    if (!terminal.ready()) return fail(noTerminal(name));
    return askUntilFine(terminal, name);
}

} // namespace kiosk::tools
