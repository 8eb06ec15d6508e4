#include "kiosk/core/crypto/AgeHeader.h"
#include "tests/fuzz/Fuzz.h"

using namespace kiosk;

namespace {

// 32 bytes of 7: the corpus is sealed to it.
crypto::Identity const& corpusIdentity() {
    static auto const identity =
        crypto::Identity::parse("AGE-SECRET-KEY-1QURSWPC8QURSWPC8QURSWPC8QURSWPC8QURSWPC8QURSWPC8QURSKMP32K").value();
    return identity;
}

/// The format is canonical: a header that is taken is the only spelling of what it says.
void headerHasOneSpelling(ByteView input) {
    auto const source = crypto::age::sourceOf(input);
    crypto::age::Reader reader(source);
    auto const header = crypto::age::readHeader(reader);
    if (!header) return;
    auto const written = crypto::age::writeHeader(header->stanzas, SecretBytes(16));
    REQUIRE_HOLDS(written.starts_with(header->authenticated + ' '));
    REQUIRE_HOLDS(asText(input).starts_with(header->authenticated));
}

void openingIsBounded(ByteView input) {
    std::size_t released = 0;
    auto const opened = crypto::openStream(crypto::age::sourceOf(input), {&corpusIdentity(), 1}, [&](ByteView piece) {
        released += piece.size();
        return Result<void>{};
    });
    REQUIRE_HOLDS(released < input.size() || input.empty());
    if (!opened) REQUIRE_HOLDS(opened.error().kind == ErrorKind::Corrupt || opened.error().kind == ErrorKind::Denied);
}

void keysHaveOneSpelling(ByteView input) {
    if (auto const recipient = crypto::Recipient::parse(asText(input)))
        REQUIRE_HOLDS(recipient->toText() == asText(input));
    auto const identities = crypto::Identity::parseFile(asText(input));
    REQUIRE_HOLDS(!identities || !identities->empty());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    const ByteView input(data, size);
    headerHasOneSpelling(input);
    openingIsBounded(input);
    keysHaveOneSpelling(input);
    return 0;
}
