#include "kiosk/app/Upkeep.h"

#include "kiosk/core/base/Log.h"

namespace kiosk::app {

namespace {

using viewmodels::Kiosk;
using namespace std::chrono_literals;

constexpr auto often = 1s;
constexpr auto seldom = 5s;
constexpr auto untilNextTry = 30s; // long enough to read the screen

} // namespace

Upkeep::Upkeep(viewmodels::StoreThread& store, Kiosk& kiosk) : m_store(store), m_kiosk(kiosk) {
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
    auto const trouble = result ? std::string() : result.error().text;
    if (!result && trouble != m_lastTrouble)
        base::log(base::LogLevel::Alarm, "upkeep", "not all done", {{"why", trouble}});
    m_lastTrouble = trouble;
    // The store refuses every call after a failed write (Store.h): say so before somebody starts to answer.
    bool const broken = !result && result.error().kind == ErrorKind::Internal;
    if (broken && !m_kiosk.isVisited() && m_kiosk.fault() == Kiosk::Fault::None)
        m_kiosk.raise(Kiosk::Fault::StorageFailed);
}

void Upkeep::takePack() {
    m_store.takeIncomingPack(this, [this](auto const& taken) {
        if (taken && *taken) m_kiosk.use(*taken);
        if (!taken) base::log(base::LogLevel::Alarm, "packs", "cannot be looked at", {{"why", taken.error().text}});
    });
}

void Upkeep::onFault() {
    if (m_kiosk.fault() == Kiosk::Fault::StorageFull)
        QTimer::singleShot(untilNextTry, &m_kiosk, &Kiosk::retry); // nothing to do by then: nothing done
    if (m_kiosk.fault() == Kiosk::Fault::StorageFailed) QTimer::singleShot(untilNextTry, this, &Upkeep::storeIsLost);
}

} // namespace kiosk::app
