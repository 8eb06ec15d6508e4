#include "kiosk/core/fhirpath/Unit.h"

#include "kiosk/core/fhirpath/UnitTable.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>
#include <unordered_map>

namespace kiosk::fhirpath {

namespace {

using Wide = Decimal::Wide;

Wide greatestCommonDivisor(Wide a, Wide b) {
    while (b != 0) {
        auto const rest = a % b;
        a = b;
        b = rest;
    }
    return a < 0 ? -a : a;
}

std::optional<Wide> times(Wide a, Wide b) {
    Wide product = 0;
    if (__builtin_mul_overflow(a, b, &product)) return std::nullopt;
    return product;
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

UnitRow const* findRow(std::string_view code) {
    static auto const rows = [] {
        std::unordered_map<std::string_view, UnitRow const*> table;
        for (auto const& row : unitRows) table.emplace(row.code, &row);
        return table;
    }();
    auto const found = rows.find(code);
    return found == rows.end() ? nullptr : found->second;
}

} // namespace

long double Unit::Factor::toReal() const {
    return static_cast<long double>(numerator) / static_cast<long double>(denominator) *
           std::pow(10.0L, static_cast<long double>(exponent));
}

std::optional<Unit::Factor> Unit::Factor::times(Factor const& other) const {
    auto const across = greatestCommonDivisor(numerator, other.denominator);
    auto const back = greatestCommonDivisor(other.numerator, denominator);
    auto const above = fhirpath::times(numerator / across, other.numerator / back);
    auto const below = fhirpath::times(denominator / back, other.denominator / across);
    if (!above || !below) return std::nullopt;
    Factor product{*above, *below, exponent + other.exponent};
    for (; product.numerator % 10 == 0; product.numerator /= 10) ++product.exponent;
    for (; product.denominator % 10 == 0; product.denominator /= 10) --product.exponent;
    if (std::abs(product.exponent) > 300) return std::nullopt;
    return product;
}

std::optional<Unit::Factor> Unit::Factor::inverse() const {
    if (numerator == 0) return std::nullopt;
    return Factor{denominator, numerator, -exponent};
}

std::optional<Unit::Factor> Unit::Factor::of(std::string_view decimal) {
    auto const value = Decimal::parse(decimal);
    if (!value || value->isZero()) return std::nullopt;
    return Factor{}.times({value->coefficient(), 1, -value->scale()});
}

/// Reads a unit by UCUM's grammar: terms of components with . and /, in parentheses, with prefixes and exponents.
class UnitReader {
public:
    explicit UnitReader(std::string_view text, int depth = 0) : m_text(text), m_depth(depth) {}

    std::optional<Unit> readAll() {
        constexpr std::size_t longest = 200;
        if (m_text.empty() || m_text.size() > longest) return std::nullopt;
        auto unit = readTerm();
        return m_text.empty() ? unit : std::nullopt;
    }

private:
    using Factor = Unit::Factor;

    std::optional<Unit> readTerm() {
        constexpr int deepest = 16;
        if (++m_depth > deepest) return std::nullopt;
        std::optional<Unit> product = Unit{};
        char sign = m_text.starts_with('/') ? '/' : '.';
        if (sign == '/') m_text.remove_prefix(1);
        for (;;) {
            auto const component = readComponent();
            product = component ? multiply(*product, *component, sign == '/' ? -1 : 1) : std::nullopt;
            if (!product || m_text.empty() || (m_text.front() != '.' && m_text.front() != '/')) break;
            sign = m_text.front();
            m_text.remove_prefix(1);
        }
        --m_depth;
        return product;
    }

    std::optional<Unit> readComponent() {
        if (m_text.empty()) return std::nullopt;
        if (m_text.front() == '(') {
            m_text.remove_prefix(1);
            auto unit = readTerm();
            if (!unit || !m_text.starts_with(')')) return std::nullopt;
            m_text.remove_prefix(1);
            return unit;
        }
        if (m_text.front() == '{') return skipAnnotation() ? std::optional(Unit{}) : std::nullopt;
        auto unit = readSimple();
        if (unit && m_text.starts_with('{') && !skipAnnotation()) return std::nullopt;
        return unit;
    }

    bool skipAnnotation() {
        auto const end = m_text.find('}');
        if (end == std::string_view::npos) return false;
        m_text.remove_prefix(end + 1);
        return true;
    }

    /// A number, or a unit with prefix and exponent.
    std::optional<Unit> readSimple() {
        std::size_t end = 0;
        for (int brackets = 0; end < m_text.size(); ++end) {
            char const c = m_text[end];
            if (c == '[') ++brackets;
            if (c == ']') --brackets;
            if (brackets == 0 && std::string_view("./(){").find(c) != std::string_view::npos) break;
        }
        auto word = m_text.substr(0, end);
        m_text.remove_prefix(end);
        if (!word.empty() && std::ranges::all_of(word, isDigit)) return number(word);
        int exponent = 1;
        auto const atom = withoutExponent(word, exponent);
        auto const unit = atom.empty() ? std::nullopt : readAtom(atom);
        return unit && exponent != 1 ? multiply(Unit{}, *unit, exponent) : unit;
    }

    static std::optional<Unit> number(std::string_view word) {
        auto const factor = Factor::of(word);
        if (!factor) return std::nullopt;
        Unit unit;
        unit.m_factor = *factor;
        return unit;
    }

    static std::string_view withoutExponent(std::string_view word, int& exponent) {
        auto end = word.size();
        while (end > 0 && isDigit(word[end - 1])) --end;
        auto const digits = word.size() - end;
        if (digits == 0 || digits > 2 || end == 0) return word;
        std::from_chars(word.data() + end, word.data() + word.size(), exponent);
        if (word[end - 1] == '-') exponent = -exponent;
        return word.substr(0, word[end - 1] == '-' || word[end - 1] == '+' ? end - 1 : end);
    }

    std::optional<Unit> readAtom(std::string_view code) {
        if (auto const* row = findRow(code)) return unitOf(*row);
        for (auto const& prefix : prefixRows) {
            if (!code.starts_with(prefix.code)) continue;
            auto const* row = findRow(code.substr(prefix.code.size()));
            if (!row || !row->isMetric) continue;
            auto unit = unitOf(*row);
            if (unit) unit->m_factor.exponent += prefix.exponent;
            return unit;
        }
        return std::nullopt;
    }

    std::optional<Unit> unitOf(UnitRow const& row) {
        Unit unit;
        if (row.value.empty()) {
            auto const index = static_cast<std::size_t>(&row - unitRows);
            unit.m_dimensions.exponents[std::min(index, Unit::arbitrary)] = 1;
            if (index >= Unit::arbitrary) unit.m_dimensions.arbitraryUnit = static_cast<std::uint16_t>(index);
            return unit;
        }
        auto const factor = Factor::of(row.value);
        auto const of = UnitReader(row.unit, m_depth + 1).readAll();
        if (!factor || !of) return std::nullopt;
        auto const product = of->m_factor.times(*factor);
        if (!product) return std::nullopt;
        unit = *of;
        unit.m_factor = *product;
        if (!row.offset.empty()) unit.m_offset = Decimal::parse(row.offset).value_or(Decimal{});
        return unit;
    }

    static std::optional<Unit> multiply(Unit const& a, Unit b, int exponent) {
        bool const isAlone = exponent == 1 && a.m_dimensions == Unit::Dimensions{} && a.m_factor.numerator == 1 &&
                             a.m_factor.denominator == 1 && a.m_factor.exponent == 0;
        if (isAlone) return b;
        if (a.hasOffset() || b.hasOffset()) return std::nullopt;
        Unit product = a;
        if (exponent < 0) {
            auto const inverse = b.m_factor.inverse();
            if (!inverse) return std::nullopt;
            b.m_factor = *inverse;
            for (auto& e : b.m_dimensions.exponents) e = static_cast<std::int8_t>(-e);
        }
        for (int i = 0; i < std::abs(exponent); ++i)
            if (!multiplyOnce(product, b)) return std::nullopt;
        return product;
    }

    static bool multiplyOnce(Unit& product, Unit const& b) {
        auto const factor = product.m_factor.times(b.m_factor);
        if (!factor) return false;
        product.m_factor = *factor;
        auto& dimensions = product.m_dimensions;
        if (b.m_dimensions.arbitraryUnit != 0) {
            if (dimensions.arbitraryUnit != 0 && dimensions.arbitraryUnit != b.m_dimensions.arbitraryUnit) return false;
            dimensions.arbitraryUnit = b.m_dimensions.arbitraryUnit;
        }
        for (std::size_t i = 0; i < dimensions.exponents.size(); ++i) {
            int const sum = dimensions.exponents[i] + b.m_dimensions.exponents[i];
            if (std::abs(sum) > 100) return false;
            dimensions.exponents[i] = static_cast<std::int8_t>(sum);
        }
        if (dimensions.exponents[Unit::arbitrary] == 0) dimensions.arbitraryUnit = 0;
        return true;
    }

    std::string_view m_text;
    int m_depth;
};

std::optional<Unit> Unit::parse(std::string_view code) {
    return UnitReader(code).readAll();
}

int Unit::compare(Decimal const& a, Unit const& other, Decimal const& b) const {
    auto const left = Decimal::add(a, m_offset).value_or(a);
    auto const right = Decimal::add(b, other.m_offset).value_or(b);
    if (auto const inverse = other.m_factor.inverse())
        if (auto const factor = m_factor.times(*inverse); factor && std::abs(factor->exponent) < Decimal::maxScale) {
            // left * numerator * 10^exponent against right * denominator
            auto above = times(left.coefficient(), factor->numerator);
            auto below = times(right.coefficient(), factor->denominator);
            Decimal const power(1, 0);
            auto const shift = power.withScale(std::abs(factor->exponent));
            if (above && below && shift) {
                auto& shifted = factor->exponent > 0 ? above : below;
                shifted = times(*shifted, shift->coefficient());
                if (above && below)
                    return Decimal::compare(Decimal(*above, left.scale()), Decimal(*below, right.scale()));
            }
        }
    auto const difference = left.toReal() * m_factor.toReal() - right.toReal() * other.m_factor.toReal();
    auto const size = std::fabs(left.toReal() * m_factor.toReal());
    if (std::fabs(difference) <= size * 1e-17L) return 0;
    return difference < 0 ? -1 : 1;
}

std::optional<Decimal> Unit::convert(Decimal const& value, Unit const& to) const {
    auto const inverse = to.m_factor.inverse();
    auto const factor = inverse ? m_factor.times(*inverse) : std::nullopt;
    auto const raised = Decimal::add(value, m_offset);
    if (!factor || !raised) return std::nullopt;
    auto product = Decimal::multiply(*raised, Decimal(factor->numerator, 0));
    if (product && factor->denominator != 1) product = Decimal::divide(*product, Decimal(factor->denominator, 0));
    auto const shift = Decimal::parse("1e" + std::to_string(factor->exponent));
    if (!product || !shift) return std::nullopt;
    product = Decimal::multiply(*product, *shift);
    return product ? Decimal::subtract(*product, to.m_offset) : std::nullopt;
}

bool Unit::isSmallerThan(Unit const& other) const {
    return compare(Decimal(1), other, Decimal(1)) < 0;
}

} // namespace kiosk::fhirpath
