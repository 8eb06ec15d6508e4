#include "kiosk/tools/Commands.h"
#include "kiosk/tools/Interruption.h"

#include <exception>
#include <iostream>
#include <sys/resource.h>
#include <sys/stat.h>

int main(int argc, char** argv) {
    // Keys pass through this process: no core dump may hold them, no file it makes is for others.
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    ::umask(077);
    kiosk::tools::heedInterruptions();
    try {
        const std::vector<std::string> words(argv + 1, argv + argc);
        return kiosk::tools::runPracticeAdmin(words);
    } catch (std::exception const& error) {
        std::cerr << "practice-admin: internal: " << error.what() << "\n";
        return kiosk::tools::statusFailed;
    }
}
