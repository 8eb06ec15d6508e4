#include "kiosk/core/fhir/Document.h"
#include "kiosk/core/fhirpath/Analysis.h"
#include "kiosk/core/fhirpath/Environment.h"
#include "kiosk/core/fhirpath/Unit.h"
#include "tests/fuzz/Fuzz.h"

using namespace kiosk;
using fhirpath::Collection;
using fhirpath::Value;

namespace {

/// The expression up to the first empty line; what is behind it is the resource.
std::pair<std::string_view, std::string_view> parts(std::string_view input) {
    auto const end = input.find("\n\n");
    if (end == std::string_view::npos) return {input, R"({"resourceType":"Patient","name":[{"given":["A","B"]}]})"};
    return {input.substr(0, end), input.substr(end + 2)};
}

/// What was read is written and read again the same.
void roundTrips(fhir::Document const& document) {
    auto const json = toJson(document.root());
    auto const again = fhir::Document::parse(asBytes(json));
    REQUIRE_HOLDS(again.has_value());
    REQUIRE_HOLDS(toJson(again->root()) == json);
}

fhirpath::Environment environment() {
    fhirpath::Environment result;
    result.budget = {100'000, 4U << 20U, std::chrono::milliseconds(1000)};
    result.variables["x"] = Collection(Value(std::int32_t{1}));
    return result;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    auto const [text, json] = parts(asText(ByteView(data, size)));
    auto const document = fhir::Document::parse(asBytes(json), {.bytes = 1U << 20U, .depth = 32, .elements = 10'000});
    if (document) roundTrips(*document);
    static_cast<void>(fhirpath::Unit::parse(text));
    auto const expression = fhirpath::Expression::parse(text);
    if (!expression) {
        REQUIRE_HOLDS(expression.error().kind == ErrorKind::Invalid && !expression.error().text.empty());
        return 0;
    }
    fhirpath::AnalysisOptions options;
    if (document) options.focus = document->root().type();
    static_cast<void>(analyse(*expression, options));
    auto const focus = document ? Collection(Value(document->root())) : Collection();
    auto const first = evaluate(*expression, focus, environment());
    if (!first) {
        REQUIRE_HOLDS(first.error().kind == ErrorKind::Invalid || first.error().kind == ErrorKind::Full);
        return 0;
    }
    // The same again, and each value can be written as JSON.
    auto const second = evaluate(*expression, focus, environment());
    REQUIRE_HOLDS(second && second->size() == first->size());
    for (std::size_t i = 0; i < first->size(); ++i) REQUIRE_HOLDS(toJson((*first)[i]) == toJson((*second)[i]));
    return 0;
}
