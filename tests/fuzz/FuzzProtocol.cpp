#include "sync/protocol/AgeHeaderPacking.h"
#include "sync/protocol/Batch.h"
#include "sync/protocol/Enrolment.h"
#include "sync/protocol/Routes.h"
#include "tests/fuzz/Fuzz.h"

using namespace kiosk;
using namespace sync_protocol;

namespace {

/// Whatever was read is written back in a body that reads the same.
void batchComesBack(ByteView input) {
    auto items = readBatch(input);
    if (!items) return;
    BatchWriter writer;
    std::vector<Bytes> written;
    for (auto const& item : *items) {
        if (!item.view || !writer.takes(item.bytes.size())) continue;
        writer.add(item.bytes, *item.view);
        written.push_back(item.bytes);
    }
    auto again = readBatch(writer.bytes());
    REQUIRE_HOLDS(again && again->size() == written.size());
    for (std::size_t i = 0; i < written.size(); ++i) REQUIRE_HOLDS((*again)[i].bytes == written[i]);
}

void answerComesBack(ByteView input) {
    const std::array<Named, 2> sent{};
    auto answer = readAnswer(input, Uuid(), sent);
    if (!answer) return;
    REQUIRE_HOLDS(recordsNamedBy(answer->receipt).value().size() + answer->refusals.size() == sent.size());
    auto written = writeAnswer(answer->receipt, answer->refusals);
    REQUIRE_HOLDS(asText(written) == asText(input));
}

void packedHeaderComesBack(ByteView input) {
    auto packed = packAgeHeader(input);
    if (!packed) return;
    Bytes text;
    Cursor cursor(packed->header);
    unpackAgeHeader(cursor, text);
    base::append(text, packed->rest);
    REQUIRE_HOLDS(cursor.ok() && cursor.atEnd() && asText(text) == asText(input));
}

void textsComeBack(std::string_view input) {
    if (auto token = EnrolmentToken::parse(input))
        REQUIRE_HOLDS(EnrolmentToken::parse(token->toText()).value().code == token->code);
    if (auto code = canonicalCode(input)) REQUIRE_HOLDS(canonicalCode(*code).value() == *code);
    if (auto have = parsePacksQuery(input)) REQUIRE_HOLDS(parsePacksQuery(packsQuery(*have)).value() == *have);
    if (auto pack = parsePackFileName(input)) REQUIRE_HOLDS(packFileName(pack->first, pack->second) == input);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    const ByteView input(data, size);
    batchComesBack(input);
    answerComesBack(input);
    packedHeaderComesBack(input);
    textsComeBack(asText(input));
    [[maybe_unused]] auto request = EnrolmentRequest::parse(input);
    [[maybe_unused]] auto grant = EnrolmentGrant::parse(input);
    [[maybe_unused]] auto records = recordsNamedBy(input);
    return 0;
}
