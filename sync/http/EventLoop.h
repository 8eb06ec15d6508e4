#pragma once

#include "kiosk/core/base/Result.h"

#include <chrono>
#include <functional>
#include <initializer_list>
#include <memory>

namespace sync_http {

/// One thread's wait for sockets, timers, files and signals. Everything handed to it runs on the thread inside run();
/// only post() and stop() may be called from other threads. Callbacks must not throw.
class EventLoop {
public:
    using Callback = std::function<void()>;

    EventLoop();
    ~EventLoop();
    EventLoop(EventLoop const&) = delete;
    EventLoop& operator=(EventLoop const&) = delete;

    /// Runs callbacks until stop(). May be called again afterwards.
    void run();
    void stop();
    void post(Callback callback);

    /// A pending call or watch; it ends with the handle. The handle must not outlive the loop.
    class Handle {
    public:
        Handle() = default;
        template <typename Token>
        explicit Handle(std::shared_ptr<Token> token) : m_token(std::move(token)) {}

    private:
        std::shared_ptr<void> m_token;
    };

    /// Calls back once, after `delay` of the steady clock: setting the calendar does not move it.
    [[nodiscard]] Handle after(std::chrono::milliseconds delay, Callback callback);
    /// Calls back each time `descriptor` (not owned, must outlive the handle) has something to read.
    [[nodiscard]] Handle watch(int descriptor, Callback callback);
    /// Calls back on each of these signals instead of their default action.
    [[nodiscard]] Handle onSignals(std::initializer_list<int> signals, Callback callback);

    struct Impl; ///< Asio's side, for the sources of this module
    [[nodiscard]] Impl& impl() { return *m_impl; }

private:
    std::unique_ptr<Impl> m_impl;
};

} // namespace sync_http
