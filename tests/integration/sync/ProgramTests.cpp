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

TEST_F(Programs, revokeAKioskForGoodAndLetItsMachineInAnew) {
    server.reset();
    auto serverRuns = serverProgram();
    auto admin = [&](std::vector<std::string> words) {
        auto saved = output;
        output = folder.path() / "admin-output";
        words.insert(words.end(), {"--practice", serverFolder.path().string()});
        auto done = run("practice-admin", words);
        output = saved;
        return done;
    };
    auto id = kiosk.device().toString();
    auto agentRuns = agentProgram();
    kiosk.give(3);
    ASSERT_TRUE(kiosk.settledAll());
    auto listed = admin({"kiosk", "list"});
    EXPECT_EQ(listed.status, 0);
    for (auto const& part : {id, std::string("in use"), std::string(" 3 "), std::string("kiosk\n")})
        EXPECT_TRUE(contains(listed.output, part)) << listed.output;

    auto unknown = admin({"kiosk", "revoke", "no such kiosk"});
    EXPECT_EQ(unknown.status, 1);
    EXPECT_TRUE(contains(unknown.output, "no kiosk has the name or id 'no such kiosk'")) << unknown.output;
    auto revoked = admin({"kiosk", "revoke", "kiosk"});
    EXPECT_EQ(revoked.status, 0);
    EXPECT_TRUE(contains(revoked.output, "Revoked: 'kiosk' (" + id + ")")) << revoked.output;
    kiosk.give(2);
    ASSERT_TRUE(eventually([&] { return contains(text(), "has revoked this kiosk"); })) << text();
    EXPECT_EQ(serverRuns->end(SIGKILL), -SIGKILL) << "it was durable";
    serverRuns = serverProgram();
    for (auto const& name : {std::string("kiosk"), id}) {
        auto again = admin({"kiosk", "revoke", name});
        EXPECT_EQ(again.status, 0);
        EXPECT_TRUE(contains(again.output, "is revoked already, since")) << again.output;
    }
    EXPECT_EQ(agentRuns->end(SIGTERM), 0);
    EXPECT_EQ(must(store().totals()).stored, 3U);

    auto target = folder.path() / "anew";
    ASSERT_TRUE(eventually([&] { return contains(text().substr(text().rfind("runs") + 1), "listening"); }));
    auto line = serverFolder.token(kiosk.port(), clock.now() + 1h).toText();
    must(sync_agent::enrol(line, target, "kiosk", clock));
    Kiosk anew(target, practice.receiptKey().verifyKey());
    RunningAgent agent(target);
    anew.give(4);
    EXPECT_TRUE(anew.settledAll());
    listed = admin({"kiosk", "list"});
    EXPECT_TRUE(contains(listed.output, "revoked 2")) << listed.output;
    EXPECT_TRUE(contains(listed.output, "in use")) << listed.output;
    revoked = admin({"kiosk", "revoke", "kiosk"});
    EXPECT_TRUE(contains(revoked.output, "Revoked: 'kiosk' (" + anew.device().toString())) << revoked.output;
}

TEST_F(Programs, askWhichOfTwoKiosksOfOneNameIsMeant) {
    auto line = serverFolder.token(server->port(), clock.now() + 1h).toText();
    must(sync_agent::enrol(line, folder.path() / "second", "kiosk", clock));
    auto practiceFolder = serverFolder.path().string();
    auto [status, text] = run("practice-admin", {"kiosk", "revoke", "kiosk", "--practice", practiceFolder});
    EXPECT_EQ(status, 1);
    EXPECT_TRUE(contains(text, kiosk.device().toString())) << text;
    for (auto const& device : must(store().devices())) EXPECT_FALSE(device.device.revoked);
    auto byId = run("practice-admin", {"kiosk", "revoke", kiosk.device().toString(), "--practice", practiceFolder});
    EXPECT_EQ(byId.status, 0) << byId.output;
    EXPECT_TRUE(must(store().device(kiosk.device())).revoked);
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
