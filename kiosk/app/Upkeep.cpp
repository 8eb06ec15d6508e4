#include "kiosk/app/Upkeep.h"

#include "kiosk/core/base/Log.h"

namespace kiosk::app {

namespace {

using viewmodels::Kiosk;
using namespace std::chrono_literals;

constexpr auto often = 1s;
constexpr auto seldom = 5s;

void alarmOnce(std::string& last, std::string_view area, std::string_view what, std::string trouble) {
    if (!trouble.empty() && trouble != last) base::log(base::LogLevel::Alarm, area, what, {{"why", trouble}});
    last = std::move(trouble);
}

} // namespace

Upkeep::Upkeep(viewmodels::StoreThread& store, Kiosk& kiosk, std::chrono::milliseconds untilNextTry) :
    m_store(store), m_kiosk(kiosk) {
    m_nextTry.setSingleShot(true);
    m_nextTry.setInterval(untilNextTry);
    connect(&m_nextTry, &QTimer::timeout, this, &Upkeep::tryAgain);
    connect(&m_often, &QTimer::timeout, this, &Upkeep::tidyUp);
    connect(&m_seldom, &QTimer::timeout, this, &Upkeep::takePack);
    connect(&kiosk, &Kiosk::faultChanged, this, &Upkeep::onFault);
    m_often.start(often);
    m_seldom.start(seldom);
    tidyUp();
}

void Upkeep::tidyUp() {
    if (std::exchange(m_tidying, true)) return; // the disk is slow: one at a time
    m_store.tidyUp(this, [this](auto const& result) { tidied(result); });
}

void Upkeep::tidied(Result<void> const& result) {
    m_tidying = false;
    alarmOnce(m_lastTrouble, "upkeep", "not all done", result ? std::string() : result.error().text);
    // The store refuses every call after a failed write (Store.h): say so before somebody starts to answer.
    bool const broken = !result && result.error().kind == ErrorKind::Internal;
    if (broken && !m_kiosk.isVisited() && m_kiosk.fault() == Kiosk::Fault::None)
        m_kiosk.raise(Kiosk::Fault::StorageFailed);
}

void Upkeep::takePack() {
    m_store.takeIncomingPack(this, [this](auto const& taken) {
        if (taken && *taken) m_kiosk.use(*taken);
        alarmOnce(m_lastPackTrouble, "packs", "cannot be taken", taken ? std::string() : taken.error().text);
    });
}

void Upkeep::setHeld(bool held) {
    m_held = held;
    onFault();
}

void Upkeep::onFault() {
    auto const fault = m_kiosk.fault();
    bool const mayPass = fault == Kiosk::Fault::StorageFull || fault == Kiosk::Fault::StorageFailed;
    if (mayPass && !m_held)
        m_nextTry.start();
    else
        m_nextTry.stop(); // somebody tried again meanwhile: whoever answers now is not to be cut off
}

void Upkeep::tryAgain() {
    if (m_kiosk.fault() == Kiosk::Fault::StorageFull)
        m_kiosk.retry();
    else
        emit storeIsLost();
}

} // namespace kiosk::app
