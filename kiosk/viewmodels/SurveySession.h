#pragma once

#include "kiosk/core/packs/Settings.h"
#include "kiosk/core/survey/Response.h"
#include "kiosk/viewmodels/PageModel.h"
#include "kiosk/viewmodels/ReviewModel.h"
#include "kiosk/viewmodels/SurveyJournal.h"

#include <map>
#include <set>

namespace kiosk::viewmodels {

/// One person's way through one form, page by page from the first question to the end. A tap is written to the journal
/// at once, typed words with next(); the next page shows when all of it is durable. When the session has ended, nothing
/// of the person is left in it. GUI thread.
class SurveySession : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by Kiosk.startSurvey")
    Q_PROPERTY(Stage stage READ stage NOTIFY stageChanged)
    Q_PROPERTY(Problem problem READ problem NOTIFY problemChanged)
    Q_PROPERTY(QString problemAddress READ problemAddress NOTIFY problemChanged)
    Q_PROPERTY(QString problemText READ problemText NOTIFY problemChanged)
    Q_PROPERTY(bool busy READ isBusy NOTIFY busyChanged)
    Q_PROPERTY(QStringList languages READ languages CONSTANT)
    Q_PROPERTY(QString title READ title NOTIFY worded)
    Q_PROPERTY(QString notice READ notice CONSTANT)
    Q_PROPERTY(kiosk::viewmodels::Question* question READ question NOTIFY questionChanged)
    Q_PROPERTY(kiosk::viewmodels::PageModel* page READ page NOTIFY questionChanged)
    Q_PROPERTY(QString pageId READ pageId NOTIFY questionChanged)
    Q_PROPERTY(bool grid READ isGrid NOTIFY moved)
    Q_PROPERTY(Fold fold READ fold NOTIFY moved)
    Q_PROPERTY(QString groupTitle READ groupTitle NOTIFY worded)
    Q_PROPERTY(QStringList headers READ headers NOTIFY worded)
    Q_PROPERTY(QStringList footers READ footers NOTIFY worded)
    Q_PROPERTY(QVariantList tabs READ tabs NOTIFY worded)
    Q_PROPERTY(int tab READ tab NOTIFY moved)
    Q_PROPERTY(kiosk::viewmodels::ReviewModel* review READ review CONSTANT)
    Q_PROPERTY(int position READ position NOTIFY moved)
    Q_PROPERTY(int total READ total NOTIFY moved)
    Q_PROPERTY(bool canGoBack READ canGoBack NOTIFY moved)
    Q_PROPERTY(bool canSkip READ canSkip NOTIFY moved)
    Q_PROPERTY(bool canChange READ canChange CONSTANT)
    Q_PROPERTY(bool anyOrder READ isAnyOrder CONSTANT)
    Q_PROPERTY(bool editing READ isEditing NOTIFY moved)
    Q_PROPERTY(bool safetyDue READ isSafetyDue NOTIFY safetyChanged)
    Q_PROPERTY(bool safetyTold READ wasSafetyTold NOTIFY safetyChanged)
    Q_PROPERTY(QString safetyName READ safetyName NOTIFY worded)
    Q_PROPERTY(QString safetyPhone READ safetyPhone CONSTANT)
    Q_PROPERTY(QString safetyText READ safetyText NOTIFY worded)

public:
    enum class Stage { Asking, Reviewing, Signing, Completed, Cancelled, Abandoned };
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
        Broken,      ///< breaks a rule that the form has words for: `problemText`
        NotSigned,   ///< the form wants a signature
        NotSaved,    ///< the disk refused an answer; retry()
        NotFinished, ///< sealing failed; the answers are saved; retry()
        NotDeleted   ///< cancel() failed; retry()
    };
    Q_ENUM(Problem)

    /// Whether the group that is this page can be folded away, and how it begins.
    enum class Fold { None, Open, Closed };
    Q_ENUM(Fold)

    /// `draft` has been begun in `journal`. The contact is null where the practice names none.
    SurveySession(std::shared_ptr<const survey::Form> form, store::Draft draft, packs::SafetyContact const* contact,
                  SurveyJournal& journal, QObject* parent = nullptr);

    [[nodiscard]] Stage stage() const { return m_stage; }
    [[nodiscard]] Problem problem() const { return m_problem; }
    /// Of the question it is about; empty: of the page.
    [[nodiscard]] QString problemAddress() const { return m_problemAddress; }
    [[nodiscard]] QString problemText() const { return m_problemText; }
    [[nodiscard]] bool isBusy() const { return m_then != Then::Nothing || m_ending; }
    /// Those that all of the form is there in (BCP 47).
    [[nodiscard]] QStringList languages() const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString notice() const;
    /// The first question of the page, or its first text; null unless asking.
    [[nodiscard]] Question* question() const;
    [[nodiscard]] PageModel* page() const { return m_page.get(); }
    /// Another value: another page.
    [[nodiscard]] QString pageId() const { return m_pageId; }
    [[nodiscard]] bool isGrid() const { return m_look == Page::Look::Grid; }
    [[nodiscard]] Fold fold() const { return m_fold; }
    [[nodiscard]] QString groupTitle() const { return m_groupTitle; }
    [[nodiscard]] QStringList headers() const { return m_headers; }
    [[nodiscard]] QStringList footers() const { return m_footers; }
    /// Of the tab-container that the page stands in: [{text, enabled, done}].
    [[nodiscard]] QVariantList tabs() const { return m_tabs; }
    [[nodiscard]] int tab() const { return m_tab; }
    [[nodiscard]] ReviewModel* review() { return &m_review; }
    [[nodiscard]] int position() const { return m_position; }
    [[nodiscard]] int total() const { return m_total; }
    [[nodiscard]] bool canGoBack() const;
    /// "Prefer not to answer": one question is asked, and an answer is not required.
    [[nodiscard]] bool canSkip() const;
    /// Whether answers can be changed from the review: not in a form that goes one way.
    [[nodiscard]] bool canChange() const;
    /// The person chooses which question is next, from the review, where the form begins.
    [[nodiscard]] bool isAnyOrder() const;
    [[nodiscard]] bool isEditing() const { return m_editing; }
    [[nodiscard]] bool isSafetyDue() const { return m_safetyDue; }
    [[nodiscard]] bool wasSafetyTold() const { return m_safetyTold; }
    [[nodiscard]] QString safetyName() const;
    [[nodiscard]] QString safetyPhone() const;
    [[nodiscard]] QString safetyText() const;

    void setLanguage(QString const& language);

    /// To the next page, or to the review after the last. Stays, with a `problem`, where something is not right.
    Q_INVOKABLE void next();
    /// To the page before; answers that are complete are kept. While editing: to the review.
    Q_INVOKABLE void back();
    /// Prefers not to answer: takes the answer back and goes on. Only where the question is not required.
    Q_INVOKABLE void skip();
    /// From the review back to one question.
    Q_INVOKABLE void edit(QString const& address);
    /// To the review, where the person chooses the order.
    Q_INVOKABLE void overview();
    Q_INVOKABLE void chooseTab(int tab);
    /// One more repetition of the group that has one at `address`; shows it.
    Q_INVOKABLE void addGroup(QString const& address);
    /// The repetition at `address` with all its answers.
    Q_INVOKABLE void removeGroup(QString const& address);
    /// Seals the answers. Goes to the first required question without an answer, if there is one; asks for a signature
    /// where the form wants one.
    Q_INVOKABLE void finish();
    /// By one's full name, by a drawing, or both. `drawing` is SVG path data in a box of 1000 by 400.
    Q_INVOKABLE void sign(QString const& name, QString const& drawing = {});
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
    /// What waits until all answers are durable.
    enum class Then { Nothing, Next, Back, Overview, Goal, Finish };
    /// The answers at one address: as they were entered, and as they were written down.
    struct Kept {
        std::string entered;
        std::string written;
    };

    void onAnswered(Question& question);
    void onEdited(Question& question);
    bool keep(Question const& question, std::string const& answers);
    bool keepAll(bool mayBeEmpty = false);
    void noteBefore(Page const& page);
    void unsign();
    void keepOrRevert(Question& question);
    [[nodiscard]] bool isUnchanged(survey::Instance const& instance, Question const& question,
                                   std::string const& answers) const;
    void write(std::vector<survey::Change> const& changes);
    void save(std::string const& address);
    void onWritten(std::string const& address, Result<void> const& result);
    void whenWritten(Then then);
    void proceed();
    void goOn();
    void goBack();
    void show(Page const& page);
    void showHolding(std::string_view address);
    void refreshPage();
    void describe(std::vector<Page> const& pages);
    void describeTabs(std::vector<Page> const& pages, Page const& page);
    void ask(Stage stage);
    [[nodiscard]] std::unique_ptr<PageModel, DeleteLater> leavePage();
    void showReview();
    [[nodiscard]] std::vector<Question*> questions() const;
    void noteSafety();
    [[nodiscard]] Problem problemOf(Question const& question, std::optional<std::string> const& entered) const;
    [[nodiscard]] std::size_t indexOn(std::vector<Page> const& pages) const;
    [[nodiscard]] Page const* nextUnseen(std::vector<Page> const& pages) const;
    [[nodiscard]] QString language() const;
    bool showWhatIsWrong();
    [[nodiscard]] survey::Instance const* firstMissing() const;
    [[nodiscard]] survey::Instance const* firstWrong() const;
    bool showBroken();
    [[nodiscard]] bool isSigned() const;
    [[nodiscard]] bool needsSignature() const;
    [[nodiscard]] bool isOpen() const { return m_stage <= Stage::Signing; }
    void handIn();
    void ended(Result<void> const& result, Stage stage, Problem problem);
    void end(Stage stage);
    void wipe();
    void setProblem(Problem problem, QString const& address = {}, QString const& text = {});
    void setThen(Then then);
    void setEnding(bool ending);

    std::shared_ptr<const survey::Form> m_form;
    survey::Response m_response;
    store::Draft m_draft; ///< without answers: they are in m_response
    const std::optional<packs::SafetyContact> m_contact;
    SurveyJournal& m_journal;

    std::unique_ptr<PageModel, DeleteLater> m_page; ///< null unless asking
    ReviewModel m_review;
    QString m_pageId;
    Page::Look m_look = Page::Look::List;
    Fold m_fold = Fold::None;
    QString m_groupTitle;
    QStringList m_headers;
    QStringList m_footers;
    QVariantList m_tabs;
    std::vector<std::string> m_tabStarts; ///< the first entry of each tab
    int m_tab = -1;
    Stage m_stage = Stage::Asking;
    Problem m_problem = Problem::None;
    QString m_problemAddress;
    QString m_problemText;
    Then m_then = Then::Nothing;
    Then m_wanted = Then::Nothing; ///< what waits for retry()
    std::string m_goal;            ///< an entry of the page that Then::Goal shows
    bool m_ending = false;
    bool m_cancelled = false;
    int m_writing = 0;
    std::set<std::string> m_unsaved;    ///< addresses whose latest answer the disk refused
    std::map<std::string, Kept> m_kept; ///< answers, or the lack of one, that are the person's and not the form's
    std::map<std::string, std::string> m_before; ///< on this page, for what is typed and turns out wrong
    std::set<std::string> m_seen;
    int m_position = 0;
    int m_total = 0;
    bool m_editing = false;
    bool m_safetyDue = false;
    bool m_safetyTold = false;
};

} // namespace kiosk::viewmodels
