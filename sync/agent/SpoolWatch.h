#pragma once

#include "kiosk/core/base/File.h"
#include "sync/http/EventLoop.h"

namespace sync_agent {

/// Calls back on the loop's thread when something was put into a folder (inotify). Several changes may come as one
/// call.
class SpoolWatch {
public:
    [[nodiscard]] static kiosk::Result<SpoolWatch> start(sync_http::EventLoop& loop, kiosk::Path const& folder,
                                                         sync_http::EventLoop::Callback callback);
    SpoolWatch(SpoolWatch&& other) noexcept :
        m_descriptor(std::exchange(other.m_descriptor, -1)), m_handle(std::move(other.m_handle)) {}
    SpoolWatch& operator=(SpoolWatch&&) = delete;
    ~SpoolWatch();

private:
    SpoolWatch(int descriptor, sync_http::EventLoop::Handle handle) :
        m_descriptor(descriptor), m_handle(std::move(handle)) {}
    int m_descriptor;
    sync_http::EventLoop::Handle m_handle;
};

} // namespace sync_agent
