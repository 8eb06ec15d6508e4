#pragma once

#include "kiosk/core/fhirpath/Collection.h"

#include <unordered_map>

namespace kiosk::fhirpath {

/// `=`. Nothing: it cannot be told (dates of different precision, units that cannot be compared).
[[nodiscard]] std::optional<bool> equal(Value const& a, Value const& b);
/// Both in the same order. Nothing: one is empty, or it cannot be told.
[[nodiscard]] std::optional<bool> equal(Collection const& a, Collection const& b);
/// `~`
[[nodiscard]] bool equivalent(Value const& a, Value const& b);
/// In any order.
[[nodiscard]] bool equivalent(Collection const& a, Collection const& b);

/// What values are compared by with < and >. Nothing: not of types that have an order between them.
struct Order {
    std::optional<int> result; ///< nothing: it cannot be told
};
[[nodiscard]] std::optional<Order> compare(Value const& a, Value const& b);

/// The same for values that are equal; quick, and looks only at what is near.
[[nodiscard]] std::size_t hashOf(Value const& value);

/// Values of which no two are equal.
class DistinctValues {
public:
    /// Whether it was new.
    bool add(Value const& value);
    [[nodiscard]] bool contains(Value const& value) const;
    [[nodiscard]] Collection take() { return std::move(m_values); }
    [[nodiscard]] Collection const& values() const { return m_values; }

private:
    Collection m_values;
    std::unordered_multimap<std::size_t, std::size_t> m_positions; ///< by hash, once there are more than a few
};

} // namespace kiosk::fhirpath
