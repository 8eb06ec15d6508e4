// What we seal opens with the Debian programs age and age-keygen, and the other way round.

#include "kiosk/core/base/File.h"
#include "kiosk/core/base/Uuid.h"
#include "kiosk/core/crypto/Age.h"

#include <chrono>
#include <gtest/gtest.h>
#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

namespace kiosk::crypto {
namespace {

using namespace std::chrono_literals;

/// A program on a terminal of its own: age takes passphrases from nowhere else.
class TerminalProgram {
public:
    explicit TerminalProgram(std::string const& command) {
        m_process = forkpty(&m_terminal, nullptr, nullptr, nullptr);
        if (m_process != 0) return;
        execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
        _exit(127);
    }
    TerminalProgram(TerminalProgram const&) = delete;
    TerminalProgram& operator=(TerminalProgram const&) = delete;
    ~TerminalProgram() { close(m_terminal); }

    /// Waits until the program has shown `prompt`, then types `line`.
    void answer(std::string const& prompt, std::string const& line) {
        while (m_shown.find(prompt) == std::string::npos)
            if (!readMore()) FAIL() << "no prompt \"" << prompt << "\" in: " << m_shown;
        m_shown.clear();
        auto const typed = line + "\n";
        ASSERT_EQ(write(m_terminal, typed.data(), typed.size()), static_cast<ssize_t>(typed.size()));
    }

    [[nodiscard]] int exitStatus() {
        while (readMore()) {
        }
        int status = 0;
        waitpid(m_process, &status, 0);
        return status;
    }
    [[nodiscard]] std::string const& shown() const { return m_shown; }

private:
    bool readMore() {
        pollfd ready{m_terminal, POLLIN, 0};
        if (poll(&ready, 1, static_cast<int>(std::chrono::milliseconds(2min).count())) <= 0) return false;
        char buffer[4096];
        auto const count = read(m_terminal, buffer, sizeof buffer);
        if (count <= 0) return false;
        m_shown.append(buffer, static_cast<std::size_t>(count));
        return true;
    }

    pid_t m_process = -1;
    int m_terminal = -1;
    std::string m_shown;
};

class AgeInterop : public testing::Test {
protected:
    void SetUp() override { ASSERT_TRUE(base::makeFolders(m_folder)); }
    void TearDown() override { std::filesystem::remove_all(m_folder); }

    void write(std::string const& name, ByteView content) const {
        ASSERT_TRUE(base::writeFileDurably(m_folder / name, content));
    }
    [[nodiscard]] Bytes read(std::string const& name) const { return base::readFile(m_folder / name).value(); }
    [[nodiscard]] std::string inFolder(std::string const& command) const {
        return "cd '" + m_folder.string() + "' && " + command;
    }
    void run(std::string const& command) const { ASSERT_EQ(std::system(inFolder(command).c_str()), 0) << command; }

    Path m_folder = Path(testing::TempDir()) / ("candor-age-" + Uuid::random().toString());
    Bytes m_plaintext = Bytes(200'000, 'c');
};

TEST_F(AgeInterop, ageOpensWhatWeSeal) {
    auto const identity = Identity::generate();
    auto const other = Identity::generate();
    const std::array recipients{other.recipient(), identity.recipient()};
    write("key", identity.toText());
    for (auto const& plaintext : {Bytes{}, toBytes("short"), m_plaintext}) {
        write("sealed.age", seal(plaintext, recipients).value());
        run("age -d -i key sealed.age > opened");
        EXPECT_EQ(read("opened"), plaintext) << plaintext.size();
    }
}

TEST_F(AgeInterop, weOpenWhatAgeSeals) {
    run("age-keygen -o key 2>/dev/null && age-keygen -y key > recipient && age-keygen -o other 2>/dev/null");
    auto const identities = Identity::parseFile(asText(read("key"))).value();
    EXPECT_EQ(identities.front().recipient().toText() + "\n", asText(read("recipient")));
    for (auto const& plaintext : {Bytes{}, toBytes("short"), m_plaintext}) {
        write("plain", plaintext);
        run("age -r $(age-keygen -y other) -R recipient -o sealed.age plain");
        EXPECT_EQ(open(read("sealed.age"), identities), plaintext) << plaintext.size();
    }
}

TEST_F(AgeInterop, ageKeygenUnderstandsOurIdentity) {
    auto const identity = Identity::generate();
    write("key", identity.toText());
    run("age-keygen -y key > recipient");
    EXPECT_EQ(asText(read("recipient")), identity.recipient().toText() + "\n");
}

TEST_F(AgeInterop, ageOpensWhatWeSealToAPassphrase) {
    write("sealed.age", sealWithPassphrase(m_plaintext, SecretBytes(asBytes("correct horse")), 12).value());
    TerminalProgram age(inFolder("age -d -o opened sealed.age"));
    age.answer("passphrase", "correct horse");
    ASSERT_EQ(age.exitStatus(), 0) << age.shown();
    EXPECT_EQ(read("opened"), m_plaintext);
}

TEST_F(AgeInterop, weOpenWhatAgeSealsToAPassphrase) {
    write("plain", m_plaintext);
    TerminalProgram age(inFolder("age -p -o sealed.age plain"));
    age.answer("Enter passphrase", "correct horse");
    age.answer("Confirm passphrase", "correct horse");
    ASSERT_EQ(age.exitStatus(), 0) << age.shown();
    EXPECT_EQ(openWithPassphrase(read("sealed.age"), SecretBytes(asBytes("correct horse"))), m_plaintext);
}

} // namespace
} // namespace kiosk::crypto
