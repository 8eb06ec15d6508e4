#include "kiosk/core/survey/Quantities.h"

#include "kiosk/core/fhirpath/Unit.h"
#include "kiosk/core/survey/Values.h"

namespace kiosk::survey {

namespace {

/// Same unit: by code where both have one, else by the words.
bool isSameUnit(Element const& left, Element const& right) {
    auto const leftCode = left.textOf("code"), rightCode = right.textOf("code");
    if (!leftCode.empty() && !rightCode.empty())
        return leftCode == rightCode && left.textOf("system") == right.textOf("system");
    return left.textOf("unit") == right.textOf("unit");
}

std::optional<fhirpath::Unit> unitOf(Element const& quantity) {
    if (quantity.textOf("system") != "http://unitsofmeasure.org") return std::nullopt;
    return fhirpath::Unit::parse(quantity.textOf("code"));
}

} // namespace

std::partial_ordering compareQuantities(Element const& left, Element const& right) {
    auto const *l = left.child("value"), *r = right.child("value");
    if (!l || !r) return std::partial_ordering::unordered;
    if (isSameUnit(left, right)) return compareNumbers(l->text(), r->text());
    auto const leftUnit = unitOf(left), rightUnit = unitOf(right);
    auto const leftValue = fhirpath::Decimal::parse(l->text()), rightValue = fhirpath::Decimal::parse(r->text());
    if (!leftUnit || !rightUnit || !leftValue || !rightValue || !leftUnit->measuresTheSameAs(*rightUnit))
        return std::partial_ordering::unordered;
    return leftUnit->compare(*leftValue, *rightUnit, *rightValue) <=> 0;
}

} // namespace kiosk::survey
