#pragma once

#include "kiosk/core/survey/Item.h"

#include <QObject>
#include <QQmlEngine>
#include <QVariantList>
#include <memory>

namespace kiosk::viewmodels {

/// For objects that may ask for their own end from inside a signal of theirs, or that a screen on its way out still
/// shows.
struct DeleteLater {
    void operator()(QObject* object) const { object->deleteLater(); }
};

/// One question on the screen and what is entered so far. Texts are the form's, in the language spoken. GUI thread.
class Question : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to a SurveySession")
    Q_PROPERTY(Kind kind READ kind CONSTANT)
    Q_PROPERTY(QString linkId READ linkId CONSTANT)
    Q_PROPERTY(QString preamble READ preamble NOTIFY worded)
    Q_PROPERTY(QString text READ text NOTIFY worded)
    Q_PROPERTY(QString help READ help NOTIFY worded)
    Q_PROPERTY(bool required READ isRequired CONSTANT)
    Q_PROPERTY(bool multiple READ isMultiple CONSTANT)
    Q_PROPERTY(QVariantList options READ options NOTIFY optionsChanged)
    Q_PROPERTY(QStringList optionTexts READ optionTexts NOTIFY worded)
    Q_PROPERTY(int currentIndex READ currentIndex NOTIFY optionsChanged)
    Q_PROPERTY(int from READ from CONSTANT)
    Q_PROPERTY(int to READ to CONSTANT)
    Q_PROPERTY(QString lowLabel READ lowLabel NOTIFY worded)
    Q_PROPERTY(QString highLabel READ highLabel NOTIFY worded)
    Q_PROPERTY(QVariant number READ number NOTIFY valueChanged)
    Q_PROPERTY(QString value READ value NOTIFY valueChanged)
    Q_PROPERTY(QString ownWords READ ownWords NOTIFY ownWordsChanged)
    Q_PROPERTY(QString ownWordsLabel READ ownWordsLabel NOTIFY worded)
    Q_PROPERTY(int maximumLength READ maximumLength CONSTANT)
    Q_PROPERTY(QString least READ least CONSTANT)
    Q_PROPERTY(QString most READ most CONSTANT)

public:
    /// How it is asked.
    enum class Kind {
        Information, ///< something to read, no answer
        YesNo,       ///< currentIndex 0 yes, 1 no
        OneOf,       ///< one of `options`
        SomeOf,      ///< any of `options`
        OwnWords,    ///< one (or some, if multiple) of `options`, or `ownWords`
        Faces,       ///< one of five `optionTexts`, worst to best
        NumberScale, ///< a `number` in `from`..`to`
        WholeNumber, ///< digits in `value`
        Number,      ///< digits with a decimal point in `value`
        ShortText,
        LongText,
        Date ///< `value` is YYYY-MM-DD
    };
    Q_ENUM(Kind)

    /// `item` keeps its form alive. `answers` is what was given before.
    Question(std::shared_ptr<const survey::Item> item, Json const& answers, QString const& language);
    ~Question() override;

    void setLanguage(QString const& language);

    /// What is entered, as FHIR answers: empty if nothing is. Empty result: what is typed is not of the item's type.
    [[nodiscard]] std::optional<Json> answers() const;
    [[nodiscard]] survey::Item const& item() const { return *m_item; }

    [[nodiscard]] Kind kind() const;
    [[nodiscard]] QString linkId() const;
    [[nodiscard]] QString preamble() const;
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString help() const;
    [[nodiscard]] bool isRequired() const { return m_item->required; }
    [[nodiscard]] bool isMultiple() const { return m_item->repeats; }
    [[nodiscard]] QVariantList options() const;
    [[nodiscard]] QStringList optionTexts() const;
    [[nodiscard]] int currentIndex() const;
    [[nodiscard]] int from() const;
    [[nodiscard]] int to() const;
    [[nodiscard]] QString lowLabel() const;
    [[nodiscard]] QString highLabel() const;
    [[nodiscard]] QVariant number() const;
    [[nodiscard]] QString value() const { return m_value; }
    [[nodiscard]] QString ownWords() const { return m_ownWords; }
    [[nodiscard]] QString ownWordsLabel() const;
    [[nodiscard]] int maximumLength() const;
    [[nodiscard]] QString least() const;
    [[nodiscard]] QString most() const;

    /// A tap on an option (also yes, no and a face): chooses it; where several may be chosen, the second tap takes it
    /// back.
    Q_INVOKABLE void choose(int index);
    Q_INVOKABLE void chooseNumber(int number);
    /// Every change of a text, number or date as it is typed.
    Q_INVOKABLE void enter(QString const& value);
    Q_INVOKABLE void enterOwnWords(QString const& words);
    /// Takes back whatever is entered.
    void takeBack();

signals:
    void worded();
    void optionsChanged();
    void valueChanged();
    void ownWordsChanged();
    /// By a tap: an answer that is complete as it stands. Typing gives `edited` instead.
    void answered();
    void edited();

private:
    void enterAll(Json const& answers);
    void oustOptions();
    void emitValues();
    [[nodiscard]] bool isChosen(Json const& answer) const;
    [[nodiscard]] std::size_t optionCount() const;
    /// What option `index` stands for, as an answer. Yes and no are options 0 and 1.
    [[nodiscard]] Json answerOf(std::size_t index) const;
    [[nodiscard]] Json choices() const;
    [[nodiscard]] QString in(survey::Text const& text) const;

    const std::shared_ptr<const survey::Item> m_item;
    std::string m_language;
    Json m_chosen = Json::array(); ///< answers that are options, yes or no
    QString m_value;
    QString m_ownWords;
};

} // namespace kiosk::viewmodels
