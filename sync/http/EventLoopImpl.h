#pragma once

#include <utility> // Asio 1.74 needs std::exchange and does not include it

#include "sync/http/EventLoop.h"

#include <boost/asio/io_context.hpp>

namespace sync_http {

struct EventLoop::Impl {
    boost::asio::io_context context{1};
};

} // namespace sync_http
