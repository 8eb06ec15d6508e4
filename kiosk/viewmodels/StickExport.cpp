#include "kiosk/viewmodels/StickExport.h"

#include "kiosk/core/base/Log.h"

namespace kiosk::viewmodels {

using namespace std::chrono_literals;

namespace {

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
    connect(&m_ticks, &QTimer::timeout, this, &StickExport::progressChanged);
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

void StickExport::open() {
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
    if (m_state != State::Ready || m_waiting == 0) return;
    m_copying = std::make_shared<Copying>();
    m_ticks.start();
    enter(State::Copying);
    auto const onStep = [shared = m_copying](std::size_t done, std::size_t all) {
        shared->share = double(done) / double(all);
        return !shared->isStopped;
    };
    m_desk.takeOut(m_stick.folder(), onStep, this, [this](auto const& result) { onWritten(result); });
}

void StickExport::onWritten(Result<takeout::Takeout> const& result) {
    m_copying.reset();
    m_ticks.stop();
    m_desk.report(staff::Action::ExportSealedData, result.has_value());
    if (m_state != State::Copying) return;
    auto const before = m_stick.isThere() ? State::Ready : State::NoStick;
    if (!result && result.error().kind == ErrorKind::Locked) return enter(before);
    if (!result) {
        base::log(base::LogLevel::Warning, "takeout", "failed", {{"why", result.error().text}});
        return enter(before, problemOf(result.error()));
    }
    m_copied = int(result->records);
    auto const asked = m_stick.release();
    if (asked) return enter(State::Releasing);
    base::log(base::LogLevel::Warning, "takeout", "not-released", {{"why", asked.error().text}});
    enter(State::Finished); // everything on it is synced
}

} // namespace kiosk::viewmodels
