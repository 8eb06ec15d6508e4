#include "kiosk/viewmodels/Kiosk.h"

#include "kiosk/core/base/Log.h"
#include "kiosk/core/survey/Names.h"
#include "kiosk/viewmodels/Wording.h"

#include <QLocale>
#include <algorithm>
#include <array>

namespace kiosk::viewmodels {

namespace {

Kiosk::Fault faultOf(Error const& error) {
    return error.kind == ErrorKind::Full ? Kiosk::Fault::StorageFull : Kiosk::Fault::StorageFailed;
}

} // namespace

Kiosk::Kiosk(SurveyJournal& journal, device::IdleMonitor& idle, Clock const& clock, QStringList shippedLanguages,
             QObject* parent) :
    QObject(parent),
    m_journal(journal), m_idle(idle), m_clock(clock), m_shipped(std::move(shippedLanguages)),
    m_language(m_shipped.value(0)), m_quiet(clock) {
    connect(&m_idle, &device::IdleMonitor::warningChanged, this, &Kiosk::idleWarningChanged);
    connect(&m_idle, &device::IdleMonitor::secondsLeftChanged, this, &Kiosk::idleSecondsLeftChanged);
    connect(&m_idle, &device::IdleMonitor::expired, this, &Kiosk::leave);
}

void Kiosk::use(std::shared_ptr<const Catalogue> catalogue) {
    if (m_visited)
        m_nextCatalogue = std::move(catalogue);
    else
        apply(std::move(catalogue));
}

void Kiosk::apply(std::shared_ptr<const Catalogue> catalogue) {
    m_catalogue = std::move(catalogue);
    m_languages.clear();
    for (auto const& code : m_catalogue->settings().languages)
        if (m_shipped.contains(toQt(code)) && !m_catalogue->offeredIn(code).empty()) m_languages.append(toQt(code));
    if (m_languages.isEmpty()) m_languages = m_shipped.mid(0, 1);
    m_quiet.use(m_catalogue->settings().atBedside, m_catalogue->settings().quietHours);
    emit catalogueChanged();
    speak(m_languages.first());
    if (m_catalogue->offered().empty())
        raise(Fault::NothingToOffer);
    else if (m_fault == Fault::NothingToOffer)
        raise(Fault::None);
}

QString Kiosk::practiceName() const {
    return m_catalogue ? toQt(m_catalogue->settings().practice) : QString();
}

QString Kiosk::brandColour() const {
    return m_catalogue ? toQt(m_catalogue->settings().brandColour) : QString();
}

packs::Staff const& Kiosk::staff() const {
    static const packs::Staff nobody;
    return m_catalogue ? m_catalogue->staff() : nobody;
}

bool Kiosk::isRightToLeft() const {
    return QLocale(m_language).textDirection() == Qt::RightToLeft;
}

void Kiosk::raise(Fault fault) {
    if (m_fault == fault) return;
    m_fault = fault;
    emit faultChanged();
}

void Kiosk::retry() {
    if (m_fault != Fault::StorageFull && m_fault != Fault::StorageFailed) return;
    raise(Fault::None);
    leave(); // a pack that waited may bring a fault of its own
}

void Kiosk::welcome() {
    if (m_visited || m_fault != Fault::None || !m_catalogue) return;
    ++m_visit;
    setVisited(true);
    watch();
}

void Kiosk::welcomeByStaff(store::Mode mode) {
    welcome();
    if (m_visited) m_mode = mode;
}

void Kiosk::watch() {
    auto const& settings = m_catalogue->settings();
    m_idle.start({settings.idleWarning, settings.idleWipe});
}

void Kiosk::chooseLanguage(QString const& language) {
    if (m_languages.contains(language)) speak(language);
}

void Kiosk::speak(QString const& language) {
    m_instruments.show(m_catalogue, language);
    m_plan.speak(language);
    if (m_language == language) return;
    m_language = language;
    if (m_session) m_session->setLanguage(language);
    emit languageChanged();
}

void Kiosk::startSurvey(QString const& instrumentId) {
    if (!m_visited || m_busy || m_session) return;
    auto const offered = m_catalogue->offeredIn(toUtf8(m_language));
    auto const id = toUtf8(instrumentId);
    auto const instrument = std::ranges::find_if(offered, [&](auto const* each) { return each->id == id; });
    if (instrument != offered.end()) begin(**instrument, {});
}

bool Kiosk::asksWho() const {
    return m_catalogue && m_catalogue->settings().asksWhoAnswers;
}

void Kiosk::answeredBy(Who who) {
    namespace by = survey::names::answeredBy;
    static constexpr std::array codes{by::patient, by::parent, by::child, by::partner, by::relative, by::other};
    if (m_visited) m_answeredBy = codes.at(std::size_t(who));
}

Kiosk::Codes Kiosk::codes() const {
    auto const* codes = m_catalogue ? &m_catalogue->settings().visitCodes : nullptr;
    if (!codes || !*codes) return Codes::None;
    return (*codes)->only ? Codes::Only : Codes::Offered;
}

Kiosk::CodeAnswer Kiosk::enterCode(QString const& code) {
    auto const text = toUtf8(code);
    if (!m_visited || m_session || m_busy || codes() == Codes::None) return CodeAnswer::Unknown;
    if (text.size() < packs::visitCodeDigits) return CodeAnswer::TooShort;
    if (!packs::isVisitCode(text)) return CodeAnswer::Mistyped;
    auto forms = m_catalogue->assigned(text, toUtf8(m_language));
    if (forms.empty()) {
        auto const speaks = [&](auto const& each) { return !m_catalogue->assigned(text, toUtf8(each)).empty(); };
        return std::ranges::any_of(m_languages, speaks) ? CodeAnswer::NotInThisLanguage : CodeAnswer::Unknown;
    }
    m_code = text;
    m_plan.begin(std::move(forms), m_language);
    return CodeAnswer::Taken;
}

void Kiosk::takeCodeBack() {
    if (m_session || m_busy) return;
    m_code.clear();
    m_plan.clear();
}

void Kiosk::goOn() {
    bool const between = !m_session || m_session->stage() == SurveySession::Stage::Completed;
    if (m_visited && !m_busy && between && m_plan.hasMore()) begin(*m_plan.next(), m_code);
}

void Kiosk::askForContact() {
    if (m_busy || contact() != Contact::Offered) return;
    watch();
    // Without the code, which would tie name and answers.
    begin(*m_catalogue->find(m_catalogue->settings().contactRequest->form, toUtf8(m_language)), {});
}

void Kiosk::begin(Instrument const& instrument, std::string const& code) {
    setBusy(true);
    auto const draft = newDraft(instrument, code);
    m_journal.begin(draft, this, [this, chosen = instrument, draft, visit = m_visit](auto const& result) {
        if (visit == m_visit && m_visited)
            begun(chosen, draft, result);
        else
            m_journal.discard(draft.record, nullptr, {});
    });
}

store::Draft Kiosk::newDraft(Instrument const& instrument, std::string const& code) const {
    return {Uuid::random(), instrument.form->canonical(),
            instrument.id,  toUtf8(m_language),
            m_clock.now(),  {},
            m_mode,         code,
            m_answeredBy};
}

void Kiosk::begun(Instrument const& instrument, store::Draft const& draft, Result<void> const& result) {
    setBusy(false);
    if (!result) {
        base::log(base::LogLevel::Alarm, "kiosk", "no survey can be started", {{"why", result.error().text}});
        if (result.error().kind != ErrorKind::NotFound) raise(faultOf(result.error()));
        return leave();
    }
    auto const& contact = m_catalogue->settings().safetyContact;
    // The one before, handed in, shows its last screen until this one is there.
    auto const before = std::move(m_session);
    if (before) before->disconnect(this);
    m_session.reset(new SurveySession(instrument.form, draft, contact ? &*contact : nullptr, m_journal));
    m_form = instrument.form;
    m_session->setLanguage(m_language);
    connect(m_session.get(), &SurveySession::stageChanged, this, &Kiosk::onStage);
    emit sessionChanged();
    emit sessionStageChanged();
}

void Kiosk::onStage() {
    using Stage = SurveySession::Stage;
    if (m_session->stage() == Stage::Completed) onCompleted();
    if (m_session->stage() == Stage::Cancelled) return leave();
    emit sessionStageChanged();
}

void Kiosk::onCompleted() {
    ++m_past.handedIn;
    m_past.askedForContact = m_past.askedForContact || asksForContact(*m_form);
    m_past.safetyTold = m_past.safetyTold || m_session->wasSafetyTold();
    auto const& request = m_catalogue->settings().contactRequest;
    m_past.contactGiven = m_past.contactGiven || (request && m_form->id() == request->form);
    m_plan.advance();
    if (!m_plan.hasMore()) m_idle.stop(); // the last screen goes by itself
}

bool Kiosk::isHandedIn() const {
    return m_session && m_session->stage() == SurveySession::Stage::Completed;
}

Kiosk::Contact Kiosk::contact() const {
    if (m_past.contactGiven) return Contact::Given;
    auto const* request = m_catalogue ? &m_catalogue->settings().contactRequest : nullptr;
    bool const offered = request && *request && isHandedIn() && !m_plan.hasMore() && !m_past.askedForContact &&
                         m_catalogue->find((*request)->form, toUtf8(m_language));
    return offered ? Contact::Offered : Contact::None;
}

QString Kiosk::contactPromise() const {
    auto const* request = m_catalogue ? &m_catalogue->settings().contactRequest : nullptr;
    return request && *request && (*request)->promise ? spoken(*(*request)->promise, toUtf8(m_language)) : QString();
}

QString Kiosk::nextSteps() const {
    auto const* steps = m_catalogue ? &m_catalogue->settings().nextSteps : nullptr;
    return steps && *steps ? spoken(**steps, toUtf8(m_language)) : QString();
}

void Kiosk::leave() {
    m_idle.stop();
    endSession();
    m_past = {};
    m_plan.clear();
    m_code.clear();
    m_answeredBy.clear();
    emit sessionStageChanged();
    m_mode = store::Mode::Self;
    setBusy(false);
    setVisited(false);
    if (m_nextCatalogue)
        apply(std::exchange(m_nextCatalogue, nullptr));
    else if (!m_languages.isEmpty())
        speak(m_languages.first());
}

void Kiosk::endSession() {
    if (!m_session) return;
    m_session->disconnect(this);
    m_session->abandon();
    m_form.reset();
    auto const gone = std::move(m_session); // deleted after QML has let go of it
    emit sessionChanged();
}

void Kiosk::stay() {
    m_idle.stay();
}

void Kiosk::setVisited(bool visited) {
    if (m_visited == visited) return;
    m_visited = visited;
    emit visitedChanged();
}

void Kiosk::setBusy(bool busy) {
    if (m_busy == busy) return;
    m_busy = busy;
    emit busyChanged();
}

} // namespace kiosk::viewmodels
