#include "kiosk/viewmodels/Wording.h"

#include "kiosk/core/survey/Values.h"

#include <QLocale>
#include <QStringList>

namespace kiosk::viewmodels {

namespace {

using survey::Item;
using survey::ItemType;
using Kind = Question::Kind;

constexpr std::size_t faceCount = 5;
constexpr double longestScale = 11; // 0 to 10; more numbers are typed

bool isShortScale(Item const& item) {
    if (!item.minValue || !item.maxValue) return false;
    auto const steps = survey::toDouble(item.maxValue->text()) - survey::toDouble(item.minValue->text());
    return steps > 0 && steps < longestScale;
}

Kind kindOfChoice(Item const& item) {
    if (item.control == "faces" && item.options.size() == faceCount && !item.repeats) return Kind::Faces;
    return item.repeats ? Kind::SomeOf : Kind::OneOf;
}

/// A coding's words: those of the option that offers it.
QString wordsOfAnswer(Item const& item, Json const& answer, std::string_view language) {
    for (auto const& option : item.options)
        if (option.value == answer) return wordsOf(option, language);
    if (item.type == ItemType::Date)
        return QLocale(toQt(language)).toString(QDate::fromString(typedForm(answer), Qt::ISODate), QLocale::LongFormat);
    return typedForm(answer);
}

} // namespace

QString toQt(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}
std::string toUtf8(QString const& text) {
    return text.toStdString();
}

Kind kindOf(Item const& item) {
    switch (item.type) {
    case ItemType::Group:
    case ItemType::Display: return Kind::Information;
    case ItemType::Boolean: return Kind::YesNo;
    case ItemType::Choice: return kindOfChoice(item);
    case ItemType::OpenChoice: return Kind::OwnWords;
    case ItemType::Integer: return isShortScale(item) ? Kind::NumberScale : Kind::WholeNumber;
    case ItemType::Decimal: return Kind::Number;
    case ItemType::String: return Kind::ShortText;
    case ItemType::Text: return Kind::LongText;
    case ItemType::Date: return Kind::Date;
    default: return Kind::ShortText; // not offered yet: Kiosk refuses such forms
    }
    return Kind::Information;
}

QString preambleOf(Item const& item, std::string_view language) {
    QStringList paragraphs;
    for (auto const* group = item.parent; group != nullptr; group = group->parent)
        if (group->type == ItemType::Group && !group->text.empty()) paragraphs.prepend(toQt(group->text.in(language)));
    return paragraphs.join(QStringLiteral("\n\n"));
}

QString wordsOf(survey::Option const& option, std::string_view language) {
    auto const label = toQt(option.label.in(language));
    return option.prefix.empty() ? label : toQt(option.prefix.in(language)) + QLatin1Char(' ') + label;
}

QString wordsOf(Item const& item, Json const& answers, std::string_view language) {
    QStringList words;
    if (item.type != ItemType::Boolean)
        for (auto const& answer : answers) words.append(wordsOfAnswer(item, answer, language));
    return words.join(QStringLiteral(", "));
}

QString typedForm(Json const& value) {
    if (value.contains("valueInteger")) return QString::number(value.at("valueInteger").get<std::int64_t>());
    if (value.contains("valueDecimal"))
        return QString::number(value.at("valueDecimal").get<double>(), 'g', QLocale::FloatingPointShortest);
    for (auto const* text : {"valueString", "valueDate"})
        if (value.contains(text)) return toQt(value.at(text).get<std::string>());
    return {};
}

std::optional<Json> parseTyped(Item const& item, QString const& typed) {
    auto const text = typed.trimmed();
    bool fits = true;
    switch (item.type) {
    case ItemType::Integer: {
        auto const number = text.toInt(&fits);
        return fits ? std::optional(Json{{"valueInteger", number}}) : std::nullopt;
    }
    case ItemType::Decimal: {
        auto const number = QString(text).replace(QLatin1Char(','), QLatin1Char('.')).toDouble(&fits);
        return fits ? std::optional(Json{{"valueDecimal", number}}) : std::nullopt;
    }
    case ItemType::Date:
        fits = QDate::fromString(text, Qt::ISODate).isValid();
        return fits ? std::optional(Json{{"valueDate", toUtf8(text)}}) : std::nullopt;
    default: return Json{{"valueString", toUtf8(text)}};
    }
}

} // namespace kiosk::viewmodels
