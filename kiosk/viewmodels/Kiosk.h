#pragma once

#include "kiosk/device/IdleMonitor.h"
#include "kiosk/film/Clip.h"
#include "kiosk/viewmodels/InstrumentModel.h"
#include "kiosk/viewmodels/Quiet.h"
#include "kiosk/viewmodels/SurveySession.h"
#include "kiosk/viewmodels/VisitPlan.h"

#include <memory>

namespace kiosk::viewmodels {

/// The kiosk as a whole: at rest, or visited by one person at a time. A visit begins with welcome() and ends with
/// leave(), by itself when nobody is there any more. GUI thread.
class Kiosk : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(QString practiceName READ practiceName NOTIFY catalogueChanged)
    /// "#RRGGBB"; empty: none of its own.
    Q_PROPERTY(QString brandColour READ brandColour NOTIFY catalogueChanged)
    /// For an Image; empty: none.
    Q_PROPERTY(QString logo READ logo NOTIFY catalogueChanged)
    Q_PROPERTY(QStringList languages READ languages NOTIFY catalogueChanged)
    Q_PROPERTY(QString language READ language NOTIFY languageChanged)
    Q_PROPERTY(bool rightToLeft READ isRightToLeft NOTIFY languageChanged)
    Q_PROPERTY(kiosk::viewmodels::InstrumentModel* instruments READ instruments CONSTANT)
    Q_PROPERTY(kiosk::viewmodels::SurveySession* session READ session NOTIFY sessionChanged)
    Q_PROPERTY(Fault fault READ fault NOTIFY faultChanged)
    Q_PROPERTY(bool visited READ isVisited NOTIFY visitedChanged)
    Q_PROPERTY(bool busy READ isBusy NOTIFY busyChanged)
    Q_PROPERTY(bool handedIn READ hasHandedIn NOTIFY sessionStageChanged)
    Q_PROPERTY(Contact contact READ contact NOTIFY sessionStageChanged)
    Q_PROPERTY(kiosk::viewmodels::VisitPlan* plan READ plan CONSTANT)
    Q_PROPERTY(kiosk::viewmodels::Quiet* quiet READ quiet CONSTANT)
    Q_PROPERTY(bool asksWho READ asksWho NOTIFY catalogueChanged)
    Q_PROPERTY(Codes codes READ codes NOTIFY catalogueChanged)
    Q_PROPERTY(QVariantList slides READ slides NOTIFY catalogueChanged)
    Q_PROPERTY(int slideSeconds READ slideSeconds NOTIFY catalogueChanged)
    Q_PROPERTY(int leastMinutes READ leastMinutes NOTIFY catalogueChanged)
    Q_PROPERTY(int mostMinutes READ mostMinutes NOTIFY catalogueChanged)
    Q_PROPERTY(QString contactPromise READ contactPromise NOTIFY languageChanged)
    Q_PROPERTY(QString nextSteps READ nextSteps NOTIFY languageChanged)
    Q_PROPERTY(bool safetyTold READ wasSafetyTold NOTIFY sessionStageChanged)
    Q_PROPERTY(bool idleWarning READ isIdleWarning NOTIFY idleWarningChanged)
    Q_PROPERTY(int idleSecondsLeft READ idleSecondsLeft NOTIFY idleSecondsLeftChanged)

public:
    /// Why nobody can be served; the screen has the words.
    enum class Fault {
        None,
        NothingToOffer, ///< the pack in force offers no survey here
        StorageFull,    ///< no room for another answer
        StorageFailed,  ///< the store cannot be written or opened
        NeedsRepair,    ///< what it needs to run is damaged
    };
    Q_ENUM(Fault)

    /// Whether this person may ask to be called.
    enum class Contact {
        None,    ///< the practice does not offer it, or a form of this visit asked already
        Offered, ///< the answers are handed in: now is the time
        Given,   ///< they left a name or a number
    };
    Q_ENUM(Contact)

    /// Who answers: the person, or what somebody in their place is to them.
    enum class Who { Person, Parent, Child, Partner, Relative, Other };
    Q_ENUM(Who)

    /// Whether surveys are assigned by codes.
    enum class Codes { None, Offered, Only };
    Q_ENUM(Codes)

    /// To a code that somebody entered.
    enum class CodeAnswer {
        Taken,            ///< `plan` holds what it asks
        TooShort,         ///< not all digits yet
        Mistyped,         ///< no such code can be: one of the digits is wrong
        Unknown,          ///< not of this practice's rules, or nothing of it can be asked here
        NotInThisLanguage ///< what it asks is there in other languages
    };
    Q_ENUM(CodeAnswer)

    /// `shippedLanguages`: those the screens can speak; of the practice's languages only these are offered.
    Kiosk(SurveyJournal& journal, device::IdleMonitor& idle, Clock const& clock, QStringList shippedLanguages,
          QObject* parent = nullptr);

    /// A pack came into force. During a visit it waits for the end of it.
    void use(std::shared_ptr<const Catalogue> catalogue);
    void raise(Fault fault);

    [[nodiscard]] QString practiceName() const;
    [[nodiscard]] QString brandColour() const;
    [[nodiscard]] QString logo() const;
    [[nodiscard]] QStringList languages() const { return m_languages; }
    [[nodiscard]] QString language() const { return m_language; }
    [[nodiscard]] bool isRightToLeft() const;
    [[nodiscard]] InstrumentModel* instruments() { return &m_instruments; }
    [[nodiscard]] SurveySession* session() const { return m_session.get(); }
    [[nodiscard]] Fault fault() const { return m_fault; }
    [[nodiscard]] bool isVisited() const { return m_visited; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] bool isIdleWarning() const { return m_idle.isWarning(); }
    [[nodiscard]] int idleSecondsLeft() const { return m_idle.secondsLeft(); }

    [[nodiscard]] VisitPlan* plan() { return &m_plan; }
    [[nodiscard]] Quiet* quiet() { return &m_quiet; }
    /// Whether the practice wants to know who answers.
    [[nodiscard]] bool asksWho() const;
    [[nodiscard]] Codes codes() const;
    /// Each in each language, in the order they are shown: {language, mirrored, title, text, picture,
    /// pictureText, film, captions}.
    [[nodiscard]] QVariantList slides() const;
    [[nodiscard]] int slideSeconds() const;
    /// A slide's picture for an Image: made when it is shown, as it is large. Empty: there is none of that name.
    [[nodiscard]] Q_INVOKABLE QString addressOf(QString const& picture) const;
    /// A film for a FilmView, with its words from a file of captions. Empty: there is none of that name.
    [[nodiscard]] Q_INVOKABLE kiosk::film::Clip clipOf(QString const& film, QString const& captions) const;
    /// Of the surveys on offer, in minutes.
    [[nodiscard]] int leastMinutes() const;
    [[nodiscard]] int mostMinutes() const;
    /// Something of this visit is with the practice already: it stays there whatever the person stops now.
    [[nodiscard]] bool hasHandedIn() const { return m_past.handedIn > 0; }
    [[nodiscard]] Contact contact() const;
    /// When somebody will call; empty where the practice does not say.
    [[nodiscard]] QString contactPromise() const;
    /// What happens with the answers now, in the practice's own words; empty where it has none.
    [[nodiscard]] QString nextSteps() const;
    /// An answer of this visit called for the safety contact.
    [[nodiscard]] bool wasSafetyTold() const { return m_past.safetyTold; }

    /// Somebody tapped Start.
    Q_INVOKABLE void welcome();
    /// A member of staff begins a visit, and answers together with the person or hands the kiosk over.
    void welcomeByStaff(store::Mode mode);
    [[nodiscard]] packs::Staff const& staff() const;
    [[nodiscard]] std::shared_ptr<const Catalogue> const& catalogue() const { return m_catalogue; }
    /// Also in the middle of a survey. Only one of `languages`.
    Q_INVOKABLE void chooseLanguage(QString const& language);
    /// `session` is there once its draft is durable; on failure there is a `fault`.
    Q_INVOKABLE void startSurvey(QString const& instrumentId);
    /// Counts for what is begun from now on in this visit; forgotten with it.
    Q_INVOKABLE void answeredBy(kiosk::viewmodels::Kiosk::Who who);
    /// From a keypad or whatever else reads codes; before a survey is begun.
    Q_INVOKABLE kiosk::viewmodels::Kiosk::CodeAnswer enterCode(QString const& code);
    /// Before its first survey is begun.
    Q_INVOKABLE void takeCodeBack();
    /// To the next survey of the plan.
    Q_INVOKABLE void goOn();
    /// Where `contact` is Offered: the form that asks for name and number, in a record of its own.
    Q_INVOKABLE void askForContact();
    /// Back to rest: the session is gone, the practice's first language is spoken. An open session is abandoned.
    Q_INVOKABLE void leave();
    /// The person is still there.
    Q_INVOKABLE void stay();
    /// Tries again after a fault of the storage.
    Q_INVOKABLE void retry();

signals:
    void catalogueChanged();
    void languageChanged();
    void sessionChanged();
    void sessionStageChanged();
    void faultChanged();
    void visitedChanged();
    void busyChanged();
    void idleWarningChanged();
    void idleSecondsLeftChanged();

private:
    void apply(std::shared_ptr<const Catalogue> catalogue);
    void speak(QString const& language);
    [[nodiscard]] store::Draft newDraft(Instrument const& instrument, std::string const& code) const;
    void begin(Instrument const& instrument, std::string const& code);
    void begun(Instrument const& instrument, store::Draft const& draft, Result<void> const& result);
    void onStage();
    void onCompleted();
    [[nodiscard]] bool isHandedIn() const;
    void endSession();
    void setVisited(bool visited);
    void setBusy(bool busy);
    void watch();

    /// What was before in this visit.
    struct Past {
        int handedIn = 0;
        bool askedForContact = false;
        bool contactGiven = false;
        bool safetyTold = false;
    };

    SurveyJournal& m_journal;
    device::IdleMonitor& m_idle;
    Clock const& m_clock;
    const QStringList m_shipped;
    std::shared_ptr<const Catalogue> m_catalogue;
    std::shared_ptr<const Catalogue> m_nextCatalogue;
    QStringList m_languages;
    QString m_language;
    InstrumentModel m_instruments;
    VisitPlan m_plan;
    Quiet m_quiet;
    std::string m_code;       ///< of this visit; empty: none
    std::string m_answeredBy; ///< of this visit; empty: not said
    std::unique_ptr<SurveySession, DeleteLater> m_session;
    Fault m_fault = Fault::None;
    store::Mode m_mode = store::Mode::Self;     ///< of this visit
    std::shared_ptr<const survey::Form> m_form; ///< of m_session
    Past m_past;
    bool m_visited = false;
    bool m_busy = false;
    quint64 m_visit = 0; ///< counts visits, so that a late answer of the journal does not start the next one's session
};

} // namespace kiosk::viewmodels
