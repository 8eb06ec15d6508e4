#include "sync/server/Projector.h"

#include "kiosk/core/base/Log.h"

#include <sys/resource.h>
#include <unistd.h>

using kiosk::base::LogLevel;

namespace sync_server {

namespace {

constexpr std::size_t atOnce = 64;
constexpr std::chrono::seconds pauseAfterError{2};
constexpr int background = 10;

void reportFailure(Projected const& projected) {
    if (projected.response) return;
    kiosk::base::log(LogLevel::Alarm, "projector", "envelope not readable",
                     {{"arrival", std::to_string(projected.arrival)}, {"reason", projected.response.error().text}});
}

} // namespace

Projector::Projector(std::unique_ptr<ServerStore> store, kiosk::crypto::Identity ingest, PackShelf const& packs) :
    m_store(std::move(store)), m_ingest(std::move(ingest)), m_forms(packs), m_thread([this] { run(); }) {}

Projector::~Projector() {
    {
        std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_changed.notify_one();
    m_thread.join();
}

void Projector::wake() {
    {
        std::lock_guard lock(m_mutex);
        m_work = true;
    }
    m_changed.notify_one();
}

void Projector::run() {
    setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), background); // on Linux this is of the thread alone
    bool again = false;
    while (waitForWork(again)) {
        auto more = projectSome();
        if (!more) kiosk::base::log(LogLevel::Warning, "projector", more.error().text);
        again = !more;
        if (more && *more) wake();
    }
}

/// False when it is time to stop. After an error there is work even if nothing new came in.
bool Projector::waitForWork(bool again) {
    std::unique_lock lock(m_mutex);
    if (again)
        m_changed.wait_for(lock, pauseAfterError, [this] { return m_stop; });
    else
        m_changed.wait(lock, [this] { return m_stop || m_work; });
    m_work = false;
    return !m_stop;
}

/// True if there may be more.
Result<bool> Projector::projectSome() {
    auto envelopes = TRY(m_store->unprojected(atOnce));
    std::vector<Projected> projections;
    for (auto const& [arrival, bytes] : envelopes) {
        projections.push_back({arrival, projectEnvelope(bytes, m_ingest, m_forms)});
        reportFailure(projections.back());
    }
    if (!projections.empty()) TRY(m_store->saveProjections(projections));
    return envelopes.size() == atOnce;
}

} // namespace sync_server
