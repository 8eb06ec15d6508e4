#include "kiosk/core/survey/ScoreRule.h"

#include "kiosk/core/survey/Rasch.h"
#include "kiosk/core/survey/Reading.h"
#include "kiosk/core/survey/Values.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace kiosk::survey {

namespace {

constexpr double widestLogit = 20; // a calibration outside ±20 logits is a slip of the pen
constexpr std::size_t mostThresholds = 20;
constexpr std::size_t mostParts = 1000;

constexpr std::array methods{ScoreRule::Method::Sum, ScoreRule::Method::Mean, ScoreRule::Method::TopBox,
                             ScoreRule::Method::Table, ScoreRule::Method::RaschWle};

/// What a rule and its parts are made of.
constexpr std::array<std::string_view, 18> partNames{
    "band", "code",   "difficulty", "from",  "item",      "linkId", "max-missing", "missing", "not-applicable",
    "raw",  "recode", "rule",       "table", "threshold", "to",     "top-from",    "value",   "version"};

tl::unexpected<Error> refuse(std::string const& what) {
    return fail(ErrorKind::Invalid, what);
}

/// A misspelled part would be passed over, and the score be another.
Result<void> checkNames(Element const& rule) {
    for (auto const& part : rule.children("extension")) {
        auto const name = part.textOf("url");
        if (std::ranges::find(partNames, name) == partNames.end())
            return refuse("'" + std::string(name) + "' is no part of a score");
        TRY(checkNames(part));
    }
    return {};
}

bool isScored(Item const& item) {
    auto const weighs = [](Option const& option) { return option.weight.has_value(); };
    return std::ranges::any_of(item.options, weighs) || item.type == ItemType::Integer ||
           item.type == ItemType::Decimal;
}

Result<std::optional<double>> numberOf(Element const& element, char const* url) {
    std::vector<Finding> findings;
    auto const number = numberExtension(element, url, Notes(findings, ""));
    if (!findings.empty()) return refuse(findings.front().reason);
    return number;
}

Result<double> neededNumber(Element const& element, char const* url) {
    auto const number = TRY(numberOf(element, url));
    if (!number) return refuse(std::string(url) + ": is missing");
    return *number;
}

Result<double> logits(Element const& element, char const* url) {
    auto const number = TRY(neededNumber(element, url));
    if (std::abs(number) > widestLogit) return refuse(std::string(url) + ": is beyond 20 logits");
    return number;
}

Result<Coding> codeOf(Element const& element) {
    auto const* code = extensionValue(element, "code");
    if (!code || valueType(*code) != "Coding") return refuse("code: needs a valueCoding");
    std::vector<Finding> findings;
    auto coding = readCoding(*code, Notes(findings, ""));
    if (!findings.empty()) return refuse(findings.front().reason);
    return coding;
}

Result<ScoreRule::Method> methodOf(Element const& extension) {
    auto const name = (textExtension(extension, "rule"));
    for (auto const method : methods)
        if (toString(method) == name) return method;
    return refuse("rule: '" + name + "' is not known");
}

Result<ScoreRule::Missing> missingOf(Element const& extension) {
    auto const name = (textExtension(extension, "missing"));
    if (name.empty() || name == "mean") return ScoreRule::Missing::Mean;
    if (name == "zero") return ScoreRule::Missing::Zero;
    return refuse("missing: '" + name + "' is not mean or zero");
}

Result<std::vector<Band>> bandsOf(Element const& extension) {
    std::vector<Band> bands;
    for (auto const* entry : (extensions(extension, "band"))) {
        Band band;
        band.from = TRY(neededNumber(*entry, "from"));
        band.code = TRY(codeOf(*entry));
        if (band.code.display.empty()) return refuse("band: its code has no display");
        if (!bands.empty() && band.from <= bands.back().from) return refuse("band: not in ascending order");
        bands.push_back(std::move(band));
    }
    return bands;
}

Result<std::vector<double>> thresholdsOf(Element const& extension) {
    std::vector<double> thresholds;
    for (auto const* entry : (extensions(extension, "threshold"))) {
        auto const* value = entry->child("value");
        if (!value || value->kind() != Element::Kind::Number) return refuse("threshold: needs a valueDecimal");
        thresholds.push_back(toDouble(value->text()));
        if (std::abs(thresholds.back()) > widestLogit) return refuse("threshold: is beyond 20 logits");
        if (thresholds.size() > mostThresholds) return refuse("threshold: too many");
    }
    return thresholds;
}

Result<ScoreRule::Part> sumPart(Element const& entry, FindItem const& find) {
    ScoreRule::Part part;
    part.linkId = entry.child("value") ? std::string(entry.textOf("value")) : textExtension(entry, "linkId");
    for (auto const* recode : extensions(entry, "recode")) {
        auto const from = TRY(neededNumber(*recode, "from"));
        auto const to = TRY(neededNumber(*recode, "to"));
        auto const value = TRY(neededNumber(*recode, "value"));
        part.recodes.push_back({from, to, value});
    }
    part.item = find(part.linkId);
    if (!part.item) return refuse("item: no linkId '" + part.linkId + "'");
    if (!isScored(*part.item)) return refuse("item '" + part.linkId + "' has no weights");
    return part;
}

Result<ScoreRule::Part> raschPart(Element const& entry, FindItem const& find) {
    ScoreRule::Part part;
    part.linkId = (textExtension(entry, "linkId"));
    part.rasch.difficulty = TRY(logits(entry, "difficulty"));
    part.rasch.thresholds = TRY(thresholdsOf(entry));
    if (part.linkId.empty()) return refuse("item: needs a linkId");
    part.item = find(part.linkId);
    return part;
}

Result<std::vector<ScoreRule::Part>> partsOf(Element const& extension, ScoreRule::Method method, FindItem const& find) {
    std::vector<ScoreRule::Part> parts;
    for (auto const* entry : (extensions(extension, "item"))) {
        auto part = TRY(method == ScoreRule::Method::RaschWle ? raschPart(*entry, find) : sumPart(*entry, find));
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
            parts.push_back({item->linkId, item, {}, {}});
    return parts;
}

Result<std::vector<ScoreRule::Row>> tableOf(Element const& extension) {
    std::vector<ScoreRule::Row> table;
    for (auto const* entry : extensions(extension, "table")) {
        auto const raw = TRY(neededNumber(*entry, "raw"));
        auto const value = TRY(neededNumber(*entry, "value"));
        table.push_back({raw, value});
        if (table.size() > 1 && raw <= table[table.size() - 2].raw) return refuse("table: not in ascending order");
    }
    return table;
}

bool isCategory(double weight, std::size_t categories) {
    return weight >= 0 && weight <= static_cast<double>(categories) && weight == std::floor(weight);
}

bool isNotApplicable(Option const& option, ScoreRule const& rule) {
    return valueType(*option.source) == "Coding" && option.source->textOf("code") == rule.notApplicable;
}

/// Every answer but "does not apply" is one category of the rating scale.
Result<void> checkCategories(ScoreRule const& rule, ScoreRule::Part const& part) {
    auto const& item = *part.item;
    if (item.options.empty() || item.repeats || item.type == ItemType::OpenChoice)
        return refuse("item '" + item.linkId + "' is not a choice of one");
    for (auto const& option : item.options)
        if (!isNotApplicable(option, rule) &&
            !(option.weight && isCategory(*option.weight, part.rasch.thresholds.size())))
            return refuse("item '" + item.linkId +
                          "': a weight is not a whole number from 0 to the number of thresholds");
    return {};
}

Result<void> checkRasch(ScoreRule const& rule) {
    for (auto const& part : rule.parts)
        if (part.rasch.thresholds.empty()) return refuse("threshold: is missing");
    if (std::ranges::none_of(rule.parts, [](auto const& part) { return part.item != nullptr; }))
        return refuse("item: none is in the form");
    for (auto const& part : rule.parts)
        if (part.item) TRY(checkCategories(rule, part));
    return {};
}

void setEnds(ScoreRule& rule) {
    std::vector<RaschItem> items;
    std::size_t top = 0;
    for (auto const& part : rule.parts) {
        items.push_back(part.rasch);
        top += part.rasch.thresholds.size();
    }
    rule.lowest = warmMeasure(items, 0).theta;
    rule.highest = warmMeasure(items, static_cast<int>(top)).theta;
}

Result<int> maxMissingOf(Element const& extension) {
    auto const number = TRY(numberOf(extension, "max-missing")).value_or(0);
    if (!isCategory(number, 10'000)) return refuse("max-missing: is not a whole number from 0");
    return static_cast<int>(number);
}

} // namespace

std::string_view toString(ScoreRule::Method method) {
    switch (method) {
    case ScoreRule::Method::Sum: return "sum";
    case ScoreRule::Method::Mean: return "mean";
    case ScoreRule::Method::TopBox: return "top-box";
    case ScoreRule::Method::Table: return "table";
    case ScoreRule::Method::RaschWle: return "rasch-wle";
    }
    return "";
}

Result<ScoreRule> readScoreRule(Element const& extension, std::span<Item const* const> items, FindItem const& find) {
    TRY(checkNames(extension));
    ScoreRule rule;
    rule.method = TRY(methodOf(extension));
    rule.version = (textExtension(extension, "version"));
    if (rule.version.empty()) return refuse("version: is missing");
    rule.code = TRY(codeOf(extension));
    rule.maxMissing = TRY(maxMissingOf(extension));
    rule.missing = TRY(missingOf(extension));
    rule.notApplicable = (textExtension(extension, "not-applicable"));
    rule.bands = TRY(bandsOf(extension));
    auto const thresholds = TRY(thresholdsOf(extension));
    if (rule.method == ScoreRule::Method::TopBox) rule.topFrom = TRY(neededNumber(extension, "top-from"));
    rule.table = TRY(tableOf(extension));
    if (rule.method == ScoreRule::Method::Table && rule.table.empty()) return refuse("table: is missing");
    rule.parts = TRY(partsOf(extension, rule.method, find));
    for (auto& part : rule.parts)
        if (part.rasch.thresholds.empty()) part.rasch.thresholds = thresholds;
    if (rule.parts.empty() && rule.method != ScoreRule::Method::RaschWle) rule.parts = everyScoredItem(items);
    if (rule.parts.empty()) return refuse("item: nothing to score");
    if (rule.method == ScoreRule::Method::RaschWle) {
        TRY(checkRasch(rule));
        setEnds(rule);
    }
    return rule;
}

} // namespace kiosk::survey
