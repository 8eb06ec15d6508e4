#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kiosk::fhirpath {

/// An exact decimal number of up to 38 digits that remembers how many decimal places it was given with: 1.10 equals 1.1
/// and is written 1.10. What does not fit is nothing (std::nullopt): FHIRPath makes an empty collection of it.
class Decimal {
public:
    __extension__ typedef __int128 Wide;
    __extension__ typedef unsigned __int128 UnsignedWide;
    static constexpr int maxScale = 37;

    Decimal() = default;
    explicit Decimal(std::int64_t value) : Decimal(static_cast<Wide>(value), 0) {}
    /// coefficient / 10^scale
    Decimal(Wide coefficient, int scale) :
        m_high(static_cast<std::int64_t>(coefficient >> 64)), m_low(static_cast<std::uint64_t>(coefficient)),
        m_scale(static_cast<std::uint8_t>(scale)) {}

    /// "-12.50", also with an exponent, "1.0e2". Nothing: not a number, or more digits than there is room for that
    /// matter (digits beyond are rounded away behind the point).
    [[nodiscard]] static std::optional<Decimal> parse(std::string_view text);
    /// The shortest that is near to `value`, with at most `digits` significant digits.
    [[nodiscard]] static std::optional<Decimal> nearTo(long double value, int digits = 16);

    [[nodiscard]] Wide coefficient() const {
        return static_cast<Wide>((static_cast<UnsignedWide>(static_cast<std::uint64_t>(m_high)) << 64) | m_low);
    }
    [[nodiscard]] int scale() const { return m_scale; }
    [[nodiscard]] bool isNegative() const { return m_high < 0; }
    [[nodiscard]] bool isZero() const { return m_high == 0 && m_low == 0; }
    [[nodiscard]] bool isWhole() const;
    [[nodiscard]] long double toReal() const;
    /// Without what is behind the point, if it fits.
    [[nodiscard]] std::optional<std::int64_t> toWhole() const;
    [[nodiscard]] std::string toString() const;

    enum class Rounding { HalfAwayFromZero, TowardsZero, Down, Up };
    /// With `scale` decimal places exactly.
    [[nodiscard]] std::optional<Decimal> withScale(int scale, Rounding rounding = Rounding::HalfAwayFromZero) const;
    /// Without zeros at the end behind the point.
    [[nodiscard]] Decimal trimmed() const;
    [[nodiscard]] Decimal negated() const { return {-coefficient(), m_scale}; }

    [[nodiscard]] static std::optional<Decimal> add(Decimal const& a, Decimal const& b);
    [[nodiscard]] static std::optional<Decimal> subtract(Decimal const& a, Decimal const& b);
    [[nodiscard]] static std::optional<Decimal> multiply(Decimal const& a, Decimal const& b);
    /// To 28 significant digits, without zeros at the end. Nothing: b is zero.
    [[nodiscard]] static std::optional<Decimal> divide(Decimal const& a, Decimal const& b);
    /// Division to a whole number, towards zero, and what remains.
    [[nodiscard]] static std::optional<Decimal> wholeDivide(Decimal const& a, Decimal const& b);
    [[nodiscard]] static std::optional<Decimal> remainder(Decimal const& a, Decimal const& b);
    /// -1, 0, 1
    [[nodiscard]] static int compare(Decimal const& a, Decimal const& b);

    friend bool operator==(Decimal const& a, Decimal const& b) { return compare(a, b) == 0; }
    friend bool operator<(Decimal const& a, Decimal const& b) { return compare(a, b) < 0; }

private:
    std::int64_t m_high = 0; // two halves: a __int128 member would widen whatever holds a Decimal
    std::uint64_t m_low = 0;
    std::uint8_t m_scale = 0;
};

} // namespace kiosk::fhirpath
