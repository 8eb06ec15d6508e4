#include "kiosk/app/FreshStart.h"

namespace kiosk::app {

namespace {

using viewmodels::Kiosk;
using viewmodels::StaffArea;
using namespace std::chrono_literals;

/// Longer than the first screen takes to come (Theme.gentle), shorter than it takes no tap (Theme.tapPause).
constexpr auto untilFirstScreen = 250ms;
constexpr auto untilNextTry = 1s;

} // namespace

FreshStart::FreshStart(viewmodels::StoreThread& store, Kiosk& kiosk, StaffArea& staff) :
    m_store(store), m_kiosk(kiosk), m_staff(staff) {
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &FreshStart::ask);
    connect(&kiosk, &Kiosk::visitedChanged, this, &FreshStart::onVisited);
}

void FreshStart::onVisited() {
    if (m_kiosk.isVisited())
        m_timer.stop();
    else
        m_timer.start(untilFirstScreen);
}

void FreshStart::ask() {
    m_store.askAtRest(this, [this](auto const& rests) { answered(rests && *rests); });
}

void FreshStart::answered(bool storeRests) {
    if (m_kiosk.isVisited()) return; // it ends too
    bool const isFree = m_kiosk.fault() == Kiosk::Fault::None && m_staff.place() == StaffArea::Place::Closed;
    if (storeRests && isFree)
        emit due();
    else
        m_timer.start(untilNextTry);
}

} // namespace kiosk::app
