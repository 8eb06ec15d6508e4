#pragma once

#include "kiosk/core/survey/Response.h"
#include "kiosk/viewmodels/Typed.h"

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

/// One item at one place of a response, as it is on the screen, and what is entered so far. Texts are the form's, in
/// the language spoken. GUI thread.
class Question : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to a SurveySession")
    Q_PROPERTY(Kind kind READ kind NOTIFY faceChanged)
    Q_PROPERTY(ListStyle listStyle READ listStyle CONSTANT)
    Q_PROPERTY(QString linkId READ linkId CONSTANT)
    Q_PROPERTY(QString address READ address CONSTANT)
    Q_PROPERTY(bool asked READ isAsked NOTIFY faceChanged)
    Q_PROPERTY(QString text READ text NOTIFY faceChanged)
    Q_PROPERTY(QVariantList blocks READ blocks NOTIFY faceChanged)
    Q_PROPERTY(QString image READ image CONSTANT)
    Q_PROPERTY(QString imageText READ imageText NOTIFY faceChanged)
    Q_PROPERTY(QVariantList signFilms READ signFilms NOTIFY faceChanged)
    Q_PROPERTY(double width READ width CONSTANT)
    Q_PROPERTY(QString widthUnit READ widthUnit CONSTANT)
    Q_PROPERTY(QString shortText READ shortText NOTIFY faceChanged)
    Q_PROPERTY(QString help READ help NOTIFY faceChanged)
    Q_PROPERTY(QString legal READ legal NOTIFY faceChanged)
    Q_PROPERTY(QString category READ category CONSTANT)
    Q_PROPERTY(QString answerWords READ answerWords NOTIFY faceChanged)
    Q_PROPERTY(QVariant answerIsYes READ answerIsYes NOTIFY faceChanged)
    Q_PROPERTY(bool required READ isRequired NOTIFY faceChanged)
    Q_PROPERTY(bool multiple READ isMultiple CONSTANT)
    Q_PROPERTY(QVariantList options READ options NOTIFY optionsChanged)
    Q_PROPERTY(QStringList optionTexts READ optionTexts NOTIFY faceChanged)
    Q_PROPERTY(int currentIndex READ currentIndex NOTIFY optionsChanged)
    Q_PROPERTY(bool horizontal READ isHorizontal CONSTANT)
    Q_PROPERTY(int columns READ columns CONSTANT)
    Q_PROPERTY(int from READ from NOTIFY faceChanged)
    Q_PROPERTY(int to READ to NOTIFY faceChanged)
    Q_PROPERTY(double step READ step CONSTANT)
    Q_PROPERTY(QString lowLabel READ lowLabel NOTIFY faceChanged)
    Q_PROPERTY(QString highLabel READ highLabel NOTIFY faceChanged)
    Q_PROPERTY(QVariant number READ number NOTIFY valueChanged)
    Q_PROPERTY(QString value READ value NOTIFY valueChanged)
    Q_PROPERTY(QStringList given READ given NOTIFY valueChanged)
    Q_PROPERTY(bool takesMore READ takesMore NOTIFY valueChanged)
    Q_PROPERTY(QVariantList units READ units NOTIFY valueChanged)
    Q_PROPERTY(bool openUnit READ hasOpenUnit CONSTANT)
    Q_PROPERTY(QString ownUnit READ ownUnit NOTIFY valueChanged)
    Q_PROPERTY(QString ownWords READ ownWords NOTIFY ownWordsChanged)
    Q_PROPERTY(QString ownWordsLabel READ ownWordsLabel NOTIFY faceChanged)
    Q_PROPERTY(QString placeholder READ placeholder NOTIFY faceChanged)
    Q_PROPERTY(QString keyboard READ keyboard CONSTANT)
    Q_PROPERTY(QStringList supportLinks READ supportLinks CONSTANT)
    Q_PROPERTY(int maximumLength READ maximumLength CONSTANT)
    Q_PROPERTY(QString least READ least NOTIFY faceChanged)
    Q_PROPERTY(QString most READ most NOTIFY faceChanged)

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
        Slider,      ///< a `value` in `least`..`most` in steps of `step`
        WholeNumber, ///< digits in `value`
        Number,      ///< digits with a decimal point in `value`
        Quantity,    ///< the same with one of `units`, or `ownUnit`
        ShortText,
        LongText,
        Url,
        Date,     ///< `value` is YYYY-MM-DD
        DateTime, ///< `value` is YYYY-MM-DDThh:mm:ss with a zone
        Time      ///< `value` is hh:mm:ss
    };
    Q_ENUM(Kind)

    /// How options are offered.
    enum class ListStyle { Buttons, DropDown, Search };
    Q_ENUM(ListStyle)

    Question(std::shared_ptr<const survey::Form> form, survey::Instance const& instance, QString const& language);
    ~Question() override;

    /// What the response now says of it: texts, options, limits; also the answer, where a calculation gave another.
    void refresh(survey::Instance const& instance, QString const& language);

    /// What is entered, as a FHIR answer array in JSON, exact; "[]" if nothing is. Empty result: what is typed is not
    /// of the item's type.
    [[nodiscard]] std::optional<std::string> answers() const;
    /// Whether the person has entered anything of it.
    [[nodiscard]] bool isTouched() const { return m_isTouched; }
    [[nodiscard]] survey::Item const& item() const { return *m_item; }
    [[nodiscard]] std::string const& place() const { return m_address; }

    [[nodiscard]] Kind kind() const { return m_face.kind; }
    [[nodiscard]] ListStyle listStyle() const;
    [[nodiscard]] QString linkId() const;
    [[nodiscard]] QString address() const;
    [[nodiscard]] bool isAsked() const { return m_face.isAsked; }
    [[nodiscard]] QString text() const { return m_face.text; }
    /// `text` as RichText takes it; empty: it is plain.
    [[nodiscard]] QVariantList blocks() const;
    /// It said in sign languages: {language, film, captions}, the words being in the language spoken.
    [[nodiscard]] QVariantList signFilms() const;
    /// A picture above the answers, as a data: URL that holds all of it; empty: none.
    [[nodiscard]] QString image() const;
    /// What it shows, for those who do not see it.
    [[nodiscard]] QString imageText() const;
    /// How wide the form wishes the answers to be, in `widthUnit`: `%` of the page, or `px` of 1/96 inch. 0: no wish.
    [[nodiscard]] double width() const;
    [[nodiscard]] QString widthUnit() const;
    [[nodiscard]] QString shortText() const;
    [[nodiscard]] QString help() const;
    [[nodiscard]] QString legal() const;
    [[nodiscard]] QString category() const;
    [[nodiscard]] QString answerWords() const { return m_face.answerWords; }
    /// Of a yes-or-no answer that is only shown; null: another kind.
    [[nodiscard]] QVariant answerIsYes() const { return m_face.answerIsYes; }
    [[nodiscard]] bool isRequired() const { return m_face.isRequired; }
    [[nodiscard]] bool isMultiple() const { return m_item->repeats; }
    [[nodiscard]] QVariantList options() const;
    [[nodiscard]] QStringList optionTexts() const;
    [[nodiscard]] int currentIndex() const;
    [[nodiscard]] bool isHorizontal() const;
    [[nodiscard]] int columns() const;
    [[nodiscard]] int from() const { return m_face.from; }
    [[nodiscard]] int to() const { return m_face.to; }
    [[nodiscard]] double step() const;
    [[nodiscard]] QString lowLabel() const;
    [[nodiscard]] QString highLabel() const;
    [[nodiscard]] QVariant number() const;
    [[nodiscard]] QString value() const { return m_typed.value; }
    /// Of a question that takes several typed answers those before the one in `value`, as words.
    [[nodiscard]] QStringList given() const;
    /// Whether one more may follow the one in `value`.
    [[nodiscard]] bool takesMore() const;
    [[nodiscard]] QVariantList units() const;
    [[nodiscard]] bool hasOpenUnit() const { return m_item->rules.unitsAreOpen; }
    [[nodiscard]] QString ownUnit() const { return m_typed.ownUnit; }
    [[nodiscard]] QString ownWords() const { return m_ownWords; }
    [[nodiscard]] QString ownWordsLabel() const;
    [[nodiscard]] QString placeholder() const;
    [[nodiscard]] QString keyboard() const;
    [[nodiscard]] QStringList supportLinks() const;
    [[nodiscard]] int maximumLength() const;
    [[nodiscard]] QString least() const { return m_face.least; }
    [[nodiscard]] QString most() const { return m_face.most; }

    /// A tap on an option (also yes, no and a face): chooses it; where several may be chosen, the second tap takes it
    /// back.
    Q_INVOKABLE void choose(int index);
    Q_INVOKABLE void chooseNumber(int number);
    /// An answer in one tap or one drag, as of a slider.
    Q_INVOKABLE void settle(QString const& value);
    /// Every change of a text, number or date as it is typed.
    Q_INVOKABLE void enter(QString const& value);
    Q_INVOKABLE void enterOwnWords(QString const& words);
    Q_INVOKABLE void chooseUnit(int index);
    Q_INVOKABLE void enterUnit(QString const& unit);
    /// Puts what is typed to what is given and begins the next.
    Q_INVOKABLE void addAnother();
    Q_INVOKABLE void removeGiven(int index);
    /// Takes back whatever is entered.
    void takeBack();

signals:
    void faceChanged();
    void optionsChanged();
    void valueChanged();
    void ownWordsChanged();
    /// By a tap: an answer that is complete as it stands. Typing gives `edited` instead.
    void answered();
    void edited();

private:
    /// What the response says, without what is entered.
    struct Face {
        bool isAsked = false;
        bool isRequired = false;
        Kind kind = Kind::Information;
        int from = 0;
        int to = 0;
        QString text;
        bool isComputedText = false;
        QString answerWords;
        QVariant answerIsYes;
        QString least;
        QString most;
        std::vector<Json> optionValues;
        bool operator==(Face const&) const = default;
    };
    [[nodiscard]] Face faceOf(survey::Instance const& instance) const;
    void takeOptions(survey::Instance const& instance);
    void enterAll(survey::Instance const& instance);
    void clear();
    void oustOptions();
    void emitValues();
    enum class Typing { GoesOn, IsDone };
    void noteTyped(Typing typing);
    [[nodiscard]] std::span<const survey::Option> offered() const;
    [[nodiscard]] bool isChosen(Json const& answer) const;
    [[nodiscard]] std::size_t optionCount() const;
    /// What option `index` stands for, as an answer. Yes and no are options 0 and 1.
    [[nodiscard]] Json answerOf(std::size_t index) const;
    [[nodiscard]] std::optional<std::vector<std::string>> typedAnswers() const;
    [[nodiscard]] QString wordsOf(Typed const& typed) const;
    [[nodiscard]] QString in(survey::Text const& text) const;

    const std::shared_ptr<const survey::Form> m_form; ///< keeps what m_item and the options point into
    survey::Item const* const m_item;
    const std::string m_address;
    std::string m_language;
    std::optional<std::vector<survey::Option>> m_computedOptions;
    std::shared_ptr<const fhir::Document> m_optionSource;
    Face m_face;
    bool m_isTouched = false;
    Json m_chosen = Json::array(); ///< answers that are options, yes or no
    std::vector<Typed> m_given;
    Typed m_typed;
    QString m_ownWords;
};

} // namespace kiosk::viewmodels
