#include "kiosk/viewmodels/Question.h"

#include "kiosk/core/survey/Answers.h"
#include "kiosk/core/survey/Values.h"
#include "kiosk/viewmodels/Wording.h"

#include <algorithm>

namespace kiosk::viewmodels {

namespace {

constexpr int longestText = 2000; // of an item without a maxLength

int integerOr(survey::Element const* bound, int otherwise) {
    return bound && survey::valueType(*bound) == "Integer" ? int(survey::toDouble(bound->text())) : otherwise;
}

} // namespace

Question::Question(std::shared_ptr<const survey::Item> item, Json const& answers, QString const& language) :
    m_item(std::move(item)), m_language(toUtf8(language)) {
    enterAll(answers);
}

Question::~Question() {
    m_value.fill(QChar(0));
    m_ownWords.fill(QChar(0));
}

void Question::setLanguage(QString const& language) {
    m_language = toUtf8(language);
    emit worded();
    emit optionsChanged();
}

void Question::takeBack() {
    enterAll(Json::array());
    emitValues();
}

void Question::emitValues() {
    emit optionsChanged();
    emit valueChanged();
    emit ownWordsChanged();
}

void Question::enterAll(Json const& answers) {
    m_chosen = Json::array();
    m_value.clear();
    m_ownWords.clear();
    for (auto const& answer : answers) {
        if (answer.contains("valueBoolean") || survey::optionOf(*m_item, answer))
            m_chosen.push_back(answer);
        else
            (kind() == Kind::OwnWords ? m_ownWords : m_value) = typedForm(answer);
    }
}

std::optional<Json> Question::answers() const {
    if (m_value.trimmed().isEmpty()) return choices();
    auto typed = parseTyped(*m_item, m_value);
    return typed ? std::optional(Json::array({std::move(*typed)})) : std::nullopt;
}

Json Question::choices() const {
    auto all = m_chosen;
    if (auto const words = m_ownWords.trimmed(); !words.isEmpty()) all.push_back(Json{{"valueString", toUtf8(words)}});
    return all;
}

std::size_t Question::optionCount() const {
    return kind() == Kind::YesNo ? 2 : m_item->options.size();
}

Json Question::answerOf(std::size_t index) const {
    return kind() == Kind::YesNo ? Json{{"valueBoolean", index == 0}} : m_item->options[index].value;
}

bool Question::isChosen(Json const& answer) const {
    return std::any_of(m_chosen.begin(), m_chosen.end(), [&](Json const& each) { return survey::same(each, answer); });
}

Question::Kind Question::kind() const {
    return kindOf(*m_item);
}
QString Question::in(survey::Text const& text) const {
    return toQt(text.in(m_language));
}
QString Question::linkId() const {
    return toQt(m_item->linkId);
}
QString Question::preamble() const {
    return preambleOf(*m_item, m_language);
}
QString Question::help() const {
    return in(m_item->help);
}
QString Question::lowLabel() const {
    return in(m_item->lower);
}
QString Question::highLabel() const {
    return in(m_item->upper);
}
QString Question::ownWordsLabel() const {
    return in(m_item->openLabel);
}
int Question::from() const {
    return integerOr(m_item->minValue, 0);
}
int Question::to() const {
    return integerOr(m_item->maxValue, 10);
}
QString Question::least() const {
    return m_item->minValue ? toQt(m_item->minValue->text()) : QString();
}
QString Question::most() const {
    return m_item->maxValue ? toQt(m_item->maxValue->text()) : QString();
}

QString Question::text() const {
    return m_item->prefix.empty() ? in(m_item->text) : in(m_item->prefix) + QLatin1Char(' ') + in(m_item->text);
}

int Question::maximumLength() const {
    return m_item->maxLength ? int(std::min<std::size_t>(*m_item->maxLength, longestText)) : longestText;
}

QVariantList Question::options() const {
    QVariantList all;
    for (std::size_t i = 0; i < optionCount(); ++i) {
        auto const text = kind() == Kind::YesNo ? QString() : wordsOf(m_item->options[i], m_language);
        all.append(QVariantMap{{QStringLiteral("text"), text},
                               {QStringLiteral("selected"), isChosen(answerOf(i))},
                               {QStringLiteral("enabled"), true}});
    }
    return all;
}

QStringList Question::optionTexts() const {
    QStringList texts;
    for (auto const& option : m_item->options) texts.append(wordsOf(option, m_language));
    return texts;
}

int Question::currentIndex() const {
    for (std::size_t i = 0; i < optionCount(); ++i)
        if (isChosen(answerOf(i))) return int(i);
    return -1;
}

QVariant Question::number() const {
    bool isNumber = false;
    int const number = m_value.toInt(&isNumber);
    return isNumber ? QVariant(number) : QVariant();
}

void Question::choose(int index) {
    if (index < 0 || std::size_t(index) >= optionCount()) return;
    auto const chosen = answerOf(std::size_t(index));
    enterAll(kind() == Kind::YesNo ? Json::array({chosen})
                                   : survey::toggled(*m_item, choices(), m_item->options[std::size_t(index)]));
    emitValues();
    emit answered();
}

void Question::chooseNumber(int number) {
    m_value = QString::number(number);
    emit valueChanged();
    emit answered();
}

void Question::enter(QString const& value) {
    if (m_value == value) return;
    m_value = value;
    emit valueChanged();
    emit edited();
}

/// Those that do not go with own words: all, or where several may be chosen "none of these".
void Question::oustOptions() {
    auto rest = Json::array();
    for (auto const& answer : m_chosen) {
        auto const* option = survey::optionOf(*m_item, answer);
        if (isMultiple() && option && !option->exclusive) rest.push_back(answer);
    }
    m_chosen = std::move(rest);
}

void Question::enterOwnWords(QString const& words) {
    if (m_ownWords == words) return;
    m_ownWords = words;
    if (!words.trimmed().isEmpty()) oustOptions();
    emit ownWordsChanged();
    emit optionsChanged();
    emit edited();
}

} // namespace kiosk::viewmodels
