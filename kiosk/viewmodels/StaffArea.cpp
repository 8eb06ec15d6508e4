#include "kiosk/viewmodels/StaffArea.h"

#include "kiosk/core/base/Log.h"
#include "kiosk/core/base/LogKeeper.h"
#include "kiosk/core/staff/OneTimeCode.h"
#include "kiosk/viewmodels/SettingsShown.h"
#include "kiosk/viewmodels/Wording.h"

#include <algorithm>

namespace kiosk::viewmodels {

namespace {

using namespace std::chrono_literals;

/// Below staff::Door::idleLimit, so that the screen is gone before the door would refuse.
constexpr device::IdleMonitor::Limits idleLimits{70s, 20s};
constexpr std::size_t eventsShown = 100, linesShown = 100;

/// In the order of the menu.
constexpr std::array menu{StaffArea::Task::StartSurvey,  StaffArea::Task::AssistedMode, StaffArea::Task::CleaningMode,
                          StaffArea::Task::DeviceStatus, StaffArea::Task::ShowSettings, StaffArea::Task::ViewAudit,
                          StaffArea::Task::Log,          StaffArea::Task::Export,       StaffArea::Task::Restart,
                          StaffArea::Task::Reset};

bool needsPatient(StaffArea::Task task) {
    return task == StaffArea::Task::StartSurvey || task == StaffArea::Task::AssistedMode;
}

/// What somebody does who is there; nothing: comes in, or chooses.
std::optional<StaffArea::Task> taskOf(StaffArea::Place place) {
    using Place = StaffArea::Place;
    using Task = StaffArea::Task;
    switch (place) {
    case Place::Status: return Task::DeviceStatus;
    case Place::Cleaning: return Task::CleaningMode;
    case Place::Settings: return Task::ShowSettings;
    case Place::Audit: return Task::ViewAudit;
    case Place::Log: return Task::Log;
    case Place::Export: return Task::Export;
    case Place::Reset:
    case Place::ResetAgain: return Task::Reset;
    default: return std::nullopt;
    }
}

QString nameOf(packs::Staff const& staff, Json const& who) {
    auto const id = who.is_string() ? Uuid::parse(who.get<std::string>()) : fail(ErrorKind::Invalid, "");
    auto const* member = id ? staff.find(*id) : nullptr;
    return member ? toQt(member->name) : QString();
}

QVariantMap eventOf(store::AuditRow const& row, packs::Staff const& staff) {
    auto detail = Json::parse(row.detail, nullptr, false);
    QStringList words;
    for (auto const& [key, value] : detail.items())
        if (key != "who") words.append(toQt(value.is_string() ? value.get<std::string>() : value.dump()));
    return {{QStringLiteral("when"), toQt(base::toIsoText(row.at))},
            {QStringLiteral("what"), toQt(row.event)},
            {QStringLiteral("who"), nameOf(staff, detail.value("who", Json()))},
            {QStringLiteral("detail"), words.join(QLatin1String(", "))}};
}

QVariantMap mapOf(DeviceStatus const& status) {
    QStringList refused;
    for (auto const& [number, reason] : status.refused)
        refused.append(QString::number(number) + QLatin1Char(' ') + toQt(reason));
    return {{QStringLiteral("waiting"), quint64(status.waiting)},
            {QStringLiteral("sealed"), quint64(status.sealed)},
            {QStringLiteral("receipted"), quint64(status.receipted)},
            {QStringLiteral("refused"), refused},
            {QStringLiteral("freeBytes"), quint64(status.freeBytes)},
            {QStringLiteral("clock"), toQt(base::toIsoText(status.now))},
            {QStringLiteral("version"), QStringLiteral(CANDOR_VERSION)},
            {QStringLiteral("packVersion"), quint64(status.packVersion)},
            {QStringLiteral("packExpires"), toQt(base::toIsoText(status.packExpires))},
            {QStringLiteral("device"), toQt(status.device.toString())}};
}

} // namespace

StaffArea::StaffArea(StaffDesk& desk, Kiosk& kiosk, device::IdleMonitor& idle, System const& system, QObject* parent) :
    QObject(parent), m_desk(desk), m_kiosk(kiosk), m_idle(idle), m_requests(system.requests),
    m_takeout(desk, system.stick), m_digits(staff::longestPin) {
    connect(&m_takeout, &StickExport::copyingChanged, this, [this](bool copying) {
        if (copying)
            m_idle.stop();
        else if (m_place != Place::Closed)
            m_idle.start(idleLimits);
    });
    connect(&m_idle, &device::IdleMonitor::expired, this, [this] { leaveFor(staff::SignOff::Idle); });
    connect(&m_kiosk, &Kiosk::catalogueChanged, this, &StaffArea::onStaff);
    connect(&m_ticks, &QTimer::timeout, this, &StaffArea::tick);
    m_ticks.setInterval(1s);
}

QStringList StaffArea::names() const {
    QStringList names;
    for (auto const& each : m_kiosk.staff().members) names.append(toQt(each.name));
    return names;
}

packs::Member const* StaffArea::member() const {
    return m_user ? m_kiosk.staff().find(*m_user) : nullptr;
}

QString StaffArea::name() const {
    return member() ? toQt(member()->name) : QString();
}

QList<int> StaffArea::tasks() const {
    QList<int> tasks;
    if (!member() || m_place < Place::Menu) return tasks;
    bool const isOutOfService = m_kiosk.fault() != Kiosk::Fault::None;
    for (auto const task : menu)
        if (staff::mayDo(member()->roles, staff::Action(task)) && !(isOutOfService && needsPatient(task)))
            tasks.append(int(task));
    return tasks;
}

int StaffArea::most() const {
    return int(m_place == Place::Code ? staff::codeDigits : staff::longestPin);
}

QVariantList StaffArea::settings() const {
    if (m_place != Place::Settings) return {};
    return shown(m_kiosk.catalogue()->settings(), toUtf8(m_kiosk.language()));
}

QStringList StaffArea::log() const {
    QStringList lines;
    if (m_place != Place::Log) return lines;
    for (auto const& line : base::keptLog(linesShown)) lines.append(toQt(line));
    return lines;
}

void StaffArea::onStaff() {
    emit staffChanged();
    if (m_user && !member())
        leave(); // the door has signed them off already
    else if (auto const task = taskOf(m_place); task && !tasks().contains(int(*task)))
        leave(); // their roles are others now
}

void StaffArea::open() {
    if (m_place != Place::Closed || m_kiosk.isVisited() || !isAvailable()) return;
    ++m_round;
    m_idle.start(idleLimits);
    go(Place::Names);
}

void StaffArea::go(Place place) {
    forgetTyped();
    tell(Problem::None);
    m_place = place;
    if (m_place >= Place::ChoosePin) m_desk.stay();
    emit placeChanged();
}

void StaffArea::leave() {
    leaveFor(staff::SignOff::Asked);
}

void StaffArea::leaveFor(staff::SignOff why) {
    if (m_place == Place::Closed) return;
    ++m_round;
    m_takeout.close();
    m_desk.signOff(why);
    m_idle.stop();
    m_user.reset();
    m_firstPin.reset();
    m_status.clear();
    m_events.clear();
    setBusy(false);
    go(Place::Closed);
    m_kiosk.leave(); // the practice's first language again
}

void StaffArea::setBusy(bool busy) {
    if (m_busy == busy) return;
    m_busy = busy;
    emit busyChanged();
}

void StaffArea::tell(Problem problem, std::chrono::seconds wait) {
    m_problem = problem;
    m_wait = wait;
    if (wait > 0s)
        m_ticks.start();
    else
        m_ticks.stop();
    emit problemChanged();
}

void StaffArea::tick() {
    if (m_wait > 1s)
        tell(Problem::Wait, m_wait - 1s);
    else
        tell(Problem::None);
}

void StaffArea::chooseName(int index) {
    auto const& members = m_kiosk.staff().members;
    if (m_place != Place::Names || m_busy || index < 0 || std::size_t(index) >= members.size()) return;
    m_user = members[std::size_t(index)].id;
    askStanding();
}

void StaffArea::askStanding() {
    setBusy(true);
    m_desk.standing(*m_user, this, [this, round = m_round](auto const& result) {
        if (round == m_round) onStanding(result);
    });
}

void StaffArea::onStanding(Result<staff::Standing> const& result) {
    setBusy(false);
    if (!result) return tell(Problem::NotKept);
    if (m_place == Place::Names) go(result->hasPin ? Place::Pin : Place::Code);
    auto const wait = m_place == Place::Pin ? result->pinWait : result->codeWait;
    if (result->isClosed) return tell(Problem::Closed);
    if (m_place == Place::Pin && result->pinIsClosed) return tell(Problem::PinClosed);
    if (wait > 0s) tell(Problem::Wait, wait);
}

void StaffArea::useCode() {
    if (m_place != Place::Pin || m_busy) return;
    go(Place::Code);
    askStanding();
}

void StaffArea::press(int digit) {
    bool const isTyping = m_place >= Place::Pin && m_place <= Place::RepeatPin;
    bool const isShut = m_problem == Problem::Wait || m_problem == Problem::Closed || m_problem == Problem::PinClosed;
    if (!isTyping || isShut || m_busy || digit < 0 || digit > 9 || int(m_typed) >= most()) return;
    m_digits.data()[m_typed++] = static_cast<std::uint8_t>('0' + digit);
    if (m_problem != Problem::None) tell(Problem::None);
    if (m_place >= Place::ChoosePin) m_desk.stay();
    emit typedChanged();
}

void StaffArea::erase() {
    if (m_typed == 0 || m_busy) return;
    m_digits.data()[--m_typed] = 0;
    emit typedChanged();
}

void StaffArea::forgetTyped() {
    m_digits = SecretBytes(m_digits.size());
    m_typed = 0;
    emit typedChanged();
}

SecretBytes StaffArea::takeTyped() {
    SecretBytes typed(m_digits.view().first(m_typed));
    forgetTyped();
    return typed;
}

void StaffArea::enter() {
    if (m_busy || m_typed == 0) return;
    switch (m_place) {
    case Place::Pin: return tryPin();
    case Place::Code: return tryCode();
    case Place::ChoosePin: return firstPin();
    case Place::RepeatPin: return secondPin();
    default: return;
    }
}

void StaffArea::tryPin() {
    setBusy(true);
    m_desk.withPin(*m_user, takeTyped(), this, [this, round = m_round](auto const& result) {
        if (round == m_round) onAnswer(result, Place::Menu);
    });
}

void StaffArea::tryCode() {
    setBusy(true);
    m_desk.withCode(*m_user, takeTyped(), this, [this, round = m_round](auto const& result) {
        if (round == m_round) onAnswer(result, Place::ChoosePin);
    });
}

void StaffArea::onAnswer(Result<staff::Answer> const& result, Place next) {
    setBusy(false);
    if (!result) return tell(Problem::NotKept);
    if (*result == staff::Answer::Right) return go(next);
    tell(Problem::Wrong);
    askStanding(); // says whether to wait
}

void StaffArea::firstPin() {
    auto const fault = staff::checkPin(asText(m_digits.view().first(m_typed)));
    if (fault != staff::PinFault::None) {
        forgetTyped();
        return tell(fault == staff::PinFault::TooShort ? Problem::TooShort : Problem::TooSimple);
    }
    m_firstPin = takeTyped();
    go(Place::RepeatPin);
}

void StaffArea::secondPin() {
    auto second = takeTyped();
    bool const isSame = m_firstPin && std::ranges::equal(m_firstPin->view(), second.view());
    m_firstPin.reset();
    if (!isSame) {
        go(Place::ChoosePin);
        return tell(Problem::NotSame);
    }
    setBusy(true);
    m_desk.choosePin(std::move(second), this, [this, round = m_round](auto const& result) {
        if (round == m_round) onChosen(result);
    });
}

void StaffArea::onChosen(Result<staff::PinFault> const& result) {
    setBusy(false);
    if (result && *result == staff::PinFault::None) return go(Place::Menu);
    bool const isTooLate = !result && result.error().kind == ErrorKind::Denied;
    go(isTooLate ? Place::Code : Place::ChoosePin); // the code counts again
    tell(result ? Problem::TooSimple : Problem::NotKept);
}

void StaffArea::choose(int task) {
    if (m_place != Place::Menu || m_busy || !tasks().contains(task)) return;
    setBusy(true);
    m_desk.permit(staff::Action(task), this, [this, task, round = m_round](auto const& result) {
        if (round != m_round) return;
        setBusy(false);
        if (result) return perform(Task(task));
        if (result.error().kind != ErrorKind::Denied) return tell(Problem::NotKept);
        leaveFor(staff::SignOff::Idle);
    });
}

void StaffArea::perform(Task task) {
    switch (task) {
    case Task::StartSurvey: return startVisit(store::Mode::Self);
    case Task::AssistedMode: return startVisit(store::Mode::Assisted);
    case Task::DeviceStatus: return showStatus(Place::Status);
    case Task::Reset: return showStatus(Place::Reset); // what would be lost
    case Task::ShowSettings: return go(Place::Settings);
    case Task::Log: return go(Place::Log);
    case Task::ViewAudit: return showEvents();
    case Task::Restart: return emit restartWanted();
    case Task::Export: m_takeout.open(*m_user); return go(Place::Export);
    case Task::CleaningMode:
        m_idle.stop(); // wiping is no sign of anybody, and ends by itself
        return go(Place::Cleaning);
    case Task::Language: return;
    }
}

void StaffArea::startVisit(store::Mode mode) {
    leave();
    m_kiosk.welcomeByStaff(mode);
}

void StaffArea::showStatus(Place place) {
    setBusy(true);
    m_desk.status(this, [this, place, round = m_round](auto const& result) {
        if (round != m_round) return;
        setBusy(false);
        if (!result) return tell(Problem::NotKept);
        m_status = mapOf(*result);
        emit statusChanged();
        go(place);
    });
}

void StaffArea::confirmReset() {
    if (m_place == Place::Reset) return go(Place::ResetAgain);
    if (m_place == Place::ResetAgain) eraseKiosk();
}

/// May they still, after all they read and thought?
void StaffArea::eraseKiosk() {
    setBusy(true);
    m_desk.permit(staff::Action::FactoryReset, this, [this, round = m_round](auto const& permitted) {
        if (round != m_round) return;
        setBusy(false);
        if (!permitted) return leaveFor(staff::SignOff::Idle);
        auto const asked = m_requests.factoryReset();
        m_desk.report(*m_user, staff::Action::FactoryReset, asked.has_value());
        if (asked) return go(Place::Erasing);
        base::log(base::LogLevel::Warning, "staff", "not-erased", {{"why", asked.error().text}});
        tell(Problem::NotErased);
    });
}

void StaffArea::showEvents() {
    setBusy(true);
    m_desk.lastAudit(eventsShown, this, [this, round = m_round](auto const& result) {
        if (round != m_round) return;
        setBusy(false);
        if (!result) return tell(Problem::NotKept);
        m_events.clear();
        for (auto const& row : *result) m_events.append(eventOf(row, m_kiosk.staff()));
        emit eventsChanged();
        go(Place::Audit);
    });
}

void StaffArea::chooseLanguage(QString const& language) {
    if (m_place != Place::Menu || m_busy) return;
    setBusy(true);
    m_desk.permit(staff::Action::LanguageAndVolume, this, [this, language, round = m_round](auto const& result) {
        if (round != m_round) return;
        setBusy(false);
        if (result) return m_kiosk.chooseLanguage(language);
        if (result.error().kind == ErrorKind::Denied) return leaveFor(staff::SignOff::Idle);
        tell(Problem::NotKept);
    });
}

void StaffArea::cleaned() {
    if (m_place != Place::Cleaning) return;
    m_idle.start(idleLimits);
    go(Place::Menu);
}

void StaffArea::back() {
    if (m_busy) return;
    switch (m_place) {
    case Place::Pin:
    case Place::Code:
    case Place::ChoosePin:
    case Place::RepeatPin:
        m_firstPin.reset();
        m_desk.signOff(staff::SignOff::Asked);
        m_user.reset();
        return go(Place::Names);
    case Place::Status:
    case Place::Settings:
    case Place::Audit:
    case Place::Log:
    case Place::Reset:
    case Place::ResetAgain: return go(Place::Menu);
    case Place::Erasing: return;
    case Place::Export: m_takeout.close(); return go(Place::Menu);
    default: return leave();
    }
}

} // namespace kiosk::viewmodels
