#pragma once

#include "kiosk/core/fhirpath/Decimal.h"

#include <array>
#include <optional>
#include <string_view>

namespace kiosk::fhirpath {

/// A unit of UCUM as what it measures and how large it is: "mg/dL" is 1/100 of a gram for each dm3. Exact: a fraction
/// of whole numbers with a power of ten. Case-sensitive codes; annotations in {braces} count as 1.
class Unit {
public:
    /// Nothing: not a unit of UCUM that Unit.cpp's table knows.
    [[nodiscard]] static std::optional<Unit> parse(std::string_view code);

    [[nodiscard]] bool measuresTheSameAs(Unit const& other) const { return m_dimensions == other.m_dimensions; }
    /// -1, 0, 1 of `a` in this unit to `b` in the other, which measures the same.
    [[nodiscard]] int compare(Decimal const& a, Unit const& other, Decimal const& b) const;
    /// `value` of this unit in the other, which measures the same. Nothing: too large.
    [[nodiscard]] std::optional<Decimal> convert(Decimal const& value, Unit const& to) const;
    /// 10 mg is more than 1 g if it is the unit alone that is compared.
    [[nodiscard]] bool isSmallerThan(Unit const& other) const;
    /// Degrees Celsius and Fahrenheit, which do not begin at nothing, cannot be multiplied.
    [[nodiscard]] bool hasOffset() const { return !m_offset.isZero(); }

private:
    friend class UnitReader;

    /// numerator / denominator * 10^exponent, in lowest terms.
    struct Factor {
        Decimal::Wide numerator = 1, denominator = 1;
        int exponent = 0;
        [[nodiscard]] long double toReal() const;
        [[nodiscard]] std::optional<Factor> times(Factor const& other) const;
        [[nodiscard]] std::optional<Factor> inverse() const;
        [[nodiscard]] static std::optional<Factor> of(std::string_view decimal);
    };
    /// metre second gram radian kelvin coulomb candela mole, then one arbitrary unit ([iU] and the like).
    static constexpr std::size_t arbitrary = 8;
    struct Dimensions {
        std::array<std::int8_t, 9> exponents{};
        std::uint16_t arbitraryUnit = 0; ///< which; only with an exponent
        friend bool operator==(Dimensions const&, Dimensions const&) = default;
    };

    Factor m_factor;
    Dimensions m_dimensions;
    Decimal m_offset; ///< to be added before the factor
};

} // namespace kiosk::fhirpath
