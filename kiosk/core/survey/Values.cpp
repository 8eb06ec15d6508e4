#include "kiosk/core/survey/Values.h"

#include "kiosk/core/survey/Moments.h"
#include "kiosk/core/survey/Quantities.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace kiosk::survey {

namespace {

using Kind = Element::Kind;
constexpr std::string_view prefix = "value";
constexpr int largestExponent = 1000;

bool isNumber(std::string_view type) {
    return type == "Integer" || type == "Decimal";
}

bool isText(std::string_view text) {
    return textLength(text) && text.find_first_not_of(" \t\r\n") != std::string_view::npos;
}

bool isInteger(std::string_view number) {
    std::int32_t value = 0;
    auto const [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
    return error == std::errc() && end == number.data() + number.size();
}

bool isUri(std::string_view text) {
    return !text.empty() && textLength(text) && text.find_first_of(" \t\r\n") == std::string_view::npos;
}

/// A code is text without a blank at its ends; `needed`: it must be there.
bool isCode(Element const& element, std::string_view name, bool needed) {
    auto const* code = element.child(name);
    if (!code) return !needed;
    return code->kind() == Kind::String && isText(code->text());
}

bool isQuantity(Element const& element) {
    auto const* value = element.child("value");
    return (!value || value->kind() == Kind::Number) && isCode(element, "unit", false) &&
           isCode(element, "code", false) && isCode(element, "system", false);
}

bool isOfType(std::string_view type, Element const& held) {
    if (type == "Boolean") return held.kind() == Kind::Boolean;
    if (type == "Integer") return held.kind() == Kind::Number && isInteger(held.text());
    if (type == "Decimal")
        return held.kind() == Kind::Number && compareNumbers(held.text(), "0") != std::partial_ordering::unordered;
    if (held.kind() == Kind::String) {
        if (type == "Date") return isDate(held.text());
        if (type == "DateTime") return isDateTime(held.text());
        if (type == "Time") return isTime(held.text());
        if (type == "Uri" || type == "Url" || type == "Canonical") return isUri(held.text());
        return (type == "String" || type == "Markdown" || type == "Code" || type == "Id") && isText(held.text());
    }
    if (held.kind() != Kind::Object) return false;
    if (type == "Coding")
        return isCode(held, "code", !held.child("display")) && isCode(held, "system", false) &&
               isCode(held, "display", false);
    return (type == "Quantity" && isQuantity(held)) || type == "Reference" || type == "Attachment";
}

std::partial_ordering equalOrNot(bool equal) {
    return equal ? std::partial_ordering::equivalent : std::partial_ordering::unordered;
}

/// A JSON number as its digits without zeros at the ends, and the place of the point before the first.
struct Digits {
    bool negative = false;
    std::string digits;
    int point = 0;
    bool isReadable = true;

    explicit Digits(std::string_view number) {
        negative = number.starts_with('-');
        if (negative) number.remove_prefix(1);
        auto const exponent = number.find_first_of("eE");
        auto const mantissa = number.substr(0, exponent);
        auto const dot = std::min(mantissa.find('.'), mantissa.size());
        digits = std::string(mantissa.substr(0, dot));
        if (dot < mantissa.size()) digits += mantissa.substr(dot + 1);
        point = static_cast<int>(std::min(dot, std::size_t{100'000})) + exponentOf(number, exponent);
        auto const first = std::min(digits.find_first_not_of('0'), digits.size());
        point -= static_cast<int>(std::min(first, std::size_t{100'000}));
        digits.erase(0, first);
        digits.erase(digits.find_last_not_of('0') + 1);
        if (digits.empty()) negative = false;
        if (digits.empty()) point = 0;
    }

private:
    int exponentOf(std::string_view number, std::size_t at) {
        if (at == std::string_view::npos) return 0;
        auto text = number.substr(at + 1);
        if (text.starts_with('+')) text.remove_prefix(1);
        int value = 0;
        auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        isReadable = error == std::errc() && std::abs(value) <= largestExponent;
        return isReadable ? value : 0;
    }
};

std::string const& textOf(Element const& element) {
    return element.text();
}

std::partial_ordering compareCodings(Element const& left, Element const& right) {
    if (left.textOf("code").empty() && right.textOf("code").empty())
        return equalOrNot(left.textOf("display") == right.textOf("display"));
    return equalOrNot(left.textOf("code") == right.textOf("code") && left.textOf("system") == right.textOf("system"));
}

bool isTextual(std::string_view type) {
    return type == "String" || type == "Markdown" || type == "Code" || type == "Id" || type == "Uri" || type == "Url" ||
           type == "Canonical";
}

} // namespace

std::string_view valueType(Element const& value) {
    auto const member = value.member().text();
    for (auto const& start : {prefix, std::string_view("answer")})
        if (member.starts_with(start) && member.size() > start.size()) return member.substr(start.size());
    return {};
}

std::string_view valueType(Json const& value) {
    if (!value.is_object() || value.size() != 1) return {};
    const std::string_view name = value.begin().key();
    return name.starts_with(prefix) ? name.substr(prefix.size()) : std::string_view{};
}

std::optional<std::size_t> textLength(std::string_view text) {
    std::size_t length = 0;
    for (std::size_t i = 0; i < text.size(); ++length) {
        auto const lead = static_cast<unsigned char>(text[i]);
        if ((lead < ' ' && lead != '\t' && lead != '\n' && lead != '\r') || lead == 0x7f) return std::nullopt;
        std::size_t const more = lead < 0x80   ? 0
                                 : lead < 0xc2 ? 9
                                 : lead < 0xe0 ? 1
                                 : lead < 0xf0 ? 2
                                 : lead < 0xf5 ? 3
                                               : 9;
        if (more == 9 || i + more >= text.size()) return std::nullopt;
        for (std::size_t k = 1; k <= more; ++k)
            if ((static_cast<unsigned char>(text[i + k]) & 0xC0U) != 0x80) return std::nullopt;
        auto const second = more > 0 ? static_cast<unsigned char>(text[i + 1]) : 0U;
        bool const isWrong = (lead == 0xe0 && second < 0xa0) || (lead == 0xed && second > 0x9f) ||
                             (lead == 0xf0 && second < 0x90) || (lead == 0xf4 && second > 0x8f);
        if (isWrong) return std::nullopt;
        i += 1 + more;
    }
    return length;
}

Result<void> checkValue(Element const& value) {
    auto const type = valueType(value);
    if (type.empty()) return fail(ErrorKind::Invalid, "needs exactly one value[x]");
    if (!isOfType(type, value)) return fail(ErrorKind::Invalid, "value" + std::string(type) + " is not one");
    return {};
}

std::partial_ordering compare(Element const& left, Element const& right) {
    auto const type = valueType(left);
    auto const other = valueType(right);
    if (isNumber(type) && isNumber(other)) return compareNumbers(textOf(left), textOf(right));
    if (isMoment(type) && isMoment(other)) return compareMoments(textOf(left), textOf(right));
    if (isTextual(type) && isTextual(other)) return left.text().compare(right.text()) <=> 0;
    if (type != other) return std::partial_ordering::unordered;
    if (type == "Coding") return compareCodings(left, right);
    if (type == "Quantity") return compareQuantities(left, right);
    if (type == "Reference") return equalOrNot(left.textOf("reference") == right.textOf("reference"));
    if (type == "Attachment") return equalOrNot(toJson(left) == toJson(right));
    return equalOrNot(textOf(left) == textOf(right));
}

bool same(Json const& left, Json const& right) {
    auto const type = valueType(left);
    if (type.empty()) return false;
    auto const& l = left.begin().value();
    if (isNumber(type) && isNumber(valueType(right)))
        return compareNumbers(l.dump(), right.begin().value().dump()) == std::partial_ordering::equivalent;
    if (type != valueType(right)) return false;
    auto const& r = right.begin().value();
    if (type != "Coding" || !l.is_object() || !r.is_object()) return l == r;
    auto const isSame = [&](char const* member) { return l.value(member, "") == r.value(member, ""); };
    return isSame("code") && (l.contains("code") ? isSame("system") : isSame("display"));
}

std::partial_ordering compareNumbers(std::string_view left, std::string_view right) {
    const Digits l(left), r(right);
    if (!l.isReadable || !r.isReadable) return std::partial_ordering::unordered;
    if (l.negative != r.negative) return l.negative ? std::partial_ordering::less : std::partial_ordering::greater;
    auto const smaller = l.negative ? std::partial_ordering::greater : std::partial_ordering::less;
    auto const greater = l.negative ? std::partial_ordering::less : std::partial_ordering::greater;
    if (l.digits.empty() || r.digits.empty())
        return l.digits == r.digits ? std::partial_ordering::equivalent : l.digits.empty() ? smaller : greater;
    if (l.point != r.point) return l.point < r.point ? smaller : greater;
    if (l.digits == r.digits) return std::partial_ordering::equivalent;
    return l.digits < r.digits ? smaller : greater;
}

std::size_t decimalPlaces(std::string_view number) {
    auto const exponent = number.find_first_of("eE");
    auto const mantissa = number.substr(0, exponent);
    auto const dot = mantissa.find('.');
    auto places = dot == std::string_view::npos ? 0 : static_cast<int>(mantissa.size() - dot - 1);
    if (exponent != std::string_view::npos) {
        auto text = number.substr(exponent + 1);
        if (text.starts_with('+')) text.remove_prefix(1);
        int value = 0;
        std::from_chars(text.data(), text.data() + text.size(), value);
        places -= std::clamp(value, -largestExponent, largestExponent);
    }
    return static_cast<std::size_t>(std::max(places, 0));
}

double toDouble(std::string_view number) {
    double value = std::numeric_limits<double>::quiet_NaN();
    std::from_chars(number.data(), number.data() + number.size(), value);
    return value;
}

} // namespace kiosk::survey
