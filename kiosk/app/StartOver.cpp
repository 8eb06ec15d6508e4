#include "kiosk/app/StartOver.h"

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <linux/close_range.h>
#include <sstream>
#include <string>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <vector>

namespace kiosk::app {

namespace {

using std::chrono::milliseconds;

constexpr char const* beganVariable = "CANDOR_STARTED_OVER_MS";

milliseconds sinceBoot() {
    timespec now{};
    ::clock_gettime(CLOCK_BOOTTIME, &now);
    return std::chrono::duration_cast<milliseconds>(std::chrono::seconds(now.tv_sec) +
                                                    std::chrono::nanoseconds(now.tv_nsec));
}

/// The 22nd field of /proc/self/stat (proc(5)), in ticks; it stays when another program takes the process over.
milliseconds processBegan() {
    std::ifstream file("/proc/self/stat");
    std::string text((std::istreambuf_iterator<char>(file)), {});
    std::istringstream afterName(text.substr(text.rfind(')') + 1));
    std::string field;
    for (int i = 3; i <= 22; ++i) afterName >> field;
    return milliseconds(long(std::stod(field) * 1000 / double(::sysconf(_SC_CLK_TCK))));
}

std::vector<pid_t> children() {
    std::vector<pid_t> found;
    std::error_code ignored;
    for (auto const& task : std::filesystem::directory_iterator("/proc/self/task", ignored)) {
        std::ifstream list(task.path() / "children");
        for (pid_t child = 0; list >> child;) found.push_back(child);
    }
    return found;
}

} // namespace

void keepDescendants() {
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
}

/// What an ended program had started becomes our child: until there is none.
void endDescendants() {
    for (auto all = children(); !all.empty(); all = children())
        for (auto const child : all) {
            ::kill(child, SIGKILL);
            if (::waitpid(child, nullptr, 0) < 0) return;
        }
}

void startOver(char** arguments) {
    endDescendants();
    ::setenv(beganVariable, std::to_string(sinceBoot().count()).c_str(), 1);
    if (::close_range(STDERR_FILENO + 1, ~0U, CLOSE_RANGE_CLOEXEC) != 0) return;
    // The file that runs, even if another has taken its name since: an update comes with a restart of its own.
    ::execv("/proc/self/exe", arguments);
}

milliseconds sinceStart() {
    char const* began = std::getenv(beganVariable);
    return sinceBoot() - (began ? milliseconds(std::atol(began)) : processBegan());
}

} // namespace kiosk::app
