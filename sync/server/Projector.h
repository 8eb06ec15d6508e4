#pragma once

#include "sync/server/Projection.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace sync_server {

/// Looks into envelopes that came in and keeps what it finds beside them, on a thread of its own with low priority: a
/// receipt never waits for it. Goes on where it stopped, after a restart too.
class Projector {
public:
    /// Owns its store. `packs` must outlive it.
    Projector(std::unique_ptr<ServerStore> store, kiosk::crypto::Identity ingest, PackShelf const& packs);
    ~Projector();
    Projector(Projector const&) = delete;
    Projector& operator=(Projector const&) = delete;

    /// Something came in. Any thread.
    void wake();

private:
    void run();
    [[nodiscard]] Result<bool> projectSome();
    [[nodiscard]] bool waitForWork(bool again);

    std::unique_ptr<ServerStore> m_store;
    kiosk::crypto::Identity m_ingest;
    FormLibrary m_forms;

    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_work = true;  ///< GUARDED_BY m_mutex
    bool m_stop = false; ///< GUARDED_BY m_mutex
    std::thread m_thread;
};

} // namespace sync_server
