#include "kiosk/viewmodels/Typed.h"

#include "kiosk/core/survey/Values.h"
#include "kiosk/viewmodels/Wording.h"

#include <QRegularExpression>

namespace kiosk::viewmodels {

namespace {

using survey::Item;
using survey::ItemType;

std::string quoted(std::string const& text) {
    return Json(text).dump();
}

std::string valueText(char const* member, std::string const& literal) {
    return std::string(R"({")") + member + R"(":)" + literal + "}";
}

/// "1,50" is 1.50, ".5" is 0.5, "007" is 7: as JSON writes numbers, no digit lost. "1,000" may mean two numbers:
/// neither is taken.
std::optional<std::string> decimalLiteral(QString const& typed) {
    static QRegularExpression const shape(QStringLiteral("^([+-]?)0*(\\d*)(?:[.,](\\d*))?$"));
    auto const match = shape.match(typed);
    auto const whole = match.captured(2);
    auto const places = match.captured(3);
    static QRegularExpression const ambiguous(QStringLiteral("^[+-]?\\d{1,3},\\d{3}$"));
    if (ambiguous.match(typed).hasMatch()) return std::nullopt;
    bool const hasDigit = typed.contains(QRegularExpression(QStringLiteral("\\d")));
    if (!match.hasMatch() || !hasDigit) return std::nullopt;
    auto text = match.captured(1) == QLatin1String("-") ? QStringLiteral("-") : QString();
    text += whole.isEmpty() ? QStringLiteral("0") : whole;
    if (!places.isEmpty()) text += QLatin1Char('.') + places;
    return toUtf8(text);
}

std::optional<std::string> integerText(QString const& typed) {
    bool isWhole = false;
    auto const number = typed.toInt(&isWhole);
    return isWhole ? std::optional(valueText("valueInteger", std::to_string(number))) : std::nullopt;
}

std::optional<std::string> quantityText(Item const& item, Typed const& typed) {
    auto const number = decimalLiteral(typed.value.trimmed());
    if (!number) return std::nullopt;
    auto text = R"({"valueQuantity":{"value":)" + *number;
    auto const add = [&](char const* member, std::string const& value) {
        if (!value.empty()) text += std::string(",\"") + member + "\":" + quoted(value);
    };
    if (auto const own = typed.ownUnit.trimmed(); !own.isEmpty()) {
        add("unit", toUtf8(own));
    } else if (typed.unit >= 0 && std::size_t(typed.unit) < item.rules.units.size()) {
        auto const& unit = item.rules.units[std::size_t(typed.unit)];
        add("unit", unit.display.empty() ? unit.code : unit.display.in({}));
        add("system", unit.system);
        add("code", unit.code);
    }
    return text + "}}";
}

/// "8:30" is 08:30:00.
std::string wholeTime(std::string const& typed) {
    auto text = typed.find(':') == 1 ? "0" + typed : typed;
    constexpr std::size_t minutes = 5;
    if (text.size() == minutes) text += ":00";
    return text;
}

std::optional<std::string> ofShape(bool fits, char const* member, std::string const& text) {
    return fits ? std::optional(valueText(member, quoted(text))) : std::nullopt;
}

int unitOf(Item const& item, survey::Element const& quantity) {
    for (std::size_t i = 0; i < item.rules.units.size(); ++i) {
        auto const& unit = item.rules.units[i];
        auto const code = quantity.textOf("code");
        if (code.empty() ? quantity.textOf("unit") == unit.display.in({}) : code == unit.code) return int(i);
    }
    return -1;
}

} // namespace

void Typed::wipe() {
    value.fill(QChar(0));
    ownUnit.fill(QChar(0));
    *this = {};
}

std::optional<std::string> answerText(Item const& item, Typed const& typed) {
    auto const trimmed = typed.value.trimmed();
    auto const text = toUtf8(trimmed);
    switch (item.type) {
    case ItemType::Integer: return integerText(trimmed);
    case ItemType::Decimal: {
        auto const literal = decimalLiteral(trimmed);
        return literal ? std::optional(valueText("valueDecimal", *literal)) : std::nullopt;
    }
    case ItemType::Quantity: return quantityText(item, typed);
    case ItemType::Date: return ofShape(survey::isDate(text), "valueDate", text);
    case ItemType::DateTime: return ofShape(survey::isDateTime(text), "valueDateTime", text);
    case ItemType::Time: {
        auto const whole = wholeTime(text);
        return ofShape(survey::isTime(whole), "valueTime", whole);
    }
    case ItemType::Url: return valueText("valueUri", quoted(text));
    default: return valueText("valueString", quoted(text));
    }
}

Typed typedForm(Item const& item, survey::Element const& value) {
    auto const type = survey::valueType(value);
    if (type == "Quantity") {
        Typed typed{toQt(value.textOf("value")), unitOf(item, value), {}};
        if (typed.unit < 0) typed.ownUnit = toQt(value.textOf("unit"));
        return typed;
    }
    return {toQt(value.text()), -1, {}};
}

} // namespace kiosk::viewmodels
