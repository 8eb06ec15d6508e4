#include "kiosk/core/envelope/Envelope.h"
#include "kiosk/core/envelope/Receipt.h"
#include "tests/fuzz/Fuzz.h"

using namespace kiosk;

namespace {

// The corpus is signed with a seed of 32 bytes of 7 and sealed to the age key of the same bytes.
crypto::SigningKey const& corpusKey() {
    static auto const key = crypto::SigningKey::fromSeed(Bytes(32, 7)).value();
    return key;
}
crypto::Identity const& corpusIdentity() {
    static auto const identity =
        crypto::Identity::parse("AGE-SECRET-KEY-1QURSWPC8QURSWPC8QURSWPC8QURSWPC8QURSWPC8QURSWPC8QURSKMP32K").value();
    return identity;
}

/// Ed25519 is deterministic, so what verifies is what we would have written.
void verifiedIsWhatWeWrite(ByteView input) {
    auto const view = envelope::parse(input);
    if (!view || !envelope::verify(*view, corpusKey().verifyKey())) return;
    auto const written = envelope::assemble(view->head, view->payload, corpusKey());
    REQUIRE_HOLDS(asText(written) == asText(input));
}

void payloadOpensOrFails(ByteView input) {
    auto const view = envelope::parse(input);
    auto const opened = envelope::openPayload(view ? view->payload : input, {&corpusIdentity(), 1});
    if (!opened) REQUIRE_HOLDS(opened.error().kind == ErrorKind::Corrupt || opened.error().kind == ErrorKind::Denied);
}

void openedReceiptIsWhatWeWrite(ByteView input) {
    auto const receipt = envelope::openReceipt(input, corpusKey().verifyKey());
    if (!receipt) return;
    auto const written = envelope::signReceipt(*receipt, corpusKey());
    REQUIRE_HOLDS(asText(written) == asText(input));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    const ByteView input(data, size);
    verifiedIsWhatWeWrite(input);
    payloadOpensOrFails(input);
    openedReceiptIsWhatWeWrite(input);
    return 0;
}
