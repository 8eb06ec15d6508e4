// How a Question looks: what its form says of texts, options and limits.

#include "kiosk/viewmodels/Question.h"
#include "kiosk/viewmodels/Wording.h"

#include <algorithm>

namespace kiosk::viewmodels {

namespace {

constexpr std::size_t longestText = 2000; // of an item without a maxLength

QString addressOf(std::optional<survey::Picture> const& picture) {
    return picture ? QStringLiteral("data:%1;base64,%2").arg(toQt(picture->contentType), toQt(picture->data))
                   : QString();
}

} // namespace

Question::ListStyle Question::listStyle() const {
    if (m_item->control == "drop-down") return ListStyle::DropDown;
    bool const isSearched = m_item->control == "autocomplete" || m_item->control == "lookup";
    return isSearched ? ListStyle::Search : ListStyle::Buttons;
}

QString Question::in(survey::Text const& text) const {
    return toQt(text.in(m_language));
}
QString Question::linkId() const {
    return toQt(m_item->linkId);
}
QString Question::address() const {
    return toQt(m_address);
}
QVariantList Question::blocks() const {
    return m_face.isComputedText ? QVariantList() : blocksOf(m_item->look.rendering, m_item->text, text(), m_language);
}
QString Question::image() const {
    return addressOf(m_item->look.picture);
}
QString Question::imageText() const {
    return m_item->look.picture ? in(m_item->look.picture->title) : QString();
}
QVariantList Question::signFilms() const {
    QVariantList all;
    for (auto const& sign : m_item->look.signFilms) {
        auto words = sign.captions.find(m_language);
        if (words == sign.captions.end()) words = sign.captions.find(m_language.substr(0, m_language.find('-')));
        if (words == sign.captions.end()) continue;
        all.append(QVariantMap{{QStringLiteral("language"), toQt(sign.language)},
                               {QStringLiteral("film"), toQt(sign.film)},
                               {QStringLiteral("captions"), toQt(words->second)}});
    }
    return all;
}
double Question::width() const {
    return m_item->look.width ? m_item->look.width->value : 0;
}
QString Question::widthUnit() const {
    return m_item->look.width && m_item->look.width->isPercent ? QStringLiteral("%") : QStringLiteral("px");
}
QString Question::shortText() const {
    return in(m_item->look.shortText);
}
QString Question::help() const {
    return in(m_item->help);
}
QString Question::legal() const {
    return in(m_item->legal);
}
QString Question::category() const {
    return toQt(m_item->look.displayCategory);
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
QString Question::placeholder() const {
    return in(m_item->look.entryFormat);
}
QString Question::keyboard() const {
    return kind() == Kind::Url && m_item->look.keyboard.empty() ? QStringLiteral("url") : toQt(m_item->look.keyboard);
}
bool Question::isHorizontal() const {
    return m_item->look.orientation == survey::Orientation::Horizontal;
}
int Question::columns() const {
    return m_item->look.columnCount.value_or(0);
}

double Question::step() const {
    return m_item->look.sliderStep.value_or(1);
}

QStringList Question::supportLinks() const {
    QStringList links;
    for (auto const& link : m_item->look.supportLinks) links.append(toQt(link));
    return links;
}

int Question::maximumLength() const {
    return int(std::min(m_item->maxLength.value_or(longestText), longestText));
}

QVariantList Question::options() const {
    QVariantList all;
    for (std::size_t i = 0; i < optionCount(); ++i) {
        QVariantMap option{{QStringLiteral("text"), QString()},
                           {QStringLiteral("selected"), isChosen(answerOf(i))},
                           {QStringLiteral("enabled"), true}};
        if (kind() != Kind::YesNo) {
            option[QStringLiteral("text")] = viewmodels::wordsOf(*m_item, offered()[i], m_language);
            option[QStringLiteral("prefix")] = in(offered()[i].prefix);
            auto const& picture = offered()[i].picture;
            if (picture) option[QStringLiteral("image")] = addressOf(picture);
            if (picture) option[QStringLiteral("imageText")] = in(picture->title);
            option[QStringLiteral("blocks")] = blocksOf(offered()[i].rendering, offered()[i].label, {}, m_language);
        }
        all.append(option);
    }
    return all;
}

QStringList Question::optionTexts() const {
    QStringList texts;
    for (auto const& option : offered()) texts.append(viewmodels::wordsOf(*m_item, option, m_language));
    return texts;
}

QVariantList Question::units() const {
    QVariantList all;
    for (std::size_t i = 0; i < m_item->rules.units.size(); ++i)
        all.append(QVariantMap{{QStringLiteral("text"), unitWords(m_item->rules.units[i], m_language)},
                               {QStringLiteral("selected"), m_typed.unit == int(i)},
                               {QStringLiteral("enabled"), true}});
    return all;
}

} // namespace kiosk::viewmodels
