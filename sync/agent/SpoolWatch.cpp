#include "sync/agent/SpoolWatch.h"

#include <array>
#include <sys/inotify.h>
#include <unistd.h>

namespace sync_agent {

namespace {

void drain(int descriptor) {
    alignas(inotify_event) std::array<char, 16384> events{};
    while (read(descriptor, events.data(), events.size()) > 0) {
    }
}

} // namespace

kiosk::Result<SpoolWatch> SpoolWatch::start(sync_http::EventLoop& loop, kiosk::Path const& folder,
                                            sync_http::EventLoop::Callback callback) {
    int descriptor = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (descriptor < 0) return kiosk::fail(kiosk::base::systemError(folder, "cannot be watched"));
    SpoolWatch watch(descriptor, {});
    if (inotify_add_watch(descriptor, folder.c_str(), IN_MOVED_TO | IN_CREATE) < 0)
        return kiosk::fail(kiosk::base::systemError(folder, "cannot be watched"));
    watch.m_handle = loop.watch(descriptor, [descriptor, callback = std::move(callback)] {
        drain(descriptor);
        callback();
    });
    return watch;
}

SpoolWatch::~SpoolWatch() {
    m_handle = {};
    if (m_descriptor >= 0) close(m_descriptor);
}

} // namespace sync_agent
