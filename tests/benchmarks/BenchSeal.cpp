// How fast streams are sealed and opened, how many completed records a kiosk seals in a second, and what zstd's level
// costs and saves in that.

#include "kiosk/core/crypto/SelfCheck.h"
#include "kiosk/core/envelope/Envelope.h"
#include "tests/benchmarks/Figure.h"

#include <cstdlib>
#include <sodium.h>
#include <zstd.h>

namespace {

using namespace kiosk;
using benchmarks::printFigure;
using benchmarks::secondsOf;

constexpr std::size_t streamSize = 64U << 20U;
constexpr std::size_t piece = 1U << 20U;
constexpr std::size_t records = 2000;

template <typename T>
T must(Result<T> result) {
    if (!result) {
        std::cerr << "bench_seal: " << result.error().text << '\n';
        std::exit(1);
    }
    return base::detail::take(std::move(result));
}

/// A survey of nine items as the kiosk writes it: about 2.5 KB of FHIR JSON with new ids and answers each time.
std::string makeBundle() {
    Json items = Json::array();
    for (int item = 1; item <= 9; ++item) {
        auto const answer = randombytes_uniform(4);
        items.push_back({{"linkId", "q" + std::to_string(item)},
                         {"text", "How often did this happen in the last two weeks? (" + std::to_string(item) + ")"},
                         {"answer",
                          {{{"valueCoding",
                             {{"system", "http://loinc.org"},
                              {"code", "LA" + std::to_string(6568 + answer) + "-" + std::to_string(answer)},
                              {"display", answer == 0 ? "Not at all" : "More than half the days"}}}}}}});
    }
    const Json response{{"resourceType", "QuestionnaireResponse"},
                        {"id", Uuid::random().toString()},
                        {"questionnaire", "http://candor.example/fhir/Questionnaire/visit-experience|1.0.0"},
                        {"status", "completed"},
                        {"authored", "2026-11-22T13:10:14Z"},
                        {"item", items}};
    const Json score{{"resourceType", "Observation"},
                     {"status", "final"},
                     {"code", {{"coding", {{{"system", "http://loinc.org"}, {"code", "44261-6"}}}}}},
                     {"valueInteger", randombytes_uniform(28)},
                     {"derivedFrom", {{{"reference", "urn:uuid:" + Uuid::random().toString()}}}}};
    const Json bundle{
        {"resourceType", "Bundle"},
        {"type", "collection"},
        {"identifier", {{"system", "urn:ietf:rfc:3986"}, {"value", "urn:uuid:" + Uuid::random().toString()}}},
        {"entry", {{{"resource", response}}, {{"resource", score}}}}};
    return bundle.dump();
}

std::vector<std::string> makeBundles() {
    std::vector<std::string> bundles(records);
    for (auto& bundle : bundles) bundle = makeBundle();
    return bundles;
}

double averageSize(auto const& pieces) {
    std::size_t sum = 0;
    for (auto const& each : pieces) sum += each.size();
    return static_cast<double>(sum) / static_cast<double>(pieces.size());
}

void benchStream(crypto::Identity const& owner) {
    constexpr double megabytes = static_cast<double>(streamSize) / 1e6;
    const Bytes plaintext(streamSize, 'c');
    Bytes sealed;
    sealed.reserve(streamSize + streamSize / 1024);
    auto const keep = [&sealed](ByteView bytes) -> Result<void> {
        base::append(sealed, bytes);
        return {};
    };
    auto const sealing = secondsOf([&] {
        auto sealer = must(crypto::Sealer::create({&owner.recipient(), 1}, keep));
        for (std::size_t at = 0; at < streamSize; at += piece)
            must(sealer.write(ByteView(plaintext).subspan(at, piece)));
        must(sealer.finish());
    });
    auto const opening = secondsOf([&] { must(crypto::open(sealed, {&owner, 1})); });
    printFigure("seal stream", megabytes / sealing, "MB/s", 1);
    printFigure("open stream", megabytes / opening, "MB/s", 1);
}

/// Returns the seconds that sealing took.
double benchRecords(std::vector<std::string> const& bundles, std::span<const crypto::Recipient> recipients) {
    auto const device = crypto::SigningKey::generate();
    envelope::Head head{envelope::Kind::Survey, Uuid::random(), Uuid::random(), 2, {1}};
    std::vector<Bytes> envelopes;
    auto const seconds = secondsOf([&] {
        for (const auto& bundle : bundles)
            envelopes.push_back(
                envelope::assemble(head, must(envelope::sealPayload(asBytes(bundle), recipients)), device));
    });
    printFigure("seal record", static_cast<double>(records) / seconds, "records/s", records);
    printFigure("bundle size", averageSize(bundles), "bytes", records);
    printFigure("envelope size", averageSize(envelopes), "bytes", records);
    auto const verifying = secondsOf([&] {
        for (const auto& bytes : envelopes) must(envelope::verify(must(envelope::parse(bytes)), device.verifyKey()));
    });
    printFigure("parse and verify record", static_cast<double>(records) / verifying, "records/s", records);
    return seconds;
}

void benchOpening(std::vector<std::string> const& bundles, crypto::Identity const& owner,
                  std::span<const crypto::Recipient> recipients) {
    std::vector<Bytes> payloads;
    for (auto const& bundle : bundles) payloads.push_back(must(envelope::sealPayload(asBytes(bundle), recipients)));
    auto const seconds = secondsOf([&] {
        for (const auto& payload : payloads) must(envelope::openPayload(payload, {&owner, 1}));
    });
    printFigure("open record", static_cast<double>(records) / seconds, "records/s", records);
}

/// Returns the seconds that compressing took.
double benchLevel(std::vector<std::string> const& bundles, int level) {
    std::vector<Bytes> frames;
    auto const seconds = secondsOf([&] {
        for (const auto& bundle : bundles) {
            Bytes frame(ZSTD_compressBound(bundle.size()));
            frame.resize(ZSTD_compress(frame.data(), frame.size(), bundle.data(), bundle.size(), level));
            frames.push_back(std::move(frame));
        }
    });
    auto const name = "zstd level " + std::to_string(level);
    printFigure(name + " time", seconds / static_cast<double>(records) * 1e6, "us/record", records);
    printFigure(name + " size", averageSize(frames), "bytes", records);
    return seconds;
}

} // namespace

int main() {
    must(crypto::knownAnswerCheck());
    auto const ingest = crypto::Identity::generate();
    auto const escrow = crypto::Identity::generate();
    const std::array recipients{ingest.recipient(), escrow.recipient()};
    auto const bundles = makeBundles();
    benchStream(ingest);
    auto const sealing = benchRecords(bundles, recipients);
    benchOpening(bundles, ingest, recipients);
    benchLevel(bundles, 3);
    benchLevel(bundles, 19);
    auto const compressing = benchLevel(bundles, envelope::compressionLevel);
    printFigure("zstd share of seal record", 100 * compressing / sealing, "%", records);
    return 0;
}
