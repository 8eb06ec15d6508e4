#include "sync/http/EventLoopImpl.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>

namespace asio = boost::asio;

namespace sync_http {

namespace {

struct Timer {
    asio::steady_timer timer;
    EventLoop::Callback callback;
};

struct Watch {
    asio::posix::stream_descriptor descriptor;
    EventLoop::Callback callback;
    ~Watch() { descriptor.release(); }
};

struct Signals {
    asio::signal_set set;
    EventLoop::Callback callback;
};

/// Keeps the token alive during its own callback, which may drop the handle.
template <typename Token>
bool call(std::weak_ptr<Token> const& weak, boost::system::error_code const& error) {
    auto token = weak.lock();
    if (!token || error) return false;
    token->callback();
    return token.use_count() > 1;
}

void waitAgain(std::shared_ptr<Watch> const& watch) {
    watch->descriptor.async_wait(asio::posix::stream_descriptor::wait_read,
                                 [weak = std::weak_ptr(watch)](boost::system::error_code const& error) {
                                     if (call(weak, error)) waitAgain(weak.lock());
                                 });
}

void waitAgain(std::shared_ptr<Signals> const& signals) {
    signals->set.async_wait([weak = std::weak_ptr(signals)](boost::system::error_code const& error, int) {
        if (call(weak, error)) waitAgain(weak.lock());
    });
}

} // namespace

EventLoop::EventLoop() : m_impl(std::make_unique<Impl>()) {}
EventLoop::~EventLoop() = default;

void EventLoop::run() {
    {
        auto work = asio::make_work_guard(m_impl->context);
        m_impl->context.run();
    } // the end of the last work stops the context too
    m_impl->context.restart();
}

void EventLoop::stop() {
    m_impl->context.stop();
}

void EventLoop::post(Callback callback) {
    asio::post(m_impl->context, std::move(callback));
}

EventLoop::Handle EventLoop::after(std::chrono::milliseconds delay, Callback callback) {
    std::shared_ptr<Timer> timer(new Timer{asio::steady_timer(m_impl->context, delay), std::move(callback)});
    timer->timer.async_wait(
        [weak = std::weak_ptr(timer)](boost::system::error_code const& error) { call(weak, error); });
    return Handle(std::move(timer));
}

EventLoop::Handle EventLoop::watch(int descriptor, Callback callback) {
    std::shared_ptr<Watch> watch(
        new Watch{asio::posix::stream_descriptor(m_impl->context, descriptor), std::move(callback)});
    waitAgain(watch);
    return Handle(std::move(watch));
}

EventLoop::Handle EventLoop::onSignals(std::initializer_list<int> numbers, Callback callback) {
    std::shared_ptr<Signals> signals(new Signals{asio::signal_set(m_impl->context), std::move(callback)});
    for (int number : numbers) signals->set.add(number);
    waitAgain(signals);
    return Handle(std::move(signals));
}

} // namespace sync_http
