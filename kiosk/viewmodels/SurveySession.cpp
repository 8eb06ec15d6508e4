#include "kiosk/viewmodels/SurveySession.h"

#include "kiosk/core/base/Log.h"
#include "kiosk/core/survey/ResponseWriter.h"
#include "kiosk/viewmodels/Wording.h"

#include <algorithm>

namespace kiosk::viewmodels {

namespace {

using Kind = Question::Kind;

/// Words may be left out without a word; everything else is answered or declined by a tap.
bool mayStayEmpty(Kind kind) {
    return kind == Kind::Information || kind == Kind::ShortText || kind == Kind::LongText || kind == Kind::Url;
}

bool isDay(Kind kind) {
    return kind == Kind::Date || kind == Kind::DateTime || kind == Kind::Time;
}

SurveySession::Problem problemOfRefused(Kind kind) {
    switch (kind) {
    case Kind::WholeNumber:
    case Kind::Number:
    case Kind::Quantity:
    case Kind::Slider:
    case Kind::NumberScale: return SurveySession::Problem::OutOfRange;
    case Kind::Date:
    case Kind::DateTime:
    case Kind::Time: return SurveySession::Problem::NotADate;
    default: return SurveySession::Problem::NotAccepted;
    }
}

} // namespace

SurveySession::SurveySession(std::shared_ptr<const survey::Form> form, store::Draft draft,
                             packs::SafetyContact const* contact, SurveyJournal& journal, QObject* parent) :
    QObject(parent),
    m_form(std::move(form)), m_response(m_form, launchOf(draft)), m_draft(std::move(draft)),
    m_contact(contact ? std::optional(*contact) : std::nullopt), m_journal(journal) {
    auto const pages = pagesOf(m_response);
    if (pages.empty() || isAnyOrder())
        showReview();
    else
        show(pages.front());
}

QString SurveySession::language() const {
    return toQt(m_draft.language);
}
QStringList SurveySession::languages() const {
    QStringList all;
    for (auto const& each : m_form->languages()) all.append(toQt(each));
    return all;
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
    if (m_stage == Stage::Asking) refreshPage();
    if (m_stage == Stage::Reviewing) m_review.show(m_response, language);
    emit worded();
}

Question* SurveySession::question() const {
    auto const all = questions();
    auto const first = std::ranges::find_if(all, &Question::isAsked);
    if (first != all.end()) return *first;
    return all.empty() ? nullptr : all.front();
}

std::vector<Question*> SurveySession::questions() const {
    return m_page ? m_page->questions() : std::vector<Question*>{};
}

bool SurveySession::isAnyOrder() const {
    return m_form->entryMode() == "random";
}
bool SurveySession::canChange() const {
    return m_form->entryMode() != "sequential";
}
bool SurveySession::canGoBack() const {
    return m_form->entryMode() != "sequential" && (m_position > 1 || m_editing || isAnyOrder());
}

bool SurveySession::canSkip() const {
    auto const all = questions();
    return std::ranges::count_if(all, &Question::isAsked) == 1 && !question()->isRequired();
}

// ── Answers ──────────────────────────────────────────────────────────────────────────────────────────────────────────

void SurveySession::onAnswered(Question& question) {
    setProblem(Problem::None);
    if (auto const entered = question.answers()) keep(question, *entered);
    refreshPage();
}

/// What is typed counts at once on what is shown; it is written down with next().
void SurveySession::onEdited(Question& question) {
    setProblem(Problem::None);
    auto const entered = question.answers();
    if (entered && m_response.answerText(question.place(), *entered)) refreshPage();
}

/// False: the form refuses these answers; the ones before stay.
bool SurveySession::keep(Question const& question, std::string const& answers) {
    auto const* instance = m_response.instances().find(question.place());
    if (!instance || isUnchanged(*instance, question, answers)) return true;
    auto const changes = m_response.answerText(question.place(), answers);
    if (!changes) return false;
    m_kept[question.place()].entered = answers;
    write(*changes);
    noteSafety();
    return true;
}

bool SurveySession::isUnchanged(survey::Instance const& instance, Question const& question,
                                std::string const& answers) const {
    if (m_unsaved.contains(instance.address)) return false;
    if (auto const kept = m_kept.find(instance.address); kept != m_kept.end()) return kept->second.entered == answers;
    if (instance.isCalculated && !instance.isEdited) return !question.isTouched();
    return answers == "[]" && !instance.hasValues() && !instance.isEdited;
}

/// Typed words that are wrong are left behind with the page: what is written down counts, else what the form brought.
void SurveySession::keepOrRevert(Question& question) {
    auto const entered = question.answers();
    if (entered && keep(question, *entered)) return;
    auto const& address = question.place();
    auto const kept = m_kept.find(address);
    if (kept == m_kept.end()) return m_response.putBack(address, m_before[address]);
    auto const reverted = m_response.restore({{address, kept->second.written}});
    if (!reverted) base::log(base::LogLevel::Alarm, "session", "answer not reverted", {{"why", reverted.error().text}});
    noteSafety();
}

void SurveySession::write(std::vector<survey::Change> const& changes) {
    for (auto const& change : changes) {
        m_kept[change.address].written = change.json;
        save(change.address);
    }
}

void SurveySession::save(std::string const& address) {
    ++m_writing;
    m_journal.save(m_draft.record, address, m_kept[address].written, this,
                   [this, address](auto const& result) { onWritten(address, result); });
}

void SurveySession::onWritten(std::string const& address, Result<void> const& result) {
    --m_writing;
    if (!isOpen()) return;
    if (result)
        m_unsaved.erase(address);
    else
        m_unsaved.insert(address);
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

SurveySession::Problem SurveySession::problemOf(Question const& question,
                                                std::optional<std::string> const& entered) const {
    auto const kind = question.kind();
    if (!entered) return isDay(kind) ? Problem::NotADate : Problem::NotANumber;
    if (*entered != "[]") return Problem::None;
    if (question.isRequired()) return Problem::Missing;
    return mayStayEmpty(kind) || !canSkip() ? Problem::None : Problem::Choose;
}

/// False, with a problem: one is not right. `mayBeEmpty`: the person will pass here again, or is asked at the end.
bool SurveySession::keepAll(bool mayBeEmpty) {
    for (auto* question : questions()) {
        if (!question->isAsked()) continue;
        auto const entered = question->answers();
        if (mayBeEmpty && entered == "[]" && keep(*question, *entered)) continue;
        auto const problem = problemOf(*question, entered);
        if (problem != Problem::None) return setProblem(problem, question->address()), false;
        if (!keep(*question, *entered))
            return setProblem(problemOfRefused(question->kind()), question->address()), false;
    }
    return true;
}

void SurveySession::next() {
    if (m_stage != Stage::Asking || isBusy()) return;
    if (keepAll()) whenWritten(Then::Next);
}

void SurveySession::skip() {
    if (m_stage != Stage::Asking || isBusy()) return;
    if (canSkip()) {
        question()->takeBack();
        keep(*question(), "[]");
    } else if (question()->isAsked()) {
        return;
    }
    whenWritten(Then::Next);
}

void SurveySession::back() {
    if (isBusy()) return;
    if (m_stage == Stage::Reviewing && canChange()) return goBack();
    if (m_stage == Stage::Signing) return unsign();
    if (m_stage != Stage::Asking || !canGoBack()) return;
    for (auto* question : questions())
        if (question->isAsked()) keepOrRevert(*question);
    whenWritten(m_editing || m_position == 1 ? Then::Overview : Then::Back);
}

void SurveySession::overview() {
    if (m_stage != Stage::Asking || isBusy() || !isAnyOrder()) return;
    for (auto* question : questions())
        if (question->isAsked()) keepOrRevert(*question);
    whenWritten(Then::Overview);
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
    switch (then) {
    case Then::Nothing: return;
    case Then::Next: return goOn();
    case Then::Back: return goBack();
    case Then::Overview: return showReview();
    case Then::Goal: return showHolding(m_goal);
    case Then::Finish: return handIn();
    }
}

void SurveySession::goOn() {
    auto const pages = pagesOf(m_response);
    auto const following = indexOn(pages) + 1;
    auto const* page = m_editing ? nextUnseen(pages) : following < pages.size() ? &pages[following] : nullptr;
    if (page)
        show(*page);
    else
        showReview();
}

void SurveySession::goBack() {
    auto const pages = pagesOf(m_response);
    if (pages.empty()) return;
    auto const here = m_stage == Stage::Reviewing ? pages.size() : indexOn(pages);
    if (here > 0) show(pages[here - 1]);
}

void SurveySession::edit(QString const& address) {
    if (m_stage != Stage::Reviewing || isBusy() || !canChange()) return;
    m_editing = !isAnyOrder();
    showHolding(toUtf8(address));
}

void SurveySession::chooseTab(int tab) {
    if (m_stage != Stage::Asking || isBusy() || tab < 0 || std::size_t(tab) >= m_tabStarts.size()) return;
    if (!m_tabs[tab].toMap().value(QStringLiteral("enabled")).toBool() || !keepAll(true)) return;
    m_goal = m_tabStarts[std::size_t(tab)];
    whenWritten(Then::Goal);
}

/// What an edited answer made appear.
Page const* SurveySession::nextUnseen(std::vector<Page> const& pages) const {
    auto const isUnseen = [this](auto const* entry) { return !m_seen.contains(entry->address); };
    auto const found =
        std::ranges::find_if(pages, [&](Page const& page) { return std::ranges::any_of(page.entries, isUnseen); });
    return found == pages.end() ? nullptr : &*found;
}

/// Where the page that is shown is among all pages now.
std::size_t SurveySession::indexOn(std::vector<Page> const& pages) const {
    for (auto const* question : questions())
        for (std::size_t i = 0; i < pages.size(); ++i)
            if (pages[i].holds(question->place())) return i;
    return std::min(std::size_t(std::max(m_position - 1, 0)), pages.empty() ? 0 : pages.size() - 1);
}

void SurveySession::showHolding(std::string_view address) {
    auto const pages = pagesOf(m_response);
    auto const found = std::ranges::find_if(pages, [&](Page const& page) { return page.holds(address); });
    if (found == pages.end()) return pages.empty() ? showReview() : show(pages[indexOn(pages)]);
    auto const isHere = [&](Question const* question) { return found->holds(question->place()); };
    if (m_stage == Stage::Asking && std::ranges::any_of(questions(), isHere)) return refreshPage();
    show(*found);
}

void SurveySession::show(Page const& page) {
    m_before.clear();
    noteBefore(page);
    auto const before = leavePage();
    m_page.reset(new PageModel(m_response, page, language()));
    connect(m_page.get(), &PageModel::answered, this, [this](Question* question) { onAnswered(*question); });
    connect(m_page.get(), &PageModel::edited, this, [this](Question* question) { onEdited(*question); });
    m_pageId = toQt(page.id());
    describe(pagesOf(m_response));
    ask(Stage::Asking);
    m_review.clear();
}

/// What the form brought to the questions of the page, before the person has been at them.
void SurveySession::noteBefore(Page const& page) {
    for (auto const* entry : page.entries) m_before.try_emplace(entry->address, survey::answersText(*entry));
}

/// After a change that may concern what is on the page.
void SurveySession::refreshPage() {
    if (m_stage != Stage::Asking || !m_page) return;
    auto const pages = pagesOf(m_response);
    if (pages.empty()) return;
    noteBefore(pages[indexOn(pages)]);
    m_page->refresh(m_response, pages[indexOn(pages)], language());
    describe(pages);
    emit moved();
    emit worded();
}

/// The page before: it has to go after the screen that shows it.
std::unique_ptr<PageModel, DeleteLater> SurveySession::leavePage() {
    if (m_page) m_page->disconnect(this);
    m_pageId.clear();
    return std::move(m_page);
}

void SurveySession::showReview() {
    m_editing = false;
    m_review.show(m_response, language());
    auto const before = leavePage();
    ask(Stage::Reviewing);
}

/// Stage and page change together.
void SurveySession::ask(Stage stage) {
    m_stage = stage;
    setProblem(Problem::None);
    emit questionChanged();
    emit moved();
    emit worded();
    emit stageChanged();
}

void SurveySession::setProblem(Problem problem, QString const& address, QString const& text) {
    if (m_problem == problem && m_problemAddress == address && m_problemText == text) return;
    m_problem = problem;
    m_problemAddress = address;
    m_problemText = text;
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
