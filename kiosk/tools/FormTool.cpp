#include "kiosk/tools/FormTool.h"

namespace kiosk::tools {

int runFormTool(std::span<const std::string> words) {
    return run({.name = "form-tool",
                .purpose = "Forms and their expressions, for those who make them.",
                .commands = {fhirPathCommand()}},
               words);
}

} // namespace kiosk::tools
