#include "kiosk/core/survey/Answers.h"
#include "kiosk/core/survey/Bundle.h"
#include "tests/fuzz/Fuzz.h"

#include <algorithm>
#include <cmath>

using namespace kiosk;
using survey::Form;
using survey::Item;
using survey::Response;

namespace {

Json freeAnswer(Item const& item) {
    switch (item.type) {
    case survey::ItemType::Boolean: return {{"valueBoolean", true}};
    case survey::ItemType::Integer: return {{"valueInteger", 3}};
    case survey::ItemType::Decimal: return {{"valueDecimal", 2.5}};
    case survey::ItemType::Date: return {{"valueDate", "2026-11"}};
    default: return {{"valueString", "words"}};
    }
}

/// FHIR JSON has no null; infinity and not-a-number would become one.
bool hasNull(Json const& json) {
    if (json.is_number_float()) return !std::isfinite(json.get<double>());
    return json.is_null() || (json.is_structured() && std::ranges::any_of(json, hasNull));
}

/// Whether more than the type and the options decides what is taken.
bool isRuled(Item const& item) {
    return item.readOnly || !item.isQuestion() || item.rules.maxOccurs || !item.expressions.empty() ||
           !item.rules.toggles.empty();
}

/// An option that the form offers is an answer that it takes.
void answer(Response& response, Item const& item) {
    if (item.options.empty()) static_cast<void>(response.answer(item.linkId, Json::array({freeAnswer(item)})));
    for (auto const& option : item.options) {
        bool const taken =
            response.answer(item.linkId, toggled(item, item.options, response.answers(item.linkId), option))
                .has_value();
        REQUIRE_HOLDS(taken || isRuled(item));
    }
}

void answersGoWhereTheFormIs(Response const& response) {
    for (auto const* screen : response.screens()) {
        REQUIRE_HOLDS(response.form().find(screen->item->linkId) == screen->item);
        REQUIRE_HOLDS(response.instances().find(screen->address) == screen);
        REQUIRE_HOLDS(screen->isEnabled && (!screen->parent || screen->parent->isEnabled));
    }
    auto const bundle = toBundle(response, {Uuid{}, Instant{}, survey::CompletionStatus::Completed, "en"});
    REQUIRE_HOLDS(!hasNull(bundle));
    REQUIRE_HOLDS(base::parseJson(asBytes(bundle.dump())) == bundle);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    auto parsed = Form::parse(ByteView(data, size));
    if (!parsed) {
        REQUIRE_HOLDS(parsed.error().kind == ErrorKind::Invalid && !parsed.error().text.empty());
        return 0;
    }
    Response response(std::make_shared<const Form>(std::move(*parsed)));
    answersGoWhereTheFormIs(response);
    for (auto const* item : response.form().allItems()) answer(response, *item);
    answersGoWhereTheFormIs(response);
    return 0;
}
