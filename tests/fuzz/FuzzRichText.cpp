#include "kiosk/core/richtext/RichText.h"
#include "tests/fuzz/Fuzz.h"

using namespace kiosk::richtext;

namespace {

/// What the screen relies on.
void holds(Blocks const& blocks) {
    for (auto const& block : blocks) {
        REQUIRE_HOLDS((block.kind == Kind::Rule) == block.runs.empty());
        REQUIRE_HOLDS(block.level >= 0 && (block.kind != Kind::Heading || (block.level >= 1 && block.level <= 6)));
        for (auto const& run : block.runs) {
            REQUIRE_HOLDS(!run.text.empty());
            for (char const letter : run.text)
                REQUIRE_HOLDS(letter == '\n' || static_cast<unsigned char>(letter) >= 0x20);
            REQUIRE_HOLDS(!run.style.colour || contrast(*run.style.colour, darkestGround) >= readableContrast);
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<char const*>(data), size);
    holds(fromMarkdown(input));
    holds(fromXhtml(input));
    auto const line = input.find('\n');
    holds(fromPlain(input.substr(line == input.npos ? size : line + 1), input.substr(0, line)));
    return 0;
}
