#pragma once

#include "kiosk/core/packs/Settings.h"
#include "kiosk/core/survey/Response.h"
#include "kiosk/viewmodels/Question.h"
#include "kiosk/viewmodels/ReviewModel.h"
#include "kiosk/viewmodels/SurveyJournal.h"

#include <set>

namespace kiosk::viewmodels {

/// One person's way through one form, from the first question to the end. A tap is written to the journal at once,
/// typed words with next(); the next screen shows when all of it is durable. When the session has ended, nothing of the
/// person is left in it. GUI thread.
class SurveySession : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by Kiosk.startSurvey")
    Q_PROPERTY(Stage stage READ stage NOTIFY stageChanged)
    Q_PROPERTY(Problem problem READ problem NOTIFY problemChanged)
    Q_PROPERTY(bool busy READ isBusy NOTIFY busyChanged)
    Q_PROPERTY(QString title READ title NOTIFY worded)
    Q_PROPERTY(QString notice READ notice CONSTANT)
    Q_PROPERTY(kiosk::viewmodels::Question* question READ question NOTIFY questionChanged)
    Q_PROPERTY(kiosk::viewmodels::ReviewModel* review READ review CONSTANT)
    Q_PROPERTY(int position READ position NOTIFY moved)
    Q_PROPERTY(int total READ total NOTIFY moved)
    Q_PROPERTY(bool canGoBack READ canGoBack NOTIFY moved)
    Q_PROPERTY(bool editing READ isEditing NOTIFY moved)
    Q_PROPERTY(bool safetyDue READ isSafetyDue NOTIFY safetyChanged)
    Q_PROPERTY(bool safetyTold READ wasSafetyTold NOTIFY safetyChanged)
    Q_PROPERTY(QString safetyName READ safetyName NOTIFY worded)
    Q_PROPERTY(QString safetyPhone READ safetyPhone CONSTANT)
    Q_PROPERTY(QString safetyText READ safetyText NOTIFY worded)

public:
    enum class Stage { Asking, Reviewing, Completed, Cancelled, Abandoned };
    Q_ENUM(Stage)

    /// Why the person cannot go on; the screen has the words.
    enum class Problem {
        None,
        Missing,     ///< a required question without an answer
        Choose,      ///< neither an answer nor "prefer not to answer"
        NotANumber,  ///< typed, but not a number of this kind
        OutOfRange,  ///< beyond the question's `least` or `most`
        NotADate,    ///< no such day, or beyond `least` or `most`
        NotAccepted, ///< breaks another rule of the form
        NotSaved,    ///< the disk refused an answer; retry()
        NotFinished, ///< sealing failed; the answers are saved; retry()
        NotDeleted   ///< cancel() failed; retry()
    };
    Q_ENUM(Problem)

    /// `draft` has been begun in `journal`. The contact is null where the practice names none.
    SurveySession(std::shared_ptr<const survey::Form> form, store::Draft draft, packs::SafetyContact const* contact,
                  SurveyJournal& journal, QObject* parent = nullptr);

    [[nodiscard]] Stage stage() const { return m_stage; }
    [[nodiscard]] Problem problem() const { return m_problem; }
    [[nodiscard]] bool isBusy() const { return m_then != Then::Nothing || m_ending; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString notice() const;
    [[nodiscard]] Question* question() const { return m_question.get(); }
    [[nodiscard]] ReviewModel* review() { return &m_review; }
    [[nodiscard]] int position() const { return m_position; }
    [[nodiscard]] int total() const { return m_total; }
    [[nodiscard]] bool canGoBack() const { return m_position > 1 || m_editing; }
    [[nodiscard]] bool isEditing() const { return m_editing; }
    [[nodiscard]] bool isSafetyDue() const { return m_safetyDue; }
    [[nodiscard]] bool wasSafetyTold() const { return m_safetyTold; }
    [[nodiscard]] QString safetyName() const;
    [[nodiscard]] QString safetyPhone() const;
    [[nodiscard]] QString safetyText() const;

    void setLanguage(QString const& language);

    /// To the next question, or to the review after the last. Stays, with a `problem`, where something is not right.
    Q_INVOKABLE void next();
    /// To the question before; an answer that is complete is kept. While editing: to the review.
    Q_INVOKABLE void back();
    /// Prefers not to answer: takes the answer back and goes on. Only where the question is not required.
    Q_INVOKABLE void skip();
    /// From the review back to one question.
    Q_INVOKABLE void edit(QString const& linkId);
    /// Seals the answers. Goes to the first required question without an answer, if there is one.
    Q_INVOKABLE void finish();
    /// Deletes all answers.
    Q_INVOKABLE void cancel();
    /// Does again what the disk refused: NotSaved, NotFinished, NotDeleted.
    Q_INVOKABLE void retry();
    Q_INVOKABLE void understoodSafety();

    /// Nobody is there any more: seals what was saved as stopped, or deletes it where the person had asked for that.
    /// Ends at once, whatever becomes of the writing.
    void abandon();

signals:
    void questionChanged();
    void stageChanged();
    void problemChanged();
    void busyChanged();
    void worded();
    void moved();
    void safetyChanged();

private:
    enum class Then { Nothing, Next, Back };

    void onAnswered();
    bool keep(Json const& answers);
    [[nodiscard]] bool isUnchanged(std::string const& linkId, Json const& answers) const;
    void write(std::string const& linkId, Json const& answers);
    void onWritten(std::string const& linkId, Result<void> const& result);
    void whenWritten(Then then);
    void proceed();
    void goOn();
    void goBack();
    void show(survey::Item const& item);
    void ask(Stage stage, Question* question);
    void showReview();
    void noteSafety();
    [[nodiscard]] Problem problemOf(std::optional<Json> const& entered) const;
    [[nodiscard]] survey::Item const* after(survey::Item const& item) const;
    [[nodiscard]] survey::Item const* before(survey::Item const& item) const;
    [[nodiscard]] survey::Item const* nextUnseen() const;
    [[nodiscard]] survey::Item const* firstMissing() const;
    [[nodiscard]] bool isOpen() const { return m_stage == Stage::Asking || m_stage == Stage::Reviewing; }
    void ended(Result<void> const& result, Stage stage, Problem problem);
    void end(Stage stage);
    void setProblem(Problem problem);
    void setThen(Then then);
    void setEnding(bool ending);

    std::shared_ptr<const survey::Form> m_form;
    survey::Response m_response;
    store::Draft m_draft; ///< without answers: they are in m_response
    const std::optional<packs::SafetyContact> m_contact;
    SurveyJournal& m_journal;

    std::unique_ptr<Question, DeleteLater> m_question; ///< null unless asking
    ReviewModel m_review;
    Stage m_stage = Stage::Asking;
    Problem m_problem = Problem::None;
    Then m_then = Then::Nothing;
    Then m_wanted = Then::Nothing; ///< what waits for retry()
    bool m_ending = false;
    bool m_cancelled = false;
    int m_writing = 0;
    std::set<std::string> m_unsaved; ///< questions whose latest answer the disk refused
    std::set<std::string> m_kept;    ///< questions whose answer, or the lack of one, is the person's and not the form's
    std::set<std::string> m_seen;
    int m_position = 0;
    int m_total = 0;
    bool m_editing = false;
    bool m_safetyDue = false;
    bool m_safetyTold = false;
};

} // namespace kiosk::viewmodels
