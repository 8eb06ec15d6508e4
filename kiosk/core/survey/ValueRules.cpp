#include "kiosk/core/survey/ValueRules.h"

#include "kiosk/core/survey/Quantities.h"
#include "kiosk/core/survey/Values.h"

#include <algorithm>
#include <array>
#include <re2/re2.h>

namespace kiosk::survey {

namespace {

constexpr std::size_t longestText = 10'000; // code points; ours, FHIR allows a megabyte

void checkText(Item const& item, std::string const& text, Report const& report) {
    auto const length = textLength(text).value_or(0);
    auto const cap = std::min(item.maxLength.value_or(longestText), longestText);
    if (length > cap) report("the answer is longer than maxLength");
    if (item.rules.minLength && length < *item.rules.minLength) report("the answer is shorter than minLength");
    if (item.type == ItemType::String && text.find_first_of("\r\n") != std::string::npos)
        report("the answer has more than one line");
}

void checkPattern(Item const& item, std::string const& text, Report const& report) {
    if (item.rules.pattern && !re2::RE2::FullMatch(text, *item.rules.pattern))
        report("the answer does not match its regex");
}

bool isUuid(std::string_view text) {
    constexpr std::string_view shape = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    if (text.size() != shape.size()) return false;
    for (std::size_t i = 0; i < shape.size(); ++i)
        if (shape[i] == '-' ? text[i] != '-'
                            : std::string_view("0123456789abcdefABCDEF").find(text[i]) == std::string_view::npos)
            return false;
    return true;
}

bool isUrl(std::string_view text) {
    constexpr std::string_view uuid = "urn:uuid:";
    if (text.starts_with(uuid)) return isUuid(text.substr(uuid.size()));
    return !text.empty() && text.find_first_of("\\ \t\r\n<>\"{}|^`") == std::string_view::npos;
}

/// "Patient" of "Patient/1", "https://x/fhir/Patient/1/_history/2"; empty: not of that form.
std::string_view typeOfReference(std::string_view reference) {
    if (auto const history = reference.find("/_history/"); history != std::string_view::npos)
        reference = reference.substr(0, history);
    auto const last = reference.rfind('/');
    if (last == std::string_view::npos || last == 0) return {};
    auto const before = reference.rfind('/', last - 1);
    auto const start = before == std::string_view::npos ? 0 : before + 1;
    return reference.substr(start, last - start);
}

void checkReference(Item const& item, Element const& value, Report const& report) {
    auto const reference = value.textOf("reference");
    if (reference.empty() || reference.starts_with('#')) return;
    if (!isUrl(reference)) return report("the answer is not a URL");
    auto type = value.textOf("type");
    if (type.empty()) type = typeOfReference(reference);
    if (type.empty()) return;
    auto const* known = fhir::Model::r4().find(type);
    if (!known || known->kind() != fhir::Type::Kind::Resource)
        return report("the answer refers to no resource of FHIR");
    auto const& allowed = item.rules.referenceResources;
    if (!allowed.empty() && std::ranges::find(allowed, type) == allowed.end())
        report("the answer refers to a resource of another type");
}

/// Bytes of base64, without decoding; nothing if it is not base64.
std::optional<std::size_t> decodedSize(std::string_view base64) {
    std::size_t digits = 0, padding = 0;
    for (char const c : base64) {
        bool const isDigit =
            (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
        if (c == '=')
            ++padding;
        else if (isDigit && padding == 0)
            ++digits;
        else if (c != ' ' && c != '\n' && c != '\r' && c != '\t')
            return std::nullopt;
    }
    if (padding > 2 || (digits + padding) % 4 != 0) return std::nullopt;
    return digits * 3 / 4;
}

bool isAmong(std::string_view type, std::vector<std::string> const& patterns) {
    return std::ranges::any_of(patterns, [&](std::string const& pattern) {
        if (pattern.ends_with("/*")) return type.starts_with(std::string_view(pattern).substr(0, pattern.size() - 1));
        return type == pattern;
    });
}

void checkAttachment(Item const& item, Element const& value, Report const& report) {
    auto const* size = value.child("size");
    auto const* data = value.child("data");
    auto const decoded = data ? decodedSize(data->text()) : std::nullopt;
    if (data && !decoded) report("the answer's data is not base64");
    auto const bytes = decoded ? std::to_string(*decoded) : size ? size->text() : "0";
    if (decoded && size && compareNumbers(size->text(), bytes) != 0)
        return report("the answer's size is not that of its data");
    if (!item.rules.maxSize.empty() && compareNumbers(bytes, item.rules.maxSize) > 0)
        report("the answer is larger than maxSize");
    if (!item.rules.mimeTypes.empty() && !isAmong(value.textOf("contentType"), item.rules.mimeTypes))
        report("the answer is of another mimeType");
}

void checkUnit(Item const& item, Element const& value, Report const& report) {
    auto const& units = item.rules.units;
    if (item.rules.unitsAreOpen || (units.empty() && item.rules.unitValueSet.empty())) return;
    auto const fits = [&](Coding const& unit) {
        auto const code = value.textOf("code");
        if (code.empty())
            return !units.empty() && item.rules.unitValueSet.empty() &&
                   (value.textOf("unit") == unit.display.in({}) || value.textOf("unit") == unit.code);
        return code == unit.code && (unit.system.empty() || value.textOf("system") == unit.system);
    };
    if (std::ranges::none_of(units, fits)) report("the answer's unit is none of its units");
}

void checkPlaces(Item const& item, std::string_view number, Report const& report) {
    if (item.rules.maxDecimalPlaces && decimalPlaces(number) > *item.rules.maxDecimalPlaces)
        report("the answer has more decimals than maxDecimalPlaces");
}

void checkQuantity(Item const& item, Element const& value, Report const& report) {
    checkUnit(item, value, report);
    if (auto const* number = value.child("value")) checkPlaces(item, number->text(), report);
    for (auto const& [limit, name, isWrong] :
         {std::tuple(item.rules.minQuantity, "below minQuantity", std::partial_ordering::less),
          std::tuple(item.rules.maxQuantity, "above maxQuantity", std::partial_ordering::greater)}) {
        if (!limit) continue;
        auto const order = compareQuantities(value, *limit);
        if (order == std::partial_ordering::unordered) report(std::string("the answer cannot be compared: ") + name);
        if (order == isWrong) report(std::string("the answer is ") + name);
    }
}

} // namespace

std::string expectedType(ItemType type) {
    switch (type) {
    case ItemType::Boolean: return "Boolean";
    case ItemType::Integer: return "Integer";
    case ItemType::Decimal: return "Decimal";
    case ItemType::Date: return "Date";
    case ItemType::DateTime: return "DateTime";
    case ItemType::Time: return "Time";
    case ItemType::Url: return "Uri";
    case ItemType::Reference: return "Reference";
    case ItemType::Attachment: return "Attachment";
    case ItemType::Quantity: return "Quantity";
    case ItemType::Choice: return "Coding";
    default: return "String";
    }
}

bool isAllowed(Item const& item, std::span<const Option> options, std::string_view type) {
    if (type == expectedType(item.type)) return true;
    if (item.type == ItemType::OpenChoice && type == "Coding") return options.empty() || item.hasOpenOptions;
    auto const hasType = [&](Option const& option) { return valueType(*option.source) == type; };
    return item.type == ItemType::Choice && std::ranges::any_of(options, hasType);
}

void checkFreeAnswer(Item const& item, Element const& value, Report const& report) {
    auto const type = valueType(value);
    if (type == "String") checkText(item, value.text(), report);
    if (type == "Uri" && !isUrl(value.text())) report("the answer is not a URL");
    if (type == "Decimal") checkPlaces(item, value.text(), report);
    if (type == "Quantity") checkQuantity(item, value, report);
    if (type == "Reference") checkReference(item, value, report);
    if (type == "Attachment") checkAttachment(item, value, report);
    if (value.hasValue() && type != "Boolean") checkPattern(item, value.text(), report);
}

void checkBounds(Situation const& situation, Element const& value, Report const& report) {
    if (situation.minValue && compare(value, *situation.minValue) < 0) report("the answer is below minValue");
    if (situation.maxValue && compare(value, *situation.maxValue) > 0) report("the answer is above maxValue");
}

} // namespace kiosk::survey
