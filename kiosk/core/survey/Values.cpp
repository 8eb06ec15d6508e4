#include "kiosk/core/survey/Values.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>

namespace kiosk::survey {

namespace {

constexpr std::string_view prefix = "value";
constexpr double largestDecimal = 1e15; // ours: what a double holds to the unit

Json const& content(Json const& value) {
    return value.begin().value();
}

bool isNumber(std::string_view type) {
    return type == "Integer" || type == "Decimal";
}

bool isCode(Json const& coding, char const* member) {
    if (!coding.contains(member)) return true;
    auto const& code = coding[member];
    return code.is_string() && !code.get_ref<std::string const&>().empty() &&
           textLength(code.get_ref<std::string const&>());
}

bool isCoding(Json const& coding) {
    return coding.is_object() && coding.contains("code") && isCode(coding, "code") && isCode(coding, "system");
}

bool isInteger(Json const& number) {
    using Limits = std::numeric_limits<std::int32_t>;
    if (number.is_number_unsigned()) return number.get<std::uint64_t>() <= Limits::max();
    return number.is_number_integer() && number.get<std::int64_t>() >= Limits::min() &&
           number.get<std::int64_t>() <= Limits::max();
}

/// A text that is more than white space.
bool isText(Json const& text) {
    if (!text.is_string()) return false;
    auto const& content = text.get_ref<std::string const&>();
    return textLength(content) && content.find_first_not_of(" \t\r\n") != std::string::npos;
}

bool isOfType(std::string_view type, Json const& held) {
    if (type == "Boolean") return held.is_boolean();
    if (type == "Integer") return isInteger(held);
    if (type == "Decimal") return held.is_number() && std::abs(held.get<double>()) <= largestDecimal;
    if (type == "String") return isText(held);
    if (type == "Date") return held.is_string() && isDate(held.get_ref<std::string const&>());
    return type == "Coding" && isCoding(held);
}

int digits(std::string_view text) {
    int value = 0;
    for (char const digit : text) value = value * 10 + (digit - '0');
    return value;
}

bool looksLikeDate(std::string_view text) {
    if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
    for (std::size_t i = 0; i < text.size(); ++i)
        if ((i == 4 || i == 7) ? text[i] != '-' : (text[i] < '0' || text[i] > '9')) return false;
    return true;
}

std::partial_ordering compareDates(std::string const& left, std::string const& right) {
    auto const common = std::min(left.size(), right.size());
    auto const order = left.compare(0, common, right, 0, common) <=> 0;
    return order == 0 && left.size() != right.size() ? std::partial_ordering::unordered : order;
}

std::partial_ordering equalOrNot(bool equal) {
    return equal ? std::partial_ordering::equivalent : std::partial_ordering::unordered;
}

} // namespace

std::string_view valueType(Json const& value) {
    if (!value.is_object() || value.size() != 1) return {};
    const std::string_view name = value.begin().key();
    return name.starts_with(prefix) ? name.substr(prefix.size()) : std::string_view{};
}

bool isDate(std::string_view text) {
    if (!looksLikeDate(text) || text.starts_with("0000")) return false;
    using namespace std::chrono;
    auto const monthPart = text.size() < 7 ? 1 : digits(text.substr(5, 2));
    auto const dayPart = text.size() < 10 ? 1 : digits(text.substr(8, 2));
    return year_month_day(year(digits(text.substr(0, 4))), month(static_cast<unsigned>(monthPart)),
                          day(static_cast<unsigned>(dayPart)))
        .ok();
}

std::optional<std::size_t> textLength(std::string const& text) {
    try {
        static_cast<void>(Json(text).dump()); // throws on what is not UTF-8
    } catch (Json::exception const&) {
        return std::nullopt;
    }
    auto const isControl = [](char c) {
        return (c >= 0 && c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 0x7f;
    };
    if (std::ranges::any_of(text, isControl)) return std::nullopt;
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

Result<void> checkValue(Json const& value) {
    auto const type = valueType(value);
    if (type.empty()) return fail(ErrorKind::Invalid, "needs exactly one value[x]");
    if (!isOfType(type, content(value)))
        return fail(ErrorKind::Invalid, "value" + std::string(type) + " is not one, or not supported");
    return {};
}

std::partial_ordering compare(Json const& left, Json const& right) {
    auto const type = valueType(left);
    auto const& l = content(left);
    auto const& r = content(right);
    if (isNumber(type) && isNumber(valueType(right))) return l.get<double>() <=> r.get<double>();
    if (type != valueType(right)) return std::partial_ordering::unordered;
    if (type == "Date") return compareDates(l.get_ref<std::string const&>(), r.get_ref<std::string const&>());
    if (type == "String") return l.get_ref<std::string const&>().compare(r.get_ref<std::string const&>()) <=> 0;
    if (type == "Coding") return equalOrNot(l["code"] == r["code"] && l.value("system", "") == r.value("system", ""));
    return equalOrNot(l == r);
}

} // namespace kiosk::survey
