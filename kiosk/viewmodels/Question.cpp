#include "kiosk/viewmodels/Question.h"

#include "kiosk/core/survey/Answers.h"
#include "kiosk/core/survey/Values.h"
#include "kiosk/viewmodels/Pages.h"
#include "kiosk/viewmodels/Wording.h"

#include <algorithm>

namespace kiosk::viewmodels {

namespace {

QString boundOf(survey::Element const* limit) {
    if (!limit) return {};
    return toQt(survey::valueType(*limit) == "Quantity" ? limit->textOf("value") : std::string_view(limit->text()));
}

int wholeOr(survey::Element const* limit, int otherwise) {
    return limit && survey::valueType(*limit) == "Integer" ? int(survey::toDouble(limit->text())) : otherwise;
}

std::string joined(std::vector<std::string> const& answers) {
    std::string text;
    for (auto const& each : answers) text += (text.empty() ? "" : ",") + each;
    return "[" + text + "]";
}

} // namespace

Question::Question(std::shared_ptr<const survey::Form> form, survey::Instance const& instance,
                   QString const& language) :
    m_form(std::move(form)),
    m_item(instance.item), m_address(instance.address), m_language(toUtf8(language)) {
    takeOptions(instance);
    m_face = faceOf(instance);
    enterAll(instance);
}

Question::~Question() {
    clear();
}

// ── What the response says ───────────────────────────────────────────────────────────────────────────────────────────

void Question::takeOptions(survey::Instance const& instance) {
    m_optionSource = instance.computed.optionSource;
    m_computedOptions = instance.computed.options;
}

std::span<const survey::Option> Question::offered() const {
    return m_computedOptions ? std::span<const survey::Option>(*m_computedOptions) : m_item->options;
}

Question::Face Question::faceOf(survey::Instance const& instance) const {
    auto const situation = instance.situation();
    Face face;
    face.isAsked = partOf(instance) == Part::Asked;
    face.isRequired = situation.required;
    face.kind = face.isAsked ? kindOf(*m_item, situation) : Kind::Information;
    face.from = wholeOr(situation.minValue, 0);
    face.to = wholeOr(situation.maxValue, 10);
    face.text = textOf(instance, m_language);
    face.isComputedText = instance.computed.text.has_value();
    auto const values = instance.values();
    if (!face.isAsked) face.answerWords = viewmodels::wordsOf(instance, m_language);
    if (!face.isAsked && m_item->type == survey::ItemType::Boolean && !values.empty())
        face.answerIsYes = values.front()->text() == "true";
    auto const& rules = m_item->rules;
    face.least = boundOf(situation.minValue ? situation.minValue : rules.minQuantity);
    face.most = boundOf(situation.maxValue ? situation.maxValue : rules.maxQuantity);
    if (m_computedOptions)
        for (auto const& option : *m_computedOptions) face.optionValues.push_back(option.value);
    return face;
}

void Question::refresh(survey::Instance const& instance, QString const& language) {
    bool const isOtherLanguage = m_language != toUtf8(language);
    m_language = toUtf8(language);
    takeOptions(instance);
    auto face = faceOf(instance);
    bool const isOther = isOtherLanguage || face != m_face;
    m_face = std::move(face);
    if (isOther) emit faceChanged();
    if (instance.isCalculated && !instance.isEdited) {
        enterAll(instance);
        emitValues();
    } else if (isOther) {
        emit optionsChanged();
        emit valueChanged();
    }
}

// ── What is entered ──────────────────────────────────────────────────────────────────────────────────────────────────

void Question::clear() {
    for (auto& each : m_given) each.wipe();
    m_given.clear();
    m_typed.wipe();
    m_ownWords.fill(QChar(0));
    m_ownWords.clear();
    m_chosen = Json::array();
}

void Question::takeBack() {
    m_isTouched = true;
    clear();
    emitValues();
}

void Question::emitValues() {
    emit optionsChanged();
    emit valueChanged();
    emit ownWordsChanged();
}

/// Of several typed answers the last is the one to type on.
void Question::enterAll(survey::Instance const& instance) {
    clear();
    for (auto const* value : instance.values()) {
        auto const* option = survey::optionOf(offered(), *value);
        if (option)
            m_chosen.push_back(option->value);
        else if (kind() == Kind::YesNo)
            m_chosen.push_back(Json{{"valueBoolean", value->text() == "true"}});
        else if (kind() == Kind::OwnWords)
            m_ownWords = toQt(value->text());
        else if (kind() != Kind::OneOf && kind() != Kind::SomeOf && kind() != Kind::Faces)
            m_given.push_back(typedForm(*m_item, *value));
    }
    if (m_given.empty()) return;
    m_typed = std::move(m_given.back());
    m_given.pop_back();
}

std::optional<std::vector<std::string>> Question::typedAnswers() const {
    std::vector<std::string> all;
    auto every = m_given;
    if (!m_typed.isBlank()) every.push_back(m_typed);
    for (auto const& each : every) {
        auto text = answerText(*m_item, each);
        if (!text) return std::nullopt;
        all.push_back(std::move(*text));
    }
    return all;
}

std::optional<std::string> Question::answers() const {
    std::vector<std::string> all;
    for (auto const& answer : m_chosen)
        if (kind() == Kind::YesNo || survey::optionOf(offered(), answer)) all.push_back(answer.dump());
    if (auto const words = m_ownWords.trimmed(); !words.isEmpty())
        all.push_back(Json{{"valueString", toUtf8(words)}}.dump());
    auto const typed = typedAnswers();
    if (!typed) return std::nullopt;
    all.insert(all.end(), typed->begin(), typed->end());
    return joined(all);
}

std::size_t Question::optionCount() const {
    return kind() == Kind::YesNo ? 2 : offered().size();
}

Json Question::answerOf(std::size_t index) const {
    return kind() == Kind::YesNo ? Json{{"valueBoolean", index == 0}} : offered()[index].value;
}

bool Question::isChosen(Json const& answer) const {
    return std::any_of(m_chosen.begin(), m_chosen.end(), [&](Json const& each) { return survey::same(each, answer); });
}

int Question::currentIndex() const {
    for (std::size_t i = 0; i < optionCount(); ++i)
        if (isChosen(answerOf(i))) return int(i);
    return -1;
}

QVariant Question::number() const {
    bool isNumber = false;
    int const number = m_typed.value.toInt(&isNumber);
    return isNumber ? QVariant(number) : QVariant();
}

QString Question::wordsOf(Typed const& typed) const {
    auto const& units = m_item->rules.units;
    auto const unit = typed.unit >= 0 ? unitWords(units[std::size_t(typed.unit)], m_language) : typed.ownUnit;
    return unit.isEmpty() ? typed.value : typed.value + QLatin1Char(' ') + unit;
}

QStringList Question::given() const {
    QStringList all;
    for (auto const& each : m_given) all.append(wordsOf(each));
    return all;
}

bool Question::takesMore() const {
    if (!m_item->repeats || optionCount() > 0 || kind() == Kind::Information) return false;
    auto const most = m_item->rules.maxOccurs;
    return !m_typed.isBlank() && answerText(*m_item, m_typed) && (!most || m_given.size() + 1 < *most);
}

// ── What a person does ───────────────────────────────────────────────────────────────────────────────────────────────

void Question::choose(int index) {
    if (index < 0 || std::size_t(index) >= optionCount()) return;
    auto const chosen = answerOf(std::size_t(index));
    if (kind() == Kind::YesNo) {
        m_chosen = Json::array({chosen});
    } else {
        auto const& option = offered()[std::size_t(index)];
        m_chosen = survey::toggled(*m_item, offered(), m_chosen, option);
        if (!m_item->repeats || option.exclusive) m_ownWords.clear();
    }
    m_isTouched = true;
    emitValues();
    emit answered();
}

void Question::chooseNumber(int number) {
    settle(QString::number(number));
}

void Question::settle(QString const& value) {
    m_typed.value = value;
    noteTyped(Typing::IsDone);
}

void Question::noteTyped(Typing typing) {
    m_isTouched = true;
    emit valueChanged();
    if (typing == Typing::IsDone)
        emit answered();
    else
        emit edited();
}

void Question::enter(QString const& value) {
    if (m_typed.value == value) return;
    m_typed.value = value;
    if (m_typed.unit < 0 && m_item->rules.units.size() == 1 && !hasOpenUnit()) m_typed.unit = 0;
    noteTyped(Typing::GoesOn);
}

void Question::chooseUnit(int index) {
    if (index < 0 || std::size_t(index) >= m_item->rules.units.size()) return;
    m_typed.unit = index;
    m_typed.ownUnit.clear();
    noteTyped(Typing::GoesOn);
}

void Question::enterUnit(QString const& unit) {
    if (m_typed.ownUnit == unit) return;
    m_typed.ownUnit = unit;
    if (!unit.trimmed().isEmpty()) m_typed.unit = -1;
    noteTyped(Typing::GoesOn);
}

void Question::addAnother() {
    if (!takesMore()) return;
    m_given.push_back(m_typed);
    m_typed = {};
    noteTyped(Typing::IsDone);
}

void Question::removeGiven(int index) {
    if (index < 0 || std::size_t(index) >= m_given.size()) return;
    m_given[std::size_t(index)].wipe();
    m_given.erase(m_given.begin() + index);
    noteTyped(Typing::IsDone);
}

/// Those that do not go with own words: all, or where several may be chosen "none of these".
void Question::oustOptions() {
    auto rest = Json::array();
    for (auto const& answer : m_chosen) {
        auto const* option = survey::optionOf(offered(), answer);
        if (isMultiple() && option && !option->exclusive) rest.push_back(answer);
    }
    m_chosen = std::move(rest);
}

void Question::enterOwnWords(QString const& words) {
    if (m_ownWords == words) return;
    m_ownWords = words;
    if (!words.trimmed().isEmpty()) oustOptions();
    m_isTouched = true;
    emit ownWordsChanged();
    emit optionsChanged();
    emit edited();
}

} // namespace kiosk::viewmodels
