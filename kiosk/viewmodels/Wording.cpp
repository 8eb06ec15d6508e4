#include "kiosk/viewmodels/Wording.h"

#include "kiosk/core/richtext/RichText.h"
#include "kiosk/core/survey/Values.h"
#include "kiosk/viewmodels/Pages.h"
#include "kiosk/viewmodels/Typed.h"

#include <QDateTime>
#include <QLocale>
#include <QStringList>
#include <algorithm>

namespace kiosk::viewmodels {

namespace {

using survey::Item;
using survey::ItemType;
using Kind = Question::Kind;

constexpr std::size_t faceCount = 5;
constexpr double longestScale = 11; // 0 to 10; more numbers are typed

std::optional<double> stepsBetween(survey::Situation const& situation) {
    if (!situation.minValue || !situation.maxValue) return std::nullopt;
    return survey::toDouble(situation.maxValue->text()) - survey::toDouble(situation.minValue->text());
}

Kind kindOfChoice(Item const& item, survey::Situation const& situation) {
    if (item.control == "faces" && situation.options.size() == faceCount && !item.repeats) return Kind::Faces;
    return item.repeats ? Kind::SomeOf : Kind::OneOf;
}

Kind kindOfNumber(Item const& item, survey::Situation const& situation) {
    auto const steps = stepsBetween(situation);
    bool const isWhole = item.type == ItemType::Integer;
    if (!item.repeats && steps && *steps > 0) {
        if (item.control == "slider") return Kind::Slider;
        if (isWhole && *steps < longestScale) return Kind::NumberScale;
    }
    return isWhole ? Kind::WholeNumber : Kind::Number;
}

/// A member of a value, "display" or "code.text"; empty if it has none.
std::string_view memberText(survey::Element const& value, std::string_view path) {
    auto const dot = path.find('.');
    if (dot == std::string_view::npos) return value.textOf(path);
    auto const* inner = value.child(path.substr(0, dot));
    return inner ? memberText(*inner, path.substr(dot + 1)) : std::string_view{};
}

QString dateWords(std::string const& text, QLocale const& locale) {
    auto const day = QDate::fromString(toQt(text), Qt::ISODate);
    if (day.isValid()) return locale.toString(day, QLocale::LongFormat);
    auto const month = QDate::fromString(toQt(text) + QStringLiteral("-01"), Qt::ISODate);
    return month.isValid() ? locale.toString(month, QStringLiteral("MMMM yyyy")) : toQt(text);
}

QString momentWords(std::string const& text, QLocale const& locale) {
    constexpr std::size_t day = 10, minutes = 5;
    if (text.size() <= day) return dateWords(text, locale);
    auto const time = QTime::fromString(toQt(text.substr(day + 1, minutes)), QStringLiteral("HH:mm"));
    return dateWords(text.substr(0, day), locale) + QStringLiteral(", ") + locale.toString(time, QLocale::ShortFormat);
}

QString quantityWords(Item const& item, survey::Element const& value, std::string_view language) {
    auto const typed = typedForm(item, value);
    auto const unit = typed.unit >= 0 ? unitWords(item.rules.units[std::size_t(typed.unit)], language) : typed.ownUnit;
    return unit.isEmpty() ? typed.value : typed.value + QLatin1Char(' ') + unit;
}

QString wordsOfValue(survey::Instance const& instance, survey::Element const& value, std::string_view language) {
    auto const& item = *instance.item;
    if (auto const* option = survey::optionOf(instance.situation().options, value))
        return wordsOf(item, *option, language);
    if (auto const* option = survey::optionOf(item.options, value)) return wordsOf(item, *option, language);
    auto const type = survey::valueType(value);
    const QLocale locale(toQt(language));
    if (type == "Date") return dateWords(value.text(), locale);
    if (type == "DateTime") return momentWords(value.text(), locale);
    if (type == "Time")
        return locale.toString(QTime::fromString(toQt(value.text().substr(0, 5)), QStringLiteral("HH:mm")),
                               QLocale::ShortFormat);
    if (type == "Quantity") return quantityWords(item, value, language);
    if (type == "Coding" || type == "Reference") {
        auto const display = value.textOf("display");
        return toQt(!display.empty() ? display : value.textOf(type == "Coding" ? "code" : "reference"));
    }
    if ((type == "Decimal" || type == "Integer") && item.rules.units.size() == 1)
        return toQt(value.text()) + QLatin1Char(' ') + unitWords(item.rules.units.front(), language);
    return toQt(value.text());
}

QVariantMap runMap(richtext::Run const& run) {
    QVariantMap map{{QStringLiteral("text"), toQt(run.text)},
                    {QStringLiteral("bold"), run.bold},
                    {QStringLiteral("italic"), run.italic},
                    {QStringLiteral("underline"), run.underline},
                    {QStringLiteral("strike"), run.strike}};
    if (run.colour) map[QStringLiteral("colour")] = toQt(run.colour->hex());
    return map;
}

} // namespace

QString spoken(packs::Translated const& texts, std::string const& language) {
    auto const text = texts.find(language);
    return text == texts.end() ? QString() : toQt(text->second);
}

QString toQt(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}
std::string toUtf8(QString const& text) {
    return text.toStdString();
}

Kind kindOf(Item const& item, survey::Situation const& situation) {
    switch (item.type) {
    case ItemType::Group:
    case ItemType::Display: return Kind::Information;
    case ItemType::Boolean: return Kind::YesNo;
    case ItemType::OpenChoice: return Kind::OwnWords;
    case ItemType::Choice:
    case ItemType::Reference:
    case ItemType::Attachment: return kindOfChoice(item, situation);
    default: break;
    }
    if (!situation.options.empty()) return kindOfChoice(item, situation);
    switch (item.type) {
    case ItemType::Integer:
    case ItemType::Decimal: return kindOfNumber(item, situation);
    case ItemType::Text: return Kind::LongText;
    case ItemType::Date: return Kind::Date;
    case ItemType::DateTime: return Kind::DateTime;
    case ItemType::Time: return Kind::Time;
    case ItemType::Url: return Kind::Url;
    case ItemType::Quantity: return Kind::Quantity;
    default: return Kind::ShortText;
    }
}

QString titleOf(survey::Response const& response, survey::Instance const& group, std::string_view language) {
    auto title = toQt(group.computed.text ? *group.computed.text : group.item->text.in(language));
    if (!group.item->repeats) return title;
    auto const place = placeOf(response, group);
    if (place.count < 2) return title;
    auto const number = QString::number(place.number);
    return title.isEmpty() ? number : title + QStringLiteral(" (%1)").arg(number);
}

QString preambleOf(survey::Response const& response, survey::Instance const& instance, std::string_view language,
                   std::vector<survey::Instance const*> const& titled) {
    QStringList paragraphs;
    for (auto const* group = instance.parent; group; group = group->parent) {
        if (group->item->type != ItemType::Group || std::ranges::find(titled, group) != titled.end()) continue;
        auto const title = titleOf(response, *group, language);
        if (!title.isEmpty()) paragraphs.prepend(title);
    }
    return paragraphs.join(QStringLiteral("\n\n"));
}

QString textOf(survey::Instance const& instance, std::string_view language) {
    auto const& item = *instance.item;
    auto const text = toQt(instance.computed.text ? *instance.computed.text : item.text.in(language));
    return item.prefix.empty() ? text : toQt(item.prefix.in(language)) + QLatin1Char(' ') + text;
}

QString wordsOf(Item const& item, survey::Option const& option, std::string_view language) {
    QStringList columns;
    for (auto const& column : item.look.choiceColumns) {
        auto const text = option.source ? memberText(*option.source, column.path) : std::string_view{};
        if (!text.empty()) columns.append(column.path == "display" ? toQt(option.label.in(language)) : toQt(text));
    }
    return columns.isEmpty() ? toQt(option.label.in(language)) : columns.join(QStringLiteral(" · "));
}

QString wordsOf(survey::Instance const& instance, std::string_view language) {
    QStringList words;
    if (instance.item->type != ItemType::Boolean)
        for (auto const* value : instance.values()) words.append(wordsOfValue(instance, *value, language));
    return words.join(QStringLiteral(", "));
}

namespace {

/// The language comes before the dress: words that are translated only when plain are shown plain.
bool speaks(survey::Text const& dressed, survey::Text const& plain, std::string_view language) {
    if (dressed.empty()) return false;
    auto const primary = language.substr(0, language.find('-'));
    return dressed.isTranslatedTo(language) || dressed.isTranslatedTo(primary) ||
           (!plain.isTranslatedTo(language) && !plain.isTranslatedTo(primary));
}

} // namespace

QVariantList blocksOf(survey::Rendering const& rendering, survey::Text const& plain, QString const& shown,
                      std::string_view language) {
    richtext::Blocks blocks;
    if (speaks(rendering.xhtml, plain, language)) blocks = richtext::fromXhtml(rendering.xhtml.in(language));
    if (blocks.empty() && speaks(rendering.markdown, plain, language))
        blocks = richtext::fromMarkdown(rendering.markdown.in(language));
    if (blocks.empty() && !rendering.style.empty()) blocks = richtext::fromPlain(toUtf8(shown), rendering.style);
    QVariantList all;
    for (auto const& block : blocks) {
        QVariantList runs;
        for (auto const& run : block.runs) runs.append(runMap(run));
        all.append(QVariantMap{{QStringLiteral("kind"), toQt(richtext::toString(block.kind))},
                               {QStringLiteral("level"), block.level},
                               {QStringLiteral("marker"), toQt(block.marker)},
                               {QStringLiteral("runs"), runs}});
    }
    return all;
}

QString unitWords(survey::Coding const& unit, std::string_view language) {
    return toQt(unit.display.empty() ? unit.code : unit.display.in(language));
}

} // namespace kiosk::viewmodels
