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
    Upkeep(viewmodels::StoreThread& store, viewmodels::Kiosk& kiosk);

signals:
    /// The store has to be opened again: the program should end with a status that has it started anew.
    void storeIsLost();

private:
    void tidyUp();
    void tidied(Result<void> const& result);
    void takePack();
    void onFault();

    viewmodels::StoreThread& m_store;
    viewmodels::Kiosk& m_kiosk;
    QTimer m_often;
    QTimer m_seldom;
    std::string m_lastTrouble; ///< so that one trouble is logged once
    bool m_tidying = false;
};

} // namespace kiosk::app
