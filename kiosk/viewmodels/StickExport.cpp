#include "kiosk/viewmodels/StickExport.h"

#include "kiosk/core/base/Log.h"

#include <thread>
#include <utility>

namespace kiosk::viewmodels {

using namespace std::chrono_literals;

namespace {

constexpr auto hangs = 60s; // without a single file

using Problem = StickExport::Problem;

Problem problemOf(Error const& error) {
    switch (error.kind) {
    case ErrorKind::Full: return Problem::Full;
    case ErrorKind::Denied: return Problem::ReadOnly;
    case ErrorKind::Corrupt: return Problem::Altered;
    default: return Problem::PulledOut;
    }
}

} // namespace

StickExport::StickExport(StaffDesk& desk, device::UsbStick& stick, QObject* parent) :
    QObject(parent), m_desk(desk), m_stick(stick) {
    connect(&m_stick, &device::UsbStick::thereChanged, this, &StickExport::onStick);
    connect(&m_ticks, &QTimer::timeout, this, &StickExport::look);
    m_ticks.setInterval(100ms);
}

StickExport::~StickExport() {
    stop();
}

void StickExport::enter(State state, Problem problem) {
    bool const wasCopying = m_state == State::Copying;
    m_state = state;
    m_problem = problem;
    emit changed();
    if (bool const copies = state == State::Copying; copies != wasCopying) emit copyingChanged(copies);
}

void StickExport::open(Uuid const& who) {
    m_who = who;
    m_copied = 0;
    m_waiting = 0;
    enter(m_stick.isThere() ? State::Ready : State::NoStick);
    m_stick.watch(true);
    m_desk.status(this, [this](Result<DeviceStatus> const& status) {
        if (!status) return enter(m_state, Problem::Kiosk);
        m_waiting = int(status->waiting + status->refused.size());
        emit changed();
    });
}

void StickExport::close() {
    stop();
    m_stick.watch(false);
    enter(State::Closed);
}

void StickExport::stop() {
    if (m_copying) m_copying->isStopped = true;
}

void StickExport::onStick() {
    if (m_state == State::NoStick && m_stick.isThere())
        enter(State::Ready);
    else if (m_state == State::Ready && !m_stick.isThere())
        enter(State::NoStick);
    else if (m_state == State::Releasing && !m_stick.isThere())
        enter(State::Finished);
}

void StickExport::start() {
    if (m_state != State::Ready || m_copying || m_waiting == 0) return; // one that was stopped may not have ended yet
    enter(State::Copying);
    m_desk.load(this, [this](auto const& load) {
        if (m_state != State::Copying) return;
        if (load) return copy(*load);
        enter(State::Ready, Problem::Kiosk);
    });
}

void StickExport::copy(std::shared_ptr<const takeout::Load> const& load) {
    m_copying = std::make_shared<Copying>();
    m_lastShare = 0;
    m_patience.setRemainingTime(hangs);
    m_ticks.start();
    std::thread([load, shared = m_copying, folder = m_stick.folder()] {
        shared->result = takeout::writeTakeout(folder, *load, [&](std::size_t done, std::size_t all) {
            shared->share = double(done) / double(all);
            return !shared->isStopped;
        });
        shared->isOver = true;
    }).detach();
}

void StickExport::look() {
    emit progressChanged();
    auto const copying = m_copying;
    if (copying->isOver) return end(copying->result, copying->isStopped);
    if (std::exchange(m_lastShare, copying->share.load()) != copying->share) m_patience.setRemainingTime(hangs);
    if (!m_patience.hasExpired()) return;
    copying->isStopped = true;
    end(fail(ErrorKind::Internal, "the stick hangs"), false);
}

void StickExport::end(Result<takeout::Takeout> const& result, bool wasStopped) {
    m_copying.reset();
    m_ticks.stop();
    m_desk.report(m_who, staff::Action::ExportSealedData, result.has_value());
    auto const before = m_stick.isThere() ? State::Ready : State::NoStick;
    if (result) m_copied = int(result->records);
    auto const asked = result ? m_stick.release() : Result<void>();
    if (!asked) base::log(base::LogLevel::Warning, "takeout", "not-released", {{"why", asked.error().text}});
    if (m_state != State::Copying) return;                                // nobody looks any more
    if (result) return enter(asked ? State::Releasing : State::Finished); // everything on it is synced
    if (wasStopped) return enter(before);
    base::log(base::LogLevel::Warning, "takeout", "failed", {{"why", result.error().text}});
    enter(before, problemOf(result.error()));
}

} // namespace kiosk::viewmodels
