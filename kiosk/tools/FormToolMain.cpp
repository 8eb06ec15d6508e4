#include "kiosk/tools/FormTool.h"

#include <exception>
#include <iostream>

int main(int argc, char** argv) {
    try {
        const std::vector<std::string> words(argv + 1, argv + argc);
        return kiosk::tools::runFormTool(words);
    } catch (std::exception const& error) {
        std::cerr << "form-tool: internal: " << error.what() << "\n";
        return kiosk::tools::statusFailed;
    }
}
