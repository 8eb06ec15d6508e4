#include "kiosk/core/fhirpath/Equality.h"

#include "kiosk/core/fhirpath/Unit.h"

#include <algorithm>

namespace kiosk::fhirpath {

namespace {

using Kind = Element::Kind;

bool isNumber(SystemType type) {
    return type == SystemType::Integer || type == SystemType::Long || type == SystemType::Decimal;
}
bool isDateOrDateTime(SystemType type) {
    return type == SystemType::Date || type == SystemType::DateTime;
}

std::optional<bool> isZero(std::optional<int> order) {
    return order ? std::optional(*order == 0) : std::nullopt;
}

// --- quantities

/// The unit as UCUM has it; calendar durations up to a week are the same as UCUM's.
std::optional<Unit> unitOf(Quantity const& quantity) {
    if (!quantity.calendar) return Unit::parse(quantity.unit);
    switch (*quantity.calendar) {
    case CalendarUnit::Year: return Unit::parse("a");
    case CalendarUnit::Month: return Unit::parse("mo");
    case CalendarUnit::Week: return Unit::parse("wk");
    case CalendarUnit::Day: return Unit::parse("d");
    case CalendarUnit::Hour: return Unit::parse("h");
    case CalendarUnit::Minute: return Unit::parse("min");
    case CalendarUnit::Second: return Unit::parse("s");
    case CalendarUnit::Millisecond: return Unit::parse("ms");
    }
    return std::nullopt;
}

bool isYearOrMonth(Quantity const& quantity) {
    return quantity.calendar && *quantity.calendar <= CalendarUnit::Month;
}

/// A year of the calendar has no fixed length: it compares only with months, and by ~ with UCUM's a.
std::optional<int> compareQuantities(Quantity const& a, Quantity const& b, bool isLoose) {
    if (a.unit == b.unit && a.calendar == b.calendar) return Decimal::compare(a.value, b.value);
    if (isYearOrMonth(a) != isYearOrMonth(b) && !isLoose) return std::nullopt;
    auto const left = unitOf(a), right = unitOf(b);
    if (!left || !right || !left->measuresTheSameAs(*right)) return std::nullopt;
    return left->compare(a.value, *right, b.value);
}

bool equivalentDecimals(Decimal const& a, Decimal const& b) {
    auto const scale = std::min(a.trimmed().scale(), b.trimmed().scale());
    return a.withScale(scale) == b.withScale(scale);
}

bool equivalentQuantities(Quantity const& a, Quantity const& b) {
    if (a.unit == b.unit) return equivalentDecimals(a.value, b.value);
    auto const left = unitOf(a), right = unitOf(b);
    if (!left || !right || !left->measuresTheSameAs(*right)) return false;
    // In the larger unit, to the places of the one that has fewer of them.
    bool const leftIsLarger = right->isSmallerThan(*left);
    auto const converted = leftIsLarger ? right->convert(b.value, *left) : left->convert(a.value, *right);
    return converted && equivalentDecimals(leftIsLarger ? a.value : b.value, *converted);
}

// --- elements

Element const* firstShown(Element const* at) {
    static fhir::Name const resourceType = fhir::Model::r4().name("resourceType");
    while (at && (!at->isThere() || at->member() == resourceType)) at = at->next();
    return at;
}

Element const* firstOf(Element const& parent, fhir::Name member) {
    auto const* at = firstShown(parent.firstChild());
    while (at && !(at->member() == member)) at = firstShown(at->next());
    return at;
}

std::size_t countChildren(Element const& of) {
    std::size_t count = 0;
    for (auto const* at = firstShown(of.firstChild()); at; at = firstShown(at->next())) ++count;
    return count;
}

/// Members in any order, what repeats in its own.
template <typename Same>
bool sameChildren(Element const& a, Element const& b, Same const& same) {
    if (countChildren(a) != countChildren(b)) return false;
    Element const *before = nullptr, *otherBefore = nullptr;
    for (auto const* at = firstShown(a.firstChild()); at; at = firstShown(at->next())) {
        bool const repeats = before && before->member() == at->member();
        auto const* other = repeats ? firstShown(otherBefore->next()) : firstOf(b, at->member());
        if (!other || !(other->member() == at->member()) || !same(*at, *other)) return false;
        before = at;
        otherBefore = other;
    }
    return true;
}

/// Members and what repeats in any order.
bool equivalentChildren(Element const& a, Element const& b) {
    if (countChildren(a) != countChildren(b)) return false;
    std::vector<Element const*> left;
    for (auto const* at = firstShown(b.firstChild()); at; at = firstShown(at->next())) left.push_back(at);
    for (auto const* at = firstShown(a.firstChild()); at; at = firstShown(at->next())) {
        auto const found = std::ranges::find_if(left, [&](Element const* other) {
            return other->member() == at->member() && equivalent(Value(*at), Value(*other));
        });
        if (found == left.end()) return false;
        left.erase(found);
    }
    return true;
}

bool isComplex(Value const& value) {
    return value.type() == SystemType::None;
}

std::optional<bool> equalElements(Value const& a, Value const& b) {
    auto const *left = a.element(), *right = b.element();
    if (!left || !right) {
        auto const *leftType = a.as<TypeName>(), *rightType = b.as<TypeName>();
        return leftType && rightType && *leftType == *rightType;
    }
    if (left == right) return true;
    return sameChildren(*left, *right,
                        [](Element const& x, Element const& y) { return equal(Value(x), Value(y)).value_or(false); });
}

/// Strings without regard to case and to how wide a space is.
std::string folded(std::string_view text) {
    std::string result;
    for (char c : text) {
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
            if (result.empty() || result.back() != ' ') result += ' ';
        } else {
            result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return result;
}

/// FHIR Quantities without a number compare as the objects they are.
bool areQuantities(SystemType a, SystemType b) {
    return a == SystemType::Quantity && b == SystemType::Quantity;
}

} // namespace

std::optional<bool> equal(Value const& a, Value const& b) {
    auto const left = a.type(), right = b.type();
    if (areQuantities(left, right)) {
        auto const x = a.quantity(), y = b.quantity();
        if (!x || !y) return equalElements(a, b);
        return isZero(compareQuantities(*x, *y, false));
    }
    if (isNumber(left) && isNumber(right)) {
        auto const x = a.integer(), y = b.integer();
        if (x && y) return *x == *y;
        auto const p = a.decimal(), q = b.decimal();
        return p && q ? std::optional(*p == *q) : std::nullopt;
    }
    if (isDateOrDateTime(left) && isDateOrDateTime(right)) {
        auto const x = a.temporal(), y = b.temporal();
        return x && y ? isZero(compare(*x, *y)) : std::nullopt;
    }
    if (left != right) return false;
    switch (left) {
    case SystemType::None: return equalElements(a, b);
    case SystemType::Boolean: return a.boolean() == b.boolean();
    case SystemType::String: return a.text() == b.text();
    default: {
        auto const x = a.temporal(), y = b.temporal();
        return x && y ? isZero(compare(*x, *y)) : std::nullopt;
    }
    }
}

std::optional<bool> equal(Collection const& a, Collection const& b) {
    if (a.empty() || b.empty()) return std::nullopt;
    if (a.size() != b.size()) return false;
    bool isKnown = true;
    for (std::size_t i = 0; i < a.size(); ++i) {
        auto const same = equal(a[i], b[i]);
        if (same == false) return false;
        isKnown = isKnown && same;
    }
    return isKnown ? std::optional(true) : std::nullopt;
}

bool equivalent(Value const& a, Value const& b) {
    auto const left = a.type(), right = b.type();
    if (areQuantities(left, right)) {
        auto const x = a.quantity(), y = b.quantity();
        return x && y ? equivalentQuantities(*x, *y) : !x && !y && equalElements(a, b) == true;
    }
    if (isNumber(left) && isNumber(right)) {
        auto const p = a.decimal(), q = b.decimal();
        return p && q && equivalentDecimals(*p, *q);
    }
    if (isDateOrDateTime(left) && isDateOrDateTime(right)) {
        auto const x = a.temporal(), y = b.temporal();
        return x && y && equivalent(*x, *y);
    }
    if (left != right) return false;
    if (left == SystemType::String) return folded(*a.text()) == folded(*b.text());
    if (left == SystemType::Boolean) return a.boolean() == b.boolean();
    if (!isComplex(a)) {
        auto const x = a.temporal(), y = b.temporal();
        return x && y && equivalent(*x, *y);
    }
    if (!a.element() || !b.element()) return equalElements(a, b) == true;
    return a.element() == b.element() || equivalentChildren(*a.element(), *b.element());
}

bool equivalent(Collection const& a, Collection const& b) {
    if (a.size() != b.size()) return false;
    std::vector<Value const*> left;
    for (auto const& value : b) left.push_back(&value);
    for (auto const& value : a) {
        auto const found = std::ranges::find_if(left, [&](Value const* other) { return equivalent(value, *other); });
        if (found == left.end()) return false;
        left.erase(found);
    }
    return true;
}

std::optional<Order> compare(Value const& a, Value const& b) {
    auto const left = a.type(), right = b.type();
    if (isNumber(left) && isNumber(right)) {
        auto const p = a.decimal(), q = b.decimal();
        return Order{p && q ? std::optional(Decimal::compare(*p, *q)) : std::nullopt};
    }
    if (left == SystemType::String && right == SystemType::String) {
        auto const order = a.text()->compare(*b.text());
        return Order{order < 0 ? -1 : order > 0 ? 1 : 0};
    }
    if ((isDateOrDateTime(left) && isDateOrDateTime(right)) ||
        (left == SystemType::Time && right == SystemType::Time)) {
        auto const x = a.temporal(), y = b.temporal();
        return Order{x && y ? compare(*x, *y) : std::nullopt};
    }
    if (areQuantities(left, right)) {
        auto const x = a.quantity(), y = b.quantity();
        return Order{x && y ? compareQuantities(*x, *y, false) : std::nullopt};
    }
    return std::nullopt;
}

namespace {

std::size_t hashTo(Value const& value, int depth) {
    auto const type = value.type();
    if (isNumber(type)) {
        auto const number = value.decimal();
        return number ? std::hash<std::int64_t>{}(static_cast<std::int64_t>(number->trimmed().coefficient())) : 0;
    }
    if (type == SystemType::String) return std::hash<std::string_view>{}(*value.text());
    auto const* element = value.element();
    if (type != SystemType::None || !element)
        return static_cast<std::size_t>(isDateOrDateTime(type) ? SystemType::Date : type);
    // Children in any order.
    std::size_t hash = 0;
    for (auto const* at = depth > 0 ? firstShown(element->firstChild()) : nullptr; at; at = firstShown(at->next()))
        hash += std::hash<std::string_view>{}(at->member().text()) * (2 * hashTo(Value(*at), depth - 1) + 1);
    return hash;
}

} // namespace

std::size_t hashOf(Value const& value) {
    constexpr int depth = 3; // of an item: its answers and their values
    return hashTo(value, depth);
}

bool DistinctValues::add(Value const& value) {
    if (contains(value)) return false;
    constexpr std::size_t few = 8;
    m_values.push(value);
    if (m_values.size() == few)
        for (std::size_t i = 0; i < few; ++i) m_positions.emplace(hashOf(m_values[i]), i);
    else if (m_values.size() > few)
        m_positions.emplace(hashOf(value), m_values.size() - 1);
    return true;
}

bool DistinctValues::contains(Value const& value) const {
    if (m_positions.empty())
        return std::ranges::any_of(m_values, [&](Value const& other) { return equal(value, other) == true; });
    auto const [first, last] = m_positions.equal_range(hashOf(value));
    return std::any_of(first, last, [&](auto const& entry) { return equal(value, m_values[entry.second]) == true; });
}

} // namespace kiosk::fhirpath
