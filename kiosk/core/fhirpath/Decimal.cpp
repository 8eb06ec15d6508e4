#include "kiosk/core/fhirpath/Decimal.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <limits>

namespace kiosk::fhirpath {

namespace {

using Wide = Decimal::Wide;
using UnsignedWide = Decimal::UnsignedWide;

constexpr auto powers = [] {
    std::array<Wide, Decimal::maxScale + 2> table{};
    Wide power = 1;
    for (auto& entry : table) {
        entry = power;
        power = power <= static_cast<Wide>(~UnsignedWide{0} >> 1) / 10 ? power * 10 : 0;
    }
    return table;
}();

Wide power10(int exponent) {
    return powers[static_cast<std::size_t>(exponent)];
}

std::optional<Wide> times(Wide a, Wide b) {
    Wide product = 0;
    if (__builtin_mul_overflow(a, b, &product)) return std::nullopt;
    return product;
}

Wide absolute(Wide value) {
    return value < 0 ? -value : value;
}

/// a / b, b > 0, rounded.
Wide quotient(Wide a, Wide b, Decimal::Rounding rounding) {
    auto const whole = a / b, rest = a % b;
    switch (rounding) {
    case Decimal::Rounding::TowardsZero: return whole;
    case Decimal::Rounding::Down: return rest < 0 ? whole - 1 : whole;
    case Decimal::Rounding::Up: return rest > 0 ? whole + 1 : whole;
    case Decimal::Rounding::HalfAwayFromZero: break;
    }
    if (absolute(rest) < b - absolute(rest)) return whole;
    return a < 0 ? whole - 1 : whole + 1;
}

/// Both with the greater of the two scales; nothing if one does not fit.
struct Aligned {
    Wide a, b;
    int scale;
};
std::optional<Aligned> align(Decimal const& a, Decimal const& b) {
    auto const scale = std::max(a.scale(), b.scale());
    auto const left = times(a.coefficient(), power10(scale - a.scale()));
    auto const right = times(b.coefficient(), power10(scale - b.scale()));
    if (!left || !right) return std::nullopt;
    return Aligned{*left, *right, scale};
}

/// Reads digits into a coefficient; digits behind the point that no longer fit round the last that does.
class DigitReader {
public:
    bool read(char digit, bool isBehindPoint) {
        constexpr int most = 38;
        if (m_isFull || m_digits >= most || m_scale == Decimal::maxScale) {
            if (!isBehindPoint) return false;
            if (!m_isFull) m_roundsUp = digit >= '5';
            m_isFull = true;
            return true;
        }
        m_coefficient = m_coefficient * 10 + (digit - '0');
        if (m_coefficient > 0) ++m_digits;
        if (isBehindPoint) ++m_scale;
        return true;
    }
    [[nodiscard]] Wide coefficient() const { return m_coefficient + (m_roundsUp ? 1 : 0); }
    [[nodiscard]] int scale() const { return m_scale; }

private:
    Wide m_coefficient = 0;
    int m_digits = 0;
    int m_scale = 0;
    bool m_isFull = false;
    bool m_roundsUp = false;
};

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// coefficient / 10^scale with a power of ten more.
std::optional<Decimal> shifted(Wide coefficient, int scale, int exponent) {
    scale -= exponent;
    if (scale > Decimal::maxScale || scale < -Decimal::maxScale) return std::nullopt;
    if (scale >= 0) return Decimal(coefficient, scale);
    auto const whole = times(coefficient, power10(-scale));
    return whole ? std::optional(Decimal(*whole, 0)) : std::nullopt;
}

} // namespace

std::optional<Decimal> Decimal::parse(std::string_view text) {
    bool const isNegative = text.starts_with('-');
    if (isNegative || text.starts_with('+')) text.remove_prefix(1);
    DigitReader digits;
    bool isBehindPoint = false, hasDigits = false;
    std::size_t at = 0;
    for (; at < text.size() && (isDigit(text[at]) || (text[at] == '.' && !isBehindPoint)); ++at) {
        if (text[at] == '.' && !hasDigits) return std::nullopt;
        if (text[at] == '.')
            isBehindPoint = true;
        else if (!digits.read(text[at], isBehindPoint))
            return std::nullopt;
        else
            hasDigits = true;
    }
    if (!hasDigits || text[at - 1] == '.') return std::nullopt;
    auto const coefficient = isNegative ? -digits.coefficient() : digits.coefficient();
    if (at == text.size()) return Decimal(coefficient, digits.scale());
    if (text[at] != 'e' && text[at] != 'E') return std::nullopt;
    auto exponentText = text.substr(at + 1);
    if (exponentText.starts_with('+')) exponentText.remove_prefix(1);
    int exponent = 0;
    auto const [end, error] = std::from_chars(exponentText.data(), exponentText.data() + exponentText.size(), exponent);
    if (error != std::errc{} || end != exponentText.data() + exponentText.size() || std::abs(exponent) > 1000)
        return std::nullopt;
    return shifted(coefficient, digits.scale(), exponent);
}

std::optional<Decimal> Decimal::nearTo(long double value, int digits) {
    if (!std::isfinite(value)) return std::nullopt;
    char text[64];
    std::snprintf(text, sizeof text, "%.*Le", digits - 1, value);
    auto const decimal = parse(text);
    if (decimal) return decimal->trimmed();
    return std::fabs(value) < 1 ? std::optional(Decimal(0)) : std::nullopt;
}

bool Decimal::isWhole() const {
    return coefficient() % power10(m_scale) == 0;
}

long double Decimal::toReal() const {
    return static_cast<long double>(coefficient()) / static_cast<long double>(power10(m_scale));
}

std::optional<std::int64_t> Decimal::toWhole() const {
    auto const whole = coefficient() / power10(m_scale);
    if (whole > std::numeric_limits<std::int64_t>::max() || whole < std::numeric_limits<std::int64_t>::min())
        return std::nullopt;
    return static_cast<std::int64_t>(whole);
}

std::string Decimal::toString() const {
    std::string text;
    for (auto rest = absolute(coefficient()); rest > 0; rest /= 10) text += static_cast<char>('0' + rest % 10);
    while (text.size() <= m_scale) text += '0';
    if (isNegative()) text += '-';
    std::ranges::reverse(text);
    if (m_scale > 0) text.insert(text.size() - m_scale, ".");
    return text;
}

std::optional<Decimal> Decimal::withScale(int scale, Rounding rounding) const {
    if (scale < 0 || scale > maxScale) return std::nullopt;
    if (scale <= m_scale) return Decimal(quotient(coefficient(), power10(m_scale - scale), rounding), scale);
    auto const more = times(coefficient(), power10(scale - m_scale));
    return more ? std::optional(Decimal(*more, scale)) : std::nullopt;
}

Decimal Decimal::trimmed() const {
    auto value = coefficient();
    int scale = m_scale;
    while (scale > 0 && value % 10 == 0) {
        value /= 10;
        --scale;
    }
    return {value, scale};
}

std::optional<Decimal> Decimal::add(Decimal const& a, Decimal const& b) {
    auto const aligned = align(a, b);
    Wide sum = 0;
    if (!aligned || __builtin_add_overflow(aligned->a, aligned->b, &sum)) return std::nullopt;
    return Decimal(sum, aligned->scale);
}

std::optional<Decimal> Decimal::subtract(Decimal const& a, Decimal const& b) {
    return add(a, b.negated());
}

std::optional<Decimal> Decimal::multiply(Decimal const& a, Decimal const& b) {
    if (a.m_scale + b.m_scale <= maxScale)
        if (auto const product = times(a.coefficient(), b.coefficient()))
            return Decimal(*product, a.m_scale + b.m_scale);
    // Too many digits: those at the end behind the point give way.
    auto const left = a.trimmed(), right = b.trimmed();
    if (left.m_scale + right.m_scale <= maxScale)
        if (auto const product = times(left.coefficient(), right.coefficient()))
            return Decimal(*product, left.m_scale + right.m_scale);
    return nearTo(a.toReal() * b.toReal(), 18);
}

std::optional<Decimal> Decimal::divide(Decimal const& a, Decimal const& b) {
    if (b.isZero()) return std::nullopt;
    constexpr int wantedDigits = 28;
    auto dividend = a.coefficient(), divisor = b.coefficient();
    if (divisor < 0) {
        dividend = -dividend;
        divisor = -divisor;
    }
    int scale = a.m_scale - b.m_scale;
    Wide result = dividend / divisor, rest = dividend % divisor;
    int digits = 0;
    for (auto value = absolute(result); value > 0; value /= 10) ++digits;
    // Long division, a digit at a time; a divisor near the end of its range leaves fewer digits.
    while (rest != 0 && digits < wantedDigits && scale < maxScale) {
        auto const tenfold = times(rest, 10);
        if (!tenfold) break;
        result = result * 10 + *tenfold / divisor;
        rest = *tenfold % divisor;
        ++scale;
        if (result != 0) ++digits;
    }
    if (absolute(rest) >= divisor - absolute(rest)) result += dividend < 0 ? -1 : 1;
    auto const exact = shifted(result, scale, 0);
    return exact ? std::optional(exact->trimmed()) : std::nullopt;
}

std::optional<Decimal> Decimal::wholeDivide(Decimal const& a, Decimal const& b) {
    auto const aligned = align(a, b);
    if (!aligned || aligned->b == 0) return std::nullopt;
    return Decimal(aligned->a / aligned->b, 0);
}

std::optional<Decimal> Decimal::remainder(Decimal const& a, Decimal const& b) {
    auto const aligned = align(a, b);
    if (!aligned || aligned->b == 0) return std::nullopt;
    return Decimal(aligned->a % aligned->b, aligned->scale);
}

int Decimal::compare(Decimal const& a, Decimal const& b) {
    if (auto const aligned = align(a, b)) return aligned->a < aligned->b ? -1 : aligned->a > aligned->b ? 1 : 0;
    // One has so many digits before the point that the other's do not matter.
    auto const left = a.toReal(), right = b.toReal();
    return left < right ? -1 : left > right ? 1 : 0;
}

} // namespace kiosk::fhirpath
