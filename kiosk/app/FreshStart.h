#pragma once

#include "kiosk/viewmodels/StaffArea.h"
#include "kiosk/viewmodels/StoreThread.h"

#include <QTimer>

namespace kiosk::app {

/// Says when a visit is over and its process should end with it: the first screen is shown, the store has nothing left
/// to do that only this process knows of, and nobody has begun anything new. Who is quicker is served first; it is then
/// due after that visit. GUI thread.
class FreshStart : public QObject {
    Q_OBJECT
public:
    FreshStart(viewmodels::StoreThread& store, viewmodels::Kiosk& kiosk, viewmodels::StaffArea& staff);

signals:
    /// The program should end in order and start over.
    void due();

private:
    void onVisited();
    void ask();
    void answered(bool storeRests);

    viewmodels::StoreThread& m_store;
    viewmodels::Kiosk& m_kiosk;
    viewmodels::StaffArea& m_staff;
    QTimer m_timer; ///< runs from the end of a visit until it is due or the next one begins
};

} // namespace kiosk::app
