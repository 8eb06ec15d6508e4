#include "kiosk/core/richtext/RichText.h"
#include "tests/fuzz/Fuzz.h"

#include <algorithm>

using namespace kiosk::richtext;

namespace {

bool isShownAsItIs(char letter) {
    auto const byte = static_cast<unsigned char>(letter);
    return letter == '\n' || (byte >= 0x20 && byte != 0x7F);
}

void holdsWhatItPromises(Block const& block) {
    bool const nests = block.kind == Kind::Item || block.kind == Kind::Quote || block.kind == Kind::Heading;
    REQUIRE_HOLDS(nests ? block.level >= 1 && block.level <= 6 : block.level == 0);
    REQUIRE_HOLDS(block.runs.empty() == (block.kind == Kind::Rule));
    REQUIRE_HOLDS(block.kind == Kind::Item || block.marker.empty());
    for (auto const& run : block.runs) {
        REQUIRE_HOLDS(!run.text.empty());
        REQUIRE_HOLDS(std::all_of(run.text.begin(), run.text.end(), isShownAsItIs));
        REQUIRE_HOLDS(!run.colour || isLegible(*run.colour));
    }
}

void isBounded(Blocks const& blocks, std::size_t size) {
    std::size_t words = 0;
    for (auto const& block : blocks) {
        holdsWhatItPromises(block);
        for (auto const& run : block.runs) words += run.text.size();
    }
    REQUIRE_HOLDS(blocks.size() <= size);
    REQUIRE_HOLDS(words <= 3 * size);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string const text(data, data + size);
    isBounded(fromMarkdown(text), size);
    isBounded(fromXhtml(text), size);
    isBounded(fromPlain(text, text), size);
    return 0;
}
