#include "sync/http/Client.h"

#include "sync/http/EventLoopImpl.h"
#include "sync/http/Tls.h"

#include <algorithm>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using asio::use_awaitable;
using kiosk::ErrorKind;
using kiosk::Result;

namespace sync_http {

namespace {

using Body = http::vector_body<std::uint8_t>;
using Stream = beast::ssl_stream<beast::tcp_stream>;

std::string text(beast::string_view from) {
    return {from.data(), from.size()};
}

ErrorKind kindOf(boost::system::error_code const& error) {
    if (error.category() == asio::error::get_ssl_category()) return ErrorKind::Denied;
    bool cut = error == http::error::end_of_stream || error == http::error::partial_message;
    if (!cut && error.category() == http::make_error_code(http::error::bad_version).category())
        return ErrorKind::Corrupt;
    return ErrorKind::Offline;
}

http::request<Body> toBeast(Request&& from, std::string const& host) {
    http::request<Body> to{http::verb::unknown, from.path + (from.query.empty() ? "" : "?" + from.query), 11};
    to.method_string(from.method);
    to.set(http::field::host, host);
    for (auto const& [name, value] : from.headers) to.insert(name, value);
    to.body() = std::move(from.body);
    if (from.method != "GET") to.content_length(to.body().size());
    return to;
}

Response fromBeast(http::response<Body>&& from) {
    Response to{from.result_int(), text(from[http::field::content_type]), {}, std::move(from.body())};
    for (auto const& field : from) to.headers.push_back({text(field.name_string()), text(field.value())});
    return to;
}

using Endpoints = asio::ip::tcp::resolver::results_type;
using Moment = std::chrono::steady_clock::time_point;

/// A name look-up that need not be waited for: the C library's cannot be stopped, it ends unheard.
struct LookUp {
    asio::ip::tcp::resolver resolver;
    asio::steady_timer patience; ///< cancelled by the answer
    std::optional<Endpoints> found;
    boost::system::error_code error = beast::error::timeout;

    LookUp(asio::io_context& context, Moment until) : resolver(context), patience(context, until) {}
};

std::shared_ptr<LookUp> startLookUp(asio::io_context& context, std::string const& host, std::uint16_t port,
                                    Moment until) {
    auto lookUp = std::make_shared<LookUp>(context, until);
    lookUp->resolver.async_resolve(host, std::to_string(port),
                                   [lookUp](boost::system::error_code const& error, Endpoints found) {
                                       lookUp->error = error;
                                       if (!error) lookUp->found = std::move(found);
                                       lookUp->patience.cancel();
                                   });
    return lookUp;
}

/// What TLS has read from and written to its side of the socket.
Traffic trafficOf(Stream& stream) {
    SSL* tls = stream.native_handle();
    return {BIO_number_written(SSL_get_wbio(tls)), BIO_number_read(SSL_get_rbio(tls))};
}

} // namespace

struct Client::Impl {
    EventLoop& loop;
    std::string host;
    std::uint16_t port;
    ClientLimits limits;
    Fingerprint pin;
    std::optional<asio::ssl::context> tls;
    std::weak_ptr<LookUp> lookUp;   ///< under way
    std::unique_ptr<Stream> stream; ///< the kept connection
    Traffic past;                   ///< of connections that ended
    Callback done;                  ///< of the request in flight
    EventLoop::Callback sent;       ///< of the same
    Moment until;                   ///< its deadline
    bool closed = false;            ///< the client is gone

    Impl(EventLoop& onLoop, std::string toHost, std::uint16_t toPort, Fingerprint const& pinned, ClientLimits bounds) :
        loop(onLoop), host(std::move(toHost)), port(toPort), limits(bounds), pin(pinned) {}

    [[nodiscard]] std::string where() const { return host + ":" + std::to_string(port); }
    void disconnect();
    void close();
    asio::awaitable<Endpoints> find(Moment deadline);
    asio::awaitable<void> connect();
    asio::awaitable<Response> exchange(http::request<Body>& request);
    asio::awaitable<Response> exchangeOnKept(http::request<Body>& request);
};

void Client::Impl::disconnect() {
    if (!stream) return;
    auto ended = trafficOf(*stream);
    past.sent += ended.sent;
    past.received += ended.received;
    stream.reset();
}

/// The coroutine that uses the stream still holds it: its operations end with errors.
void Client::Impl::close() {
    done = nullptr;
    sent = nullptr;
    closed = true;
    if (auto waited = lookUp.lock()) waited->patience.cancel();
    boost::system::error_code ignored;
    if (stream) beast::get_lowest_layer(*stream).socket().close(ignored);
}

asio::awaitable<Endpoints> Client::Impl::find(Moment deadline) {
    auto question = startLookUp(loop.impl().context, host, port, deadline);
    lookUp = question;
    boost::system::error_code ignored;
    co_await question->patience.async_wait(asio::redirect_error(use_awaitable, ignored));
    if (closed) throw boost::system::system_error(asio::error::operation_aborted);
    if (!question->found) throw boost::system::system_error(question->error);
    co_return std::move(*question->found);
}

asio::awaitable<void> Client::Impl::connect() {
    auto deadline = std::min(until, std::chrono::steady_clock::now() + limits.connect);
    auto endpoints = co_await find(deadline);
    stream = std::make_unique<Stream>(loop.impl().context, *tls);
    auto& tcp = beast::get_lowest_layer(*stream);
    tcp.expires_at(deadline);
    co_await tcp.async_connect(endpoints, use_awaitable);
    tcp.socket().set_option(asio::ip::tcp::no_delay(true));
    expectHost(stream->native_handle(), host);
    co_await stream->async_handshake(asio::ssl::stream_base::client, use_awaitable);
}

asio::awaitable<Response> Client::Impl::exchange(http::request<Body>& request) {
    beast::get_lowest_layer(*stream).expires_at(until);
    co_await http::async_write(*stream, request, use_awaitable);
    if (sent) sent();
    beast::flat_buffer buffer;
    http::response_parser<Body> parser;
    parser.body_limit(limits.responseBytes);
    co_await http::async_read(*stream, buffer, parser, use_awaitable);
    bool keep = parser.keep_alive();
    auto response = fromBeast(parser.release());
    if (!keep) disconnect();
    co_return response;
}

/// A kept connection may have been closed by the other side meanwhile: then the request goes out again on a new one.
asio::awaitable<Response> Client::Impl::exchangeOnKept(http::request<Body>& request) {
    boost::system::error_code dropped;
    if (stream) {
        try {
            co_return co_await exchange(request);
        } catch (boost::system::system_error const& error) {
            dropped = error.code();
        }
        disconnect();
        if (closed || dropped == beast::error::timeout || kindOf(dropped) != ErrorKind::Offline)
            throw boost::system::system_error(dropped);
    }
    co_await connect();
    co_return co_await exchange(request);
}

namespace {

kiosk::Error toError(std::exception_ptr const& failure, std::string const& where) {
    try {
        std::rethrow_exception(failure);
    } catch (boost::system::system_error const& error) {
        return kiosk::Error{kindOf(error.code()), error.code().message()}.in(where);
    } catch (std::exception const& error) {
        return kiosk::Error{ErrorKind::Internal, error.what()}.in(where);
    }
}

asio::awaitable<Response> sendOn(std::shared_ptr<Client::Impl> client, Request request) {
    auto message = toBeast(std::move(request), client->where());
    co_return co_await client->exchangeOnKept(message);
}

} // namespace

Result<Client> Client::create(EventLoop& loop, std::string host, std::uint16_t port, ClientTls const& tls,
                              ClientLimits limits) {
    auto impl = std::make_shared<Impl>(loop, std::move(host), port, tls.authority, limits);
    impl->tls = TRY(clientContext(tls, impl->pin));
    return Client(std::move(impl));
}

Client::Client(std::shared_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Client::Client(Client&&) noexcept = default;
Client& Client::operator=(Client&& other) noexcept {
    std::swap(m_impl, other.m_impl);
    return *this;
}

Client::~Client() {
    if (m_impl) m_impl->close();
}

void Client::send(Request request, Callback done, EventLoop::Callback sent) {
    m_impl->done = std::move(done);
    m_impl->sent = std::move(sent);
    m_impl->until = std::chrono::steady_clock::now() + m_impl->limits.exchange;
    asio::co_spawn(m_impl->loop.impl().context, sendOn(m_impl, std::move(request)),
                   [client = m_impl](std::exception_ptr failure, Response response) {
                       if (failure) client->disconnect();
                       if (!client->done) return;
                       auto callback = std::exchange(client->done, nullptr);
                       if (failure)
                           callback(kiosk::fail(toError(failure, client->where())));
                       else
                           callback(std::move(response));
                   });
}

Traffic Client::traffic() const {
    Traffic total = m_impl->past;
    if (!m_impl->stream) return total;
    auto [sent, received] = trafficOf(*m_impl->stream);
    return {total.sent + sent, total.received + received};
}

Result<Response> sendAndWait(EventLoop& loop, Client& client, Request request) {
    Result<Response> answer = kiosk::fail(ErrorKind::Offline, "interrupted");
    client.send(std::move(request), [&](Result<Response> result) {
        answer = std::move(result);
        loop.stop();
    });
    loop.run();
    return answer;
}

} // namespace sync_http
