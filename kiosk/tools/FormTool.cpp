#include "kiosk/tools/FormTool.h"

#include "kiosk/tools/FormLint.h"

namespace kiosk::tools {

int runFormTool(std::span<const std::string> words) {
    auto commands = formCommands();
    commands.push_back(lintCommand());
    commands.push_back(fhirPathCommand());
    return run({.name = "form-tool",
                .purpose = "Forms and their expressions, for those who make them.",
                .commands = std::move(commands)},
               words);
}

} // namespace kiosk::tools
