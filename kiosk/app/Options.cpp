#include "kiosk/app/Options.h"

#include <cstdio>

namespace kiosk::app {

namespace {

constexpr int largestSide = 16384;

Result<void> readSize(std::string const& text, Options& into) {
    char rest = 0;
    bool const whole = std::sscanf(text.c_str(), "%dx%d%c", &into.width, &into.height, &rest) == 2;
    bool const sane = into.width > 0 && into.height > 0 && into.width <= largestSide && into.height <= largestSide;
    if (!whole || !sane) return fail(ErrorKind::Invalid, "--size " + text + ": not WIDTHxHEIGHT, as 1280x800");
    return {};
}

} // namespace

Result<Options> Options::parse(std::span<char const* const> arguments) {
    Options options;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string argument = arguments[i];
        bool const takesValue = argument == "--kiosk" || argument == "--size";
        if (takesValue && ++i == arguments.size()) return fail(ErrorKind::Invalid, argument + ": its value is missing");
        if (argument == "--kiosk")
            options.kiosk = arguments[i];
        else if (argument == "--size")
            TRY(readSize(arguments[i], options));
        else if (argument == "--windowed")
            options.windowed = true;
        else if (argument == "--self-test")
            options.task = Task::SelfTest;
        else if (argument == "--counts")
            options.task = Task::Counts;
        else if (argument == "--help" || argument == "-h")
            options.task = Task::Help;
        else
            return fail(ErrorKind::Invalid, argument + ": no such option");
    }
    bool const needsFolder = options.task == Task::Run || options.task == Task::Counts;
    if (needsFolder && options.kiosk.empty()) return fail(ErrorKind::Invalid, "--kiosk DIR is missing");
    return options;
}

} // namespace kiosk::app
