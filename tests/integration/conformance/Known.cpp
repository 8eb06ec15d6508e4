#include "tests/integration/conformance/Known.h"

#include <fstream>
#include <gtest/gtest.h>

namespace kiosk::conformance {

std::map<std::string, std::string> readKnown(Path const& file) {
    std::map<std::string, std::string> known;
    std::ifstream lines(file);
    for (std::string line; std::getline(lines, line);) {
        auto const end = line.find(' ');
        if (line.empty() || line.front() == '#') continue;
        EXPECT_NE(end, std::string::npos) << file << ": without a reason: " << line;
        known[line.substr(0, end)] = line.substr(end + 1);
    }
    return known;
}

} // namespace kiosk::conformance
