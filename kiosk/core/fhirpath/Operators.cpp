#include "kiosk/core/fhirpath/Equality.h"
#include "kiosk/core/fhirpath/Functions.h"
#include "kiosk/core/fhirpath/Unit.h"

#include <algorithm>
#include <limits>

namespace kiosk::fhirpath {

namespace {

bool isNumber(Value const& value) {
    auto const type = value.type();
    return type == SystemType::Integer || type == SystemType::Long || type == SystemType::Decimal;
}

/// One evaluation of one operator on two single values.
class Arithmetic {
public:
    Arithmetic(Evaluation const& evaluation, Node const& node, Value const& left, Value const& right) :
        m_evaluation(evaluation), m_node(node), m_left(left), m_right(right) {}

    Result<Collection> compute() {
        if (isNumber(m_left) && isNumber(m_right)) return numbers();
        if (m_node.op == Operator::Add && m_left.text() && m_right.text())
            return one(std::string(*m_left.text()) + std::string(*m_right.text()));
        auto const right = m_right.quantity();
        if (auto const temporal = m_left.temporal(); temporal && right) return moved(*temporal, *right);
        auto const left = m_left.quantity();
        if (left && right) return quantities(*left, *right);
        if (left && isNumber(m_right)) return quantities(*left, {*m_right.decimal(), "1"});
        if (right && isNumber(m_left)) return quantities({*m_left.decimal(), "1"}, *right);
        return mismatch();
    }

private:
    [[nodiscard]] tl::unexpected<Error> mismatch() const {
        return m_evaluation.fault(m_node, "cannot be done with values of type " + typeText(m_left) + " and " +
                                              typeText(m_right));
    }
    static std::string typeText(Value const& value) {
        auto const name = value.typeName();
        return std::string(name.space) + "." + std::string(name.name);
    }

    Result<Collection> numbers() {
        auto const a = m_left.integer(), b = m_right.integer();
        if (a && b && m_node.op != Operator::Divide) return integers(*a, *b);
        auto const x = m_left.decimal(), y = m_right.decimal();
        if (!x || !y) return Collection();
        switch (m_node.op) {
        case Operator::Multiply: return oneOrNone(Decimal::multiply(*x, *y));
        case Operator::Divide: return oneOrNone(Decimal::divide(*x, *y));
        case Operator::Add: return oneOrNone(Decimal::add(*x, *y));
        case Operator::Subtract: return oneOrNone(Decimal::subtract(*x, *y));
        case Operator::Modulo: return oneOrNone(Decimal::remainder(*x, *y));
        default: {
            auto const quotient = Decimal::wholeDivide(*x, *y);
            auto const value = quotient ? quotient->toWhole() : std::nullopt;
            return value ? integerOf(*value) : Collection();
        }
        }
    }

    /// Long if one of the two is.
    [[nodiscard]] Collection integerOf(std::int64_t value) const {
        bool const isLong = m_left.type() == SystemType::Long || m_right.type() == SystemType::Long;
        return isLong ? Collection(Value(value)) : whole(value);
    }

    Result<Collection> integers(std::int64_t a, std::int64_t b) {
        std::int64_t result = 0;
        bool overflows = false;
        bool const divides = m_node.op == Operator::WholeDivide || m_node.op == Operator::Modulo;
        if (divides && b == 0) return Collection();
        if (divides && b == -1) return m_node.op == Operator::Modulo ? integerOf(0) : integers0(a);
        switch (m_node.op) {
        case Operator::Multiply: overflows = __builtin_mul_overflow(a, b, &result); break;
        case Operator::Add: overflows = __builtin_add_overflow(a, b, &result); break;
        case Operator::Subtract: overflows = __builtin_sub_overflow(a, b, &result); break;
        case Operator::Modulo: result = a % b; break;
        default: result = a / b; break;
        }
        return overflows ? Collection() : integerOf(result);
    }
    [[nodiscard]] Collection integers0(std::int64_t a) const {
        std::int64_t result = 0;
        return __builtin_sub_overflow(std::int64_t{0}, a, &result) ? Collection() : integerOf(result);
    }

    Result<Collection> moved(Temporal const& from, Quantity const& by) {
        if (m_node.op != Operator::Add && m_node.op != Operator::Subtract) return mismatch();
        auto unit = by.calendar;
        if (!unit) {
            // UCUM's year and month are lengths of time, not steps of the calendar.
            static constexpr std::pair<std::string_view, CalendarUnit> definite[] = {
                {"wk", CalendarUnit::Week},    {"d", CalendarUnit::Day},    {"h", CalendarUnit::Hour},
                {"min", CalendarUnit::Minute}, {"s", CalendarUnit::Second}, {"ms", CalendarUnit::Millisecond}};
            for (auto const& [code, calendar] : definite)
                if (by.unit == code) unit = calendar;
        }
        if (!unit) return m_evaluation.fault(m_node, "this unit is not a step of the calendar");
        auto value = by.value;
        if (*unit == CalendarUnit::Second) {
            // Only of seconds does a fraction count.
            auto const milliseconds = Decimal::multiply(value, Decimal(1000));
            if (!milliseconds) return Collection();
            if (!value.isWhole()) {
                unit = CalendarUnit::Millisecond;
                value = *milliseconds;
            }
        }
        auto const count = value.toWhole();
        if (!count) return Collection();
        auto const result = plus(from, m_node.op == Operator::Subtract ? -*count : *count, *unit);
        return result ? Collection(Value(*result)) : Collection();
    }

    Result<Collection> quantities(Quantity const& a, Quantity const& b) {
        switch (m_node.op) {
        case Operator::Add:
        case Operator::Subtract: return sum(a, b);
        case Operator::Multiply: return product(Decimal::multiply(a.value, b.value), a, b, '.');
        case Operator::Divide: return product(Decimal::divide(a.value, b.value), a, b, '/');
        default: return mismatch();
        }
    }

    /// In the smaller of the two units.
    Result<Collection> sum(Quantity const& a, Quantity const& b) {
        auto left = a.value, right = b.value;
        Quantity result = a;
        if (a.unit != b.unit || a.calendar != b.calendar) {
            auto const from = Unit::parse(ucum(a)), to = Unit::parse(ucum(b));
            if (!from || !to || !from->measuresTheSameAs(*to)) return Collection();
            bool const intoRight = to->isSmallerThan(*from);
            auto const converted = intoRight ? from->convert(left, *to) : to->convert(right, *from);
            if (!converted) return Collection();
            (intoRight ? left : right) = *converted;
            if (intoRight) result = b;
        }
        auto const value = m_node.op == Operator::Add ? Decimal::add(left, right) : Decimal::subtract(left, right);
        if (!value) return Collection();
        result.value = *value;
        return Collection(Value(std::move(result)));
    }

    static std::string ucum(Quantity const& quantity) {
        static constexpr std::string_view codes[] = {"a", "mo", "wk", "d", "h", "min", "s", "ms"};
        return quantity.calendar ? std::string(codes[static_cast<std::size_t>(*quantity.calendar)]) : quantity.unit;
    }

    static Result<Collection> product(std::optional<Decimal> value, Quantity const& a, Quantity const& b, char sign) {
        if (!value) return Collection();
        auto const left = ucum(a), right = ucum(b);
        Quantity result{*value, left};
        if (right == "1") {
            result.calendar = a.calendar;
            result.unit = a.unit;
        } else if (left == right) {
            result.unit = sign == '/' ? "1" : bracketed(left) + "2";
        } else {
            result.unit = left == "1" && sign == '.' ? right : left + sign + bracketed(right, sign);
        }
        if (right != "1" && !Unit::parse(result.unit)) return Collection();
        return Collection(Value(std::move(result)));
    }
    static std::string bracketed(std::string const& unit, char sign = '.') {
        bool const isSimple = unit.find_first_of(sign == '.' ? "./0123456789" : "./") == std::string::npos;
        return isSimple || sign == '.' ? (isSimple ? unit : "(" + unit + ")") : "(" + unit + ")";
    }

    Evaluation const& m_evaluation;
    Node const& m_node;
    Value const& m_left;
    Value const& m_right;
};

std::string textOrNothing(Value const* value) {
    return value ? std::string(value->text().value_or("")) : std::string();
}

Result<Collection> concatenate(Evaluation const& evaluation, Node const& node, Value const* left, Value const* right) {
    for (auto const* operand : {left, right})
        if (operand && !operand->text()) return evaluation.fault(node, "& joins strings only");
    return one(textOrNothing(left) + textOrNothing(right));
}

Result<Collection> inequality(Evaluation const& evaluation, Node const& node, Value const& left, Value const& right) {
    auto const order = compare(left, right);
    if (!order) return evaluation.fault(node, "values of these types have no order");
    if (!order->result) return Collection();
    auto const result = *order->result;
    switch (node.op) {
    case Operator::Less: return one(result < 0);
    case Operator::LessOrEqual: return one(result <= 0);
    case Operator::Greater: return one(result > 0);
    default: return one(result >= 0);
    }
}

Result<Collection> membership(Evaluation const& evaluation, Node const& node, Collection const& item,
                              Collection const& collection) {
    auto const* value = TRY(single(evaluation, node, item));
    if (!value) return Collection();
    return one(std::ranges::any_of(collection, [&](Value const& each) { return equal(*value, each) == true; }));
}

Collection opposite(std::optional<bool> same) {
    return same ? one(!*same) : Collection();
}

Result<Collection> unite(Evaluation& evaluation, Node const& node, Collection const& left, Collection const& right) {
    TRY(evaluation.spend(node, left.size() + right.size()));
    DistinctValues values;
    for (auto const& value : left) values.add(value);
    for (auto const& value : right) values.add(value);
    return values.take();
}

} // namespace

Collection whole(std::int64_t value) {
    if (value != static_cast<std::int32_t>(value)) return {};
    return Collection(Value(static_cast<std::int32_t>(value)));
}

Result<Collection> applyOperator(Evaluation& evaluation, Node const& node, Collection&& left, Collection&& right) {
    switch (node.op) {
    case Operator::Union: return unite(evaluation, node, left, right);
    case Operator::Equal: {
        auto const same = equal(left, right);
        return same ? one(*same) : Collection();
    }
    case Operator::NotEqual: return opposite(equal(left, right));
    case Operator::Equivalent: return one(equivalent(left, right));
    case Operator::NotEquivalent: return one(!equivalent(left, right));
    case Operator::In: return membership(evaluation, node, left, right);
    case Operator::Contains: return membership(evaluation, node, right, left);
    default: break;
    }
    auto const* a = TRY(single(evaluation, node, left));
    auto const* b = TRY(single(evaluation, node, right));
    if (node.op == Operator::Concatenate) return concatenate(evaluation, node, a, b);
    if (!a || !b) return Collection();
    if (node.op >= Operator::Less && node.op <= Operator::GreaterOrEqual) return inequality(evaluation, node, *a, *b);
    return Arithmetic(evaluation, node, *a, *b).compute();
}

} // namespace kiosk::fhirpath
