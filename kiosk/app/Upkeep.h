#pragma once

#include "kiosk/viewmodels/Kiosk.h"
#include "kiosk/viewmodels/StoreThread.h"

#include <QTimer>

namespace kiosk::app {

/// What is due between visits, by the clock: publishing, forgetting what is receipted, taking newer packs, and trying
/// again after a fault. GUI thread; the work itself is done on the store's.
class Upkeep : public QObject {
    Q_OBJECT
public:
    /// `untilNextTry`: long enough to read the screen that tells of a fault.
    Upkeep(viewmodels::StoreThread& store, viewmodels::Kiosk& kiosk,
           std::chrono::milliseconds untilNextTry = std::chrono::seconds(30));

    /// Somebody of the staff is at work behind a fault: what is tried again after it waits until they have gone.
    void setHeld(bool held);

signals:
    /// The store has to be opened again: the program should end with a status that has it started anew.
    void storeIsLost();

private:
    void tidyUp();
    void tidied(Result<void> const& result);
    void takePack();
    void onFault();
    void tryAgain();

    viewmodels::StoreThread& m_store;
    viewmodels::Kiosk& m_kiosk;
    QTimer m_often;
    QTimer m_seldom;
    QTimer m_nextTry;
    bool m_held = false;
    std::string m_lastTrouble; ///< so that one trouble is logged once
    std::string m_lastPackTrouble;
    bool m_tidying = false;
};

} // namespace kiosk::app
