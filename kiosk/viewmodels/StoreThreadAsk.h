#pragma once

// Inside the sources of StoreThread only.

#include "kiosk/core/base/Log.h"
#include "kiosk/viewmodels/StoreThread.h"

#include <QPointer>
#include <typeinfo>

namespace kiosk::viewmodels {

/// Ours do not throw; what the standard library throws (a disk that gives up, no memory) must not end the kiosk.
template <typename Work>
auto caught(Work const& work, Storeroom& room) -> decltype(work(room)) {
    try {
        return work(room);
    } catch (std::exception const& fault) {
        base::log(base::LogLevel::Alarm, "store", "unforeseen", {{"why", typeid(fault).name()}});
        return fail(ErrorKind::Internal, "the store gave up");
    }
}

template <typename Work, typename After>
void StoreThread::ask(QObject* living, Work work, After then) {
    auto there = [this, guard = QPointer<QObject>(living), work = std::move(work), then = std::move(then)] {
        auto here = [guard, then, result = caught(work, *m_room)] {
            if (guard) then(result);
        };
        QMetaObject::invokeMethod(this, std::move(here), Qt::QueuedConnection);
    };
    QMetaObject::invokeMethod(&m_worker, std::move(there), Qt::QueuedConnection);
}

} // namespace kiosk::viewmodels
