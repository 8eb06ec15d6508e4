#include "kiosk/core/survey/ScoreRule.h"

#include "kiosk/core/survey/Fhir.h"
#include "kiosk/core/survey/Rasch.h"

#include <algorithm>
#include <cmath>

namespace kiosk::survey {

namespace {

constexpr double widestLogit = 20; // a calibration outside ±20 logits is a slip of the pen
constexpr std::size_t mostThresholds = 20;
constexpr std::size_t mostParts = 1000;

tl::unexpected<Error> refuse(std::string const& what) {
    return fail(ErrorKind::Invalid, what);
}

bool isScored(Item const& item) {
    auto const weighs = [](Option const& option) { return option.weight.has_value(); };
    return std::ranges::any_of(item.options, weighs) || item.type == ItemType::Integer ||
           item.type == ItemType::Decimal;
}

Result<double> neededNumber(Json const& element, char const* url) {
    auto const number = TRY(fhir::numberExtension(element, url));
    if (!number) return refuse(std::string(url) + ": is missing");
    return *number;
}

Result<double> logits(Json const& element, char const* url) {
    auto const number = TRY(neededNumber(element, url));
    if (std::abs(number) > widestLogit) return refuse(std::string(url) + ": is beyond 20 logits");
    return number;
}

Result<Coding> codeOf(Json const& element) {
    auto const* code = TRY(fhir::extension(element, "code"));
    if (!code || !code->contains("valueCoding")) return refuse("code: needs a valueCoding");
    return fhir::coding((*code)["valueCoding"]);
}

Result<ScoreRule::Method> methodOf(Json const& extension) {
    auto const name = TRY(fhir::textExtension(extension, "rule", "valueCode"));
    if (name == "sum") return ScoreRule::Method::Sum;
    if (name == "rasch-wle") return ScoreRule::Method::RaschWle;
    return refuse("rule: '" + name + "' is not sum or rasch-wle");
}

Result<ScoreRule::Missing> missingOf(Json const& extension) {
    auto const name = TRY(fhir::textExtension(extension, "missing", "valueCode"));
    if (name.empty() || name == "mean") return ScoreRule::Missing::Mean;
    if (name == "zero") return ScoreRule::Missing::Zero;
    return refuse("missing: '" + name + "' is not mean or zero");
}

Result<std::vector<Band>> bandsOf(Json const& extension) {
    std::vector<Band> bands;
    for (auto const* entry : TRY(fhir::extensions(extension, "band"))) {
        Band band;
        band.from = TRY(neededNumber(*entry, "from"));
        band.code = TRY(codeOf(*entry));
        if (band.code.display.empty()) return refuse("band: its code has no display");
        if (!bands.empty() && band.from <= bands.back().from) return refuse("band: not in ascending order");
        bands.push_back(std::move(band));
    }
    return bands;
}

Result<ScoreRule::Part> sumPart(Json const& entry, FindItem const& find) {
    ScoreRule::Part part;
    part.linkId = TRY(fhir::text(entry, "valueString"));
    part.item = find(part.linkId);
    if (!part.item) return refuse("item: no linkId '" + part.linkId + "'");
    if (!isScored(*part.item)) return refuse("item '" + part.linkId + "' has no weights");
    return part;
}

Result<ScoreRule::Part> raschPart(Json const& entry, FindItem const& find) {
    ScoreRule::Part part;
    part.linkId = TRY(fhir::textExtension(entry, "linkId", "valueString"));
    part.difficulty = TRY(logits(entry, "difficulty"));
    if (part.linkId.empty()) return refuse("item: needs a linkId");
    part.item = find(part.linkId);
    return part;
}

Result<std::vector<ScoreRule::Part>> partsOf(Json const& extension, ScoreRule::Method method, FindItem const& find) {
    std::vector<ScoreRule::Part> parts;
    for (auto const* entry : TRY(fhir::extensions(extension, "item"))) {
        auto part = TRY(method == ScoreRule::Method::Sum ? sumPart(*entry, find) : raschPart(*entry, find));
        auto const sameId = [&](auto const& other) { return other.linkId == part.linkId; };
        if (std::ranges::any_of(parts, sameId)) return refuse("item '" + part.linkId + "' is there twice");
        parts.push_back(std::move(part));
        if (parts.size() > mostParts) return refuse("item: too many");
    }
    return parts;
}

std::vector<ScoreRule::Part> everyScoredItem(std::span<Item const* const> items) {
    std::vector<ScoreRule::Part> parts;
    for (auto const* item : items)
        if (std::ranges::any_of(item->options, [](auto const& option) { return option.weight.has_value(); }))
            parts.push_back({item->linkId, item, 0});
    return parts;
}

Result<std::vector<double>> thresholdsOf(Json const& extension) {
    std::vector<double> thresholds;
    for (auto const* entry : TRY(fhir::extensions(extension, "threshold"))) {
        auto const value = entry->find("valueDecimal");
        if (value == entry->end() || !value->is_number()) return refuse("threshold: needs a valueDecimal");
        thresholds.push_back(value->get<double>());
        if (std::abs(thresholds.back()) > widestLogit) return refuse("threshold: is beyond 20 logits");
        if (thresholds.size() > mostThresholds) return refuse("threshold: too many");
    }
    return thresholds;
}

bool isCategory(double weight, std::size_t categories) {
    return weight >= 0 && weight <= static_cast<double>(categories) && weight == std::floor(weight);
}

bool isNotApplicable(Option const& option, ScoreRule const& rule) {
    return option.value.contains("valueCoding") && option.value["valueCoding"]["code"] == rule.notApplicable;
}

/// Every answer but "does not apply" is one category of the rating scale.
Result<void> checkCategories(ScoreRule const& rule, Item const& item) {
    if (item.options.empty() || item.repeats || item.type == ItemType::OpenChoice)
        return refuse("item '" + item.linkId + "' is not a choice of one");
    for (auto const& option : item.options)
        if (!isNotApplicable(option, rule) && !(option.weight && isCategory(*option.weight, rule.thresholds.size())))
            return refuse("item '" + item.linkId +
                          "': a weight is not a whole number from 0 to the number of thresholds");
    return {};
}

Result<void> checkRasch(ScoreRule const& rule) {
    if (rule.thresholds.empty()) return refuse("threshold: is missing");
    if (std::ranges::none_of(rule.parts, [](auto const& part) { return part.item != nullptr; }))
        return refuse("item: none is in the form");
    for (auto const& part : rule.parts)
        if (part.item) TRY(checkCategories(rule, *part.item));
    return {};
}

void setEnds(ScoreRule& rule) {
    std::vector<double> difficulties;
    for (auto const& part : rule.parts) difficulties.push_back(part.difficulty);
    auto const top = static_cast<int>(difficulties.size() * rule.thresholds.size());
    rule.lowest = warmMeasure(difficulties, rule.thresholds, 0).theta;
    rule.highest = warmMeasure(difficulties, rule.thresholds, top).theta;
}

Result<int> maxMissingOf(Json const& extension) {
    auto const number = TRY(fhir::numberExtension(extension, "max-missing")).value_or(0);
    if (!isCategory(number, 10'000)) return refuse("max-missing: is not a whole number from 0");
    return static_cast<int>(number);
}

} // namespace

std::string_view toString(ScoreRule::Method method) {
    return method == ScoreRule::Method::Sum ? "sum" : "rasch-wle";
}

Result<ScoreRule> readScoreRule(Json const& extension, std::span<Item const* const> items, FindItem const& find) {
    ScoreRule rule;
    rule.method = TRY(methodOf(extension));
    rule.version = TRY(fhir::textExtension(extension, "version", "valueString"));
    if (rule.version.empty()) return refuse("version: is missing");
    rule.code = TRY(codeOf(extension));
    rule.maxMissing = TRY(maxMissingOf(extension));
    rule.missing = TRY(missingOf(extension));
    rule.notApplicable = TRY(fhir::textExtension(extension, "not-applicable", "valueCode"));
    rule.bands = TRY(bandsOf(extension));
    rule.thresholds = TRY(thresholdsOf(extension));
    rule.parts = TRY(partsOf(extension, rule.method, find));
    if (rule.parts.empty() && rule.method == ScoreRule::Method::Sum) rule.parts = everyScoredItem(items);
    if (rule.parts.empty()) return refuse("item: nothing to score");
    if (rule.method == ScoreRule::Method::RaschWle) {
        TRY(checkRasch(rule));
        setEnds(rule);
    }
    return rule;
}

} // namespace kiosk::survey
