// exec of the real kiosk-app to its first frame, exec of the same parts to the first question of the visit survey, and
// the memory then, beside the same of a bare Qt Quick window: the three take turns, so that all meet the same noise.
// Offscreen, software scene graph, an enrolled kiosk with an encrypted store and the shipped pack; the folder is warm
// (read before), as after a restart.
//
//     bench_start [RUNS]      (default 15)

#include "tests/benchmarks/Figure.h"
#include "tests/support/kiosk/Practice.h"

#include <algorithm>
#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

struct Run {
    double milliseconds = 0;
    double megabytes = 0;
};

/// Reads the program's standard error until the line that tells of the first frame.
bool waitForFirstFrame(int from) {
    std::string seen;
    char buffer[4096];
    for (ssize_t got = 0; (got = ::read(from, buffer, sizeof buffer)) > 0;) {
        seen.append(buffer, std::size_t(got));
        if (seen.find("first-frame") != std::string::npos) return true;
    }
    std::cerr << seen;
    return false;
}

double residentMegabytes(pid_t process) {
    std::ifstream status("/proc/" + std::to_string(process) + "/status");
    for (std::string word; status >> word;)
        if (word == "VmRSS:" && status >> word) return std::stod(word) / 1024;
    return 0;
}

pid_t start(std::vector<std::string> const& arguments, int standardError) {
    std::vector<char*> argv;
    for (auto const& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, standardError, STDERR_FILENO);
    pid_t process = -1;
    if (::posix_spawn(&process, argv[0], &actions, nullptr, argv.data(), environ) != 0) process = -1;
    ::posix_spawn_file_actions_destroy(&actions);
    return process;
}

Run runOnce(std::vector<std::string> const& arguments) {
    int pipe[2];
    if (::pipe2(pipe, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    auto const begin = std::chrono::steady_clock::now();
    auto const process = start(arguments, pipe[1]);
    ::close(pipe[1]);
    bool const shown = process > 0 && waitForFirstFrame(pipe[0]);
    auto const took = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin);
    Run const run{took.count(), residentMegabytes(process)};
    if (process > 0) {
        ::kill(process, SIGTERM);
        ::waitpid(process, nullptr, 0);
    }
    ::close(pipe[0]);
    if (!shown) throw std::runtime_error(arguments.front() + " showed no first frame");
    return run;
}

double median(std::vector<double> values) {
    auto const middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// What one program did in all its runs.
class Starts {
public:
    void add(Run const& run) {
        m_milliseconds.push_back(run.milliseconds);
        m_megabytes.push_back(run.megabytes);
    }
    [[nodiscard]] double milliseconds() const { return median(m_milliseconds); }
    [[nodiscard]] double megabytes() const { return median(m_megabytes); }
    void print(std::string const& what) const {
        auto const runs = m_milliseconds.size();
        auto const worst = *std::max_element(m_milliseconds.begin(), m_milliseconds.end());
        benchmarks::printFigure("start to " + what, milliseconds(), "ms", runs);
        benchmarks::printFigure("start to " + what + ", worst", worst, "ms", runs);
        benchmarks::printFigure("memory at " + what, megabytes(), "MB", runs);
    }
    void printOver(Starts const& bare, std::string const& what) const {
        auto const runs = m_milliseconds.size();
        benchmarks::printFigure("start to " + what + " over bare window", milliseconds() / bare.milliseconds(), "ratio",
                                runs);
        benchmarks::printFigure("memory at " + what + " over bare window", megabytes() / bare.megabytes(), "ratio",
                                runs);
    }

private:
    std::vector<double> m_milliseconds;
    std::vector<double> m_megabytes;
};

} // namespace

int main(int argc, char** argv) {
    ::setenv("QT_QPA_PLATFORM", "offscreen", 1);
    ::setenv("QT_QUICK_BACKEND", "software", 1);
    auto const runs = argc > 1 ? std::size_t(std::max(1, std::atoi(argv[1]))) : 15;
    tests::support::TempFolder const folder;
    tests::support::Practice().enrol(folder.path());
    const std::vector<std::string> kiosk{
        CANDOR_BIN_DIR "/kiosk-app", "--kiosk", folder.path().string(), "--windowed", "--size", "1280x800"};
    const std::vector<std::string> question{CANDOR_BIN_DIR "/first-question", folder.path().string()};
    const std::vector<std::string> bare{CANDOR_BIN_DIR "/bare-window"};
    runOnce(kiosk); // makes the store, warms the disk's cache
    runOnce(question);
    runOnce(bare);
    Starts kioskStarts, questionStarts, bareStarts;
    for (std::size_t i = 0; i < runs; ++i) {
        kioskStarts.add(runOnce(kiosk));
        questionStarts.add(runOnce(question));
        bareStarts.add(runOnce(bare));
    }
    kioskStarts.print("first frame");
    questionStarts.print("first question");
    bareStarts.print("bare window");
    kioskStarts.printOver(bareStarts, "first frame");
    questionStarts.printOver(bareStarts, "first question");
    return 0;
}
