#include "kiosk/viewmodels/SurveySession.h"

#include "kiosk/core/base/Log.h"
#include "kiosk/viewmodels/Wording.h"

#include <algorithm>

namespace kiosk::viewmodels {

namespace {

using Kind = Question::Kind;

/// Words may be left out without a word; everything else is answered or declined by a tap.
bool mayStayEmpty(Kind kind) {
    return kind == Kind::Information || kind == Kind::ShortText || kind == Kind::LongText;
}

SurveySession::Problem problemOfRefused(Kind kind) {
    switch (kind) {
    case Kind::WholeNumber:
    case Kind::Number:
    case Kind::NumberScale: return SurveySession::Problem::OutOfRange;
    case Kind::Date: return SurveySession::Problem::NotADate;
    default: return SurveySession::Problem::NotAccepted;
    }
}

bool isWithin(survey::Item const& item, survey::Item const& around) {
    for (auto const* up = &item; up != nullptr; up = up->parent)
        if (up == &around) return true;
    return false;
}

QString spoken(packs::Translated const& texts, std::string const& language) {
    auto const text = texts.find(language);
    return text == texts.end() ? QString() : toQt(text->second);
}

} // namespace

SurveySession::SurveySession(std::shared_ptr<const survey::Form> form, store::Draft draft,
                             packs::SafetyContact const* contact, SurveyJournal& journal, QObject* parent) :
    QObject(parent),
    m_form(std::move(form)), m_response(m_form), m_draft(std::move(draft)),
    m_contact(contact ? std::optional(*contact) : std::nullopt), m_journal(journal) {
    auto const screens = m_response.questions();
    if (screens.empty())
        showReview();
    else
        show(*screens.front());
}

QString SurveySession::title() const {
    return toQt(m_form->title().in(m_draft.language));
}
QString SurveySession::notice() const {
    return toQt(m_form->copyright());
}
QString SurveySession::safetyName() const {
    return m_contact ? spoken(m_contact->name, m_draft.language) : QString();
}
QString SurveySession::safetyPhone() const {
    return m_contact ? toQt(m_contact->phone) : QString();
}
QString SurveySession::safetyText() const {
    return m_contact ? spoken(m_contact->text, m_draft.language) : QString();
}

void SurveySession::setLanguage(QString const& language) {
    m_draft.language = toUtf8(language);
    if (m_question) m_question->setLanguage(language);
    if (m_stage == Stage::Reviewing) m_review.show(m_response, language);
    emit worded();
}

// ── Answers ──────────────────────────────────────────────────────────────────────────────────────────────────────────

void SurveySession::onAnswered() {
    setProblem(Problem::None);
    if (auto const entered = m_question->answers()) keep(*entered);
}

/// False: the form refuses these answers; the ones before stay.
bool SurveySession::keep(Json const& answers) {
    auto const linkId = m_question->item().linkId;
    if (isUnchanged(linkId, answers)) return true;
    if (!m_response.answer(linkId, answers)) return false;
    m_kept.insert(linkId);
    write(linkId, answers);
    noteSafety();
    return true;
}

bool SurveySession::isUnchanged(std::string const& linkId, Json const& answers) const {
    bool const isOnlyTheForms = !answers.empty() && !m_kept.contains(linkId);
    return !isOnlyTheForms && !m_unsaved.contains(linkId) && m_response.answers(linkId) == answers;
}

void SurveySession::write(std::string const& linkId, Json const& answers) {
    ++m_writing;
    m_journal.save(m_draft.record, linkId, answers, this,
                   [this, linkId](auto const& result) { onWritten(linkId, result); });
}

void SurveySession::onWritten(std::string const& linkId, Result<void> const& result) {
    --m_writing;
    if (!isOpen()) return;
    if (result)
        m_unsaved.erase(linkId);
    else
        m_unsaved.insert(linkId);
    if (!result) base::log(base::LogLevel::Alarm, "session", "answer not saved", {{"why", result.error().text}});
    if (m_writing == 0) proceed();
}

void SurveySession::noteSafety() {
    bool const concerned = m_contact && m_response.safety();
    m_safetyDue = concerned && !m_safetyTold;
    if (!concerned) m_safetyTold = false;
    emit safetyChanged();
}

void SurveySession::understoodSafety() {
    m_safetyDue = false;
    m_safetyTold = true;
    emit safetyChanged();
}

// ── The way ──────────────────────────────────────────────────────────────────────────────────────────────────────────

SurveySession::Problem SurveySession::problemOf(std::optional<Json> const& entered) const {
    auto const kind = m_question->kind();
    if (!entered) return kind == Kind::Date ? Problem::NotADate : Problem::NotANumber;
    if (!entered->empty()) return Problem::None;
    if (m_question->isRequired()) return Problem::Missing;
    return mayStayEmpty(kind) ? Problem::None : Problem::Choose;
}

void SurveySession::next() {
    if (m_stage != Stage::Asking || isBusy()) return;
    auto const entered = m_question->answers();
    auto const problem = problemOf(entered);
    if (problem != Problem::None) return setProblem(problem);
    bool const asks = m_question->item().isQuestion();
    if (asks && !keep(*entered)) return setProblem(problemOfRefused(m_question->kind()));
    whenWritten(Then::Next);
}

void SurveySession::skip() {
    if (m_stage != Stage::Asking || isBusy() || m_question->isRequired()) return;
    m_question->takeBack();
    keep(Json::array());
    whenWritten(Then::Next);
}

void SurveySession::back() {
    if (isBusy()) return;
    if (m_stage == Stage::Reviewing) return goBack();
    if (m_stage != Stage::Asking || !canGoBack()) return;
    auto const entered = m_question->answers();
    if (entered && m_question->item().isQuestion()) keep(*entered);
    whenWritten(Then::Back);
}

void SurveySession::whenWritten(Then then) {
    setProblem(Problem::None);
    setThen(then);
    if (m_writing == 0) proceed();
}

void SurveySession::proceed() {
    auto const then = m_then;
    setThen(Then::Nothing);
    if (!m_unsaved.empty()) {
        m_wanted = then;
        return setProblem(Problem::NotSaved);
    }
    if (then == Then::Next) goOn();
    if (then == Then::Back) goBack();
}

void SurveySession::goOn() {
    auto const* following = m_editing ? nextUnseen() : after(m_question->item());
    if (following)
        show(*following);
    else
        showReview();
}

void SurveySession::goBack() {
    if (m_editing) return showReview();
    auto const screens = m_response.questions();
    auto const* earlier =
        m_stage == Stage::Reviewing ? (screens.empty() ? nullptr : screens.back()) : before(m_question->item());
    if (earlier) show(*earlier);
}

void SurveySession::edit(QString const& linkId) {
    if (m_stage != Stage::Reviewing || isBusy()) return;
    auto const* item = m_form->find(toUtf8(linkId));
    if (!item) return;
    m_editing = true;
    show(*item);
}

survey::Item const* SurveySession::after(survey::Item const& item) const {
    for (auto const* screen : m_response.questions())
        if (screen->position > item.position) return screen;
    return nullptr;
}

survey::Item const* SurveySession::before(survey::Item const& item) const {
    survey::Item const* found = nullptr;
    for (auto const* screen : m_response.questions())
        if (screen->position < item.position) found = screen;
    return found;
}

/// What an edited answer made appear.
survey::Item const* SurveySession::nextUnseen() const {
    for (auto const* screen : m_response.questions())
        if (!m_seen.contains(screen->linkId)) return screen;
    return nullptr;
}

void SurveySession::show(survey::Item const& item) {
    auto const screens = m_response.questions();
    auto const isBefore = [&](auto const* each) { return each->position < item.position; };
    m_seen.insert(item.linkId);
    m_total = int(screens.size());
    m_position = 1 + int(std::count_if(screens.begin(), screens.end(), isBefore));
    std::shared_ptr<const survey::Item> const kept(m_form, &item);
    ask(Stage::Asking, new Question(kept, m_response.answers(item.linkId), toQt(m_draft.language)));
    m_review.clear();
}

void SurveySession::showReview() {
    m_editing = false;
    m_review.show(m_response, toQt(m_draft.language));
    ask(Stage::Reviewing, nullptr);
}

/// Stage and question change together; the question before goes after the screen that showed it.
void SurveySession::ask(Stage stage, Question* question) {
    std::unique_ptr<Question, DeleteLater> const before =
        std::exchange(m_question, std::unique_ptr<Question, DeleteLater>(question));
    m_stage = stage;
    if (before) before->disconnect(this);
    if (question) {
        connect(question, &Question::answered, this, &SurveySession::onAnswered);
        connect(question, &Question::edited, this, [this] { setProblem(Problem::None); });
    }
    setProblem(Problem::None);
    emit questionChanged();
    emit moved();
    emit stageChanged();
}

// ── The end ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/// For a group without any answer its first question that can be asked. Null: nothing is missing that could be given.
survey::Item const* SurveySession::firstMissing() const {
    auto const screens = m_response.questions();
    for (auto const* missing : m_response.missingRequired()) {
        auto const asks = [&](survey::Item const* screen) {
            return screen->isQuestion() && isWithin(*screen, *missing);
        };
        auto const question = std::find_if(screens.begin(), screens.end(), asks);
        if (question != screens.end()) return *question;
    }
    return nullptr;
}

void SurveySession::finish() {
    if (m_stage != Stage::Reviewing || isBusy()) return;
    if (auto const* question = firstMissing()) {
        m_editing = true;
        show(*question);
        return setProblem(Problem::Missing);
    }
    setProblem(Problem::None);
    setEnding(true);
    m_journal.finish(m_draft.record, Ending::Completed, m_draft.language, this,
                     [this](auto const& result) { ended(result, Stage::Completed, Problem::NotFinished); });
}

void SurveySession::cancel() {
    if (m_ending || !isOpen()) return;
    m_cancelled = true;
    setProblem(Problem::None);
    setEnding(true);
    m_journal.discard(m_draft.record, this,
                      [this](auto const& result) { ended(result, Stage::Cancelled, Problem::NotDeleted); });
}

void SurveySession::retry() {
    auto const problem = m_problem;
    if (problem == Problem::NotFinished) return finish();
    if (problem == Problem::NotDeleted) return cancel();
    if (problem != Problem::NotSaved || isBusy()) return;
    for (auto const& linkId : m_unsaved) write(linkId, m_response.answers(linkId));
    whenWritten(m_wanted);
}

void SurveySession::abandon() {
    if (!isOpen()) return;
    // The journal works in the order of the calls: a finish() asked for before wins, and this finds nothing to end.
    if (m_cancelled)
        m_journal.discard(m_draft.record, nullptr, {});
    else
        m_journal.finish(m_draft.record, Ending::Stopped, m_draft.language, nullptr, {});
    end(Stage::Abandoned);
}

void SurveySession::ended(Result<void> const& result, Stage stage, Problem problem) {
    if (!isOpen()) return;
    setEnding(false);
    if (result) return end(stage);
    base::log(base::LogLevel::Alarm, "session", "visit not ended", {{"why", result.error().text}});
    setProblem(problem);
}

void SurveySession::end(Stage stage) {
    ask(stage, nullptr);
    m_review.clear();
    m_response = survey::Response(m_form);
    m_unsaved.clear();
    m_kept.clear();
    m_seen.clear();
    setThen(Then::Nothing);
}

void SurveySession::setProblem(Problem problem) {
    if (m_problem == problem) return;
    m_problem = problem;
    emit problemChanged();
}

void SurveySession::setThen(Then then) {
    if (m_then == then) return;
    m_then = then;
    emit busyChanged();
}

void SurveySession::setEnding(bool ending) {
    m_ending = ending;
    emit busyChanged();
}

} // namespace kiosk::viewmodels
