// The programs as they are run: their words, their exit status, and kill -9.

#include "World.h"

#include <fcntl.h>
#include <random>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>

using namespace kiosk;
using namespace tests;

namespace {

/// A program of ours. Ends with the object.
class Program {
public:
    Program(std::string const& name, std::vector<std::string> arguments, Path const& output) {
        arguments.insert(arguments.begin(), CANDOR_BIN_DIR "/" + name);
        std::vector<char*> values;
        for (auto& each : arguments) values.push_back(each.data());
        values.push_back(nullptr);
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        for (int stream : {1, 2})
            posix_spawn_file_actions_addopen(&actions, stream, output.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
        if (posix_spawn(&m_process, values[0], &actions, nullptr, values.data(), environ) != 0)
            throw std::runtime_error("cannot start " + name);
        posix_spawn_file_actions_destroy(&actions);
    }
    ~Program() {
        if (m_process != 0) end(SIGKILL);
    }
    Program(Program const&) = delete;
    Program& operator=(Program const&) = delete;

    /// The exit status, or minus the signal.
    int wait() {
        int status = 0;
        waitpid(std::exchange(m_process, 0), &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    }
    int end(int signal) {
        kill(m_process, signal);
        return wait();
    }

private:
    pid_t m_process = 0;
};

struct Programs : World {
    Path output = folder.path() / "output";

    struct Done {
        int status;
        std::string output;
    };
    Done run(std::string const& name, std::vector<std::string> arguments) {
        must(base::removeFile(output));
        int status = Program(name, std::move(arguments), output).wait();
        return {status, text()};
    }
    [[nodiscard]] std::string text() const {
        auto content = base::readFile(output);
        return content ? std::string(asText(*content)) : "";
    }
    [[nodiscard]] auto serverProgram() const {
        return std::make_unique<Program>("practice-server",
                                         std::vector{std::string("--practice"), serverFolder.path().string()}, output);
    }
    [[nodiscard]] auto agentProgram() const {
        std::vector<std::string> arguments{
            "run", "--kiosk", kiosk.folder().string(), "--retry-min-ms", "5", "--retry-max-ms", "40", "--heartbeat-ms",
            "100"};
        return std::make_unique<Program>("kiosk-syncd", arguments, output);
    }
};

bool contains(std::string const& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_F(Programs, explainThemselves) {
    for (auto const* name : {"practice-server", "kiosk-syncd"}) {
        auto [status, text] = run(name, {"--help"});
        EXPECT_EQ(status, 0);
        EXPECT_TRUE(contains(text, name)) << text;
    }
}

TEST_F(Programs, sayWhatTheyDoNotUnderstand) {
    auto missing = (folder.path() / "missing").string();
    const std::vector<std::tuple<std::string, std::vector<std::string>, std::string>> rows{
        {"practice-server", {}, "--help"},
        {"practice-server", {"--no-such-option"}, "no-such-option"},
        {"practice-server", {"--practice", missing}, "missing/server.json"},
        {"kiosk-syncd", {}, "--help"},
        {"kiosk-syncd", {"--no-such-option"}, "no-such-option"},
        {"kiosk-syncd", {"run"}, "--kiosk"},
        {"kiosk-syncd", {"run", "--kiosk", missing}, "missing/device.json"},
        {"kiosk-syncd", {"run", "--kiosk"}, "--kiosk"},
        {"kiosk-syncd", {"run", "--kiosk", missing, "--retry-min-ms", "soon"}, "soon"},
        {"kiosk-syncd", {"enrol"}, "TOKEN"},
        {"kiosk-syncd", {"enrol", "rubbish", "--kiosk", missing}, "--name"},
        {"kiosk-syncd", {"enrol", "rubbish", "--kiosk", missing, "--name", "x"}, "token"},
        {"kiosk-syncd", {"enrol", "rubbish", "--kiosk", missing, "--kiosk", missing}, "--kiosk"},
    };
    for (auto const& [name, arguments, said] : rows) {
        auto [status, text] = run(name, arguments);
        EXPECT_EQ(status, 1) << name;
        EXPECT_TRUE(contains(text, said)) << text;
    }
}

TEST_F(Programs, carryRecordsAndEndCleanlyOnSigterm) {
    server.reset();
    auto serverRuns = serverProgram();
    auto agentRuns = agentProgram();
    kiosk.give(100);
    ASSERT_TRUE(kiosk.settledAll());
    EXPECT_EQ(agentRuns->end(SIGTERM), 0);
    EXPECT_EQ(serverRuns->end(SIGTERM), 0);
    EXPECT_TRUE(contains(text(), "listening")) << text();
    compareBothSides();
}

TEST_F(Programs, enrolAKioskThatCanTalkAtOnce) {
    auto line = serverFolder.token(server->port(), clock.now() + 1h).toText();
    auto target = folder.path() / "second";
    auto [status, text] = run("kiosk-syncd", {"enrol", line, "--kiosk", target.string(), "--name", "Second"});
    ASSERT_EQ(status, 0) << text;
    Kiosk second(target, practice.receiptKey().verifyKey());
    RunningAgent agent(target);
    second.give(3);
    EXPECT_TRUE(second.settledAll());
}

TEST_F(Programs, aSecondServerOnTheSameAddressSaysSo) {
    auto [status, text] = run("practice-server", {"--practice", serverFolder.path().string()});
    EXPECT_EQ(status, 1);
    EXPECT_TRUE(contains(text, "127.0.0.1:" + std::to_string(server->port()))) << text;
}

TEST_F(Programs, mayBeKilledAtAnyMoment) {
    server.reset();
    std::minstd_rand random(20261122);
    auto serverRuns = serverProgram();
    auto agentRuns = agentProgram();
    for (int kills = 0; kills < 24; ++kills) {
        kiosk.give(60);
        std::this_thread::sleep_for(std::chrono::milliseconds(random() % 120)); // any moment: that is the point
        if (kills % 2 == 0) {
            serverRuns->end(SIGKILL);
            serverRuns = serverProgram();
        } else {
            agentRuns->end(SIGKILL);
            agentRuns = agentProgram();
        }
        kiosk.settle();
    }
    ASSERT_TRUE(kiosk.settledAll(60s)) << text();
    compareBothSides();
    EXPECT_EQ(kiosk.setAside(), 0U);
}
