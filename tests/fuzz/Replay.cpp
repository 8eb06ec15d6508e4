// Runs a fuzz target without a fuzzer: over each file of a corpus folder, over each beginning of it, and over it with
// one byte altered. Deterministic, so that a failure in CI fails again at home.

#include "kiosk/core/base/File.h"
#include "tests/fuzz/Fuzz.h"

#include <algorithm>
#include <iostream>

namespace {

using namespace kiosk;

constexpr std::size_t placesPerFile = 1024; // a larger file is altered at this many places, evenly spread

std::size_t feed(ByteView input) {
    // A copy of the exact size, so that the sanitizers see a read past the end.
    const Bytes exact(input.begin(), input.end());
    LLVMFuzzerTestOneInput(exact.data(), exact.size());
    return 1;
}

std::size_t feedAltered(Bytes& input, std::size_t place) {
    auto const original = input[place];
    std::size_t fed = 0;
    for (int const altered : {original ^ 0x01, original ^ 0x80, 0x00, 0xff, int{'\n'}}) {
        input[place] = static_cast<std::uint8_t>(altered);
        fed += feed(input);
    }
    input[place] = original;
    return fed;
}

std::size_t replay(Bytes input) {
    auto fed = feed(input);
    auto const step = std::max<std::size_t>(1, input.size() / placesPerFile);
    for (std::size_t place = 0; place < input.size(); place += step)
        fed += feed(ByteView(input).first(place)) + feedAltered(input, place);
    return fed;
}

std::vector<Path> filesIn(Path const& folder) {
    std::vector<Path> files;
    std::error_code noSuchFolder;
    for (auto const& entry : std::filesystem::directory_iterator(folder, noSuchFolder)) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace

int main(int argc, char** argv) {
    auto const files = argc == 2 ? filesIn(argv[1]) : std::vector<Path>();
    if (files.empty()) {
        std::cerr << "usage: " << argv[0] << " FOLDER (a corpus with at least one file)\n";
        return 2;
    }
    for (auto const& file : files) {
        auto input = base::readFile(file);
        if (!input) {
            std::cerr << input.error().text << '\n';
            return 1;
        }
        std::cout << file.filename().string() << ": " << std::flush; // a crash below is in this file
        std::cout << replay(std::move(*input)) << " inputs\n";
    }
    return 0;
}
