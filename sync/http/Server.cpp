#include "sync/http/Server.h"

#include "kiosk/core/base/Log.h"
#include "sync/http/EventLoopImpl.h"
#include "sync/http/Shares.h"
#include "sync/http/Tls.h"

#include <algorithm>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <charconv>
#include <limits>
#include <list>

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using asio::use_awaitable;
using kiosk::ErrorKind;
using kiosk::Result;

namespace sync_http {

namespace {

using Body = http::vector_body<std::uint8_t>;
using Parser = http::request_parser<Body>;

constexpr std::chrono::seconds goodbyeTime{2};
constexpr std::size_t readAtOnce = 4096;
constexpr std::chrono::milliseconds acceptPause{200};

std::string_view view(beast::string_view text) {
    return {text.data(), text.size()};
}

/// Splits the target; nothing where it is not an absolute path.
std::optional<std::pair<std::string_view, std::string_view>> pathAndQuery(std::string_view target) {
    if (target.empty() || target.front() != '/') return std::nullopt;
    auto mark = target.find('?');
    if (mark == std::string_view::npos) return std::pair{target, std::string_view()};
    return std::pair{target.substr(0, mark), target.substr(mark + 1)};
}

http::response<Body> toBeast(Response&& from, http::request_header<> const& request, bool keepAlive) {
    http::response<Body> to{static_cast<http::status>(from.status), request.version()};
    if (!from.contentType.empty()) to.set(http::field::content_type, from.contentType);
    for (auto const& [name, value] : from.headers) to.insert(name, value);
    bool bodyless = request.method() == http::verb::head || from.status == 204;
    to.body() = bodyless ? kiosk::Bytes() : std::move(from.body);
    to.keep_alive(keepAlive);
    if (from.status != 204) to.prepare_payload();
    return to;
}

} // namespace

struct Server::Impl {
    EventLoop& loop;
    Handler handler;
    ServerLimits limits;
    std::optional<asio::ssl::context> tls;
    asio::ip::tcp::acceptor acceptor;
    std::list<asio::ip::tcp::socket*> open; ///< of the connections that are being served
    Shares shares;
    bool stopped = false;

    Impl(EventLoop& onLoop, Handler callee, ServerLimits bounds) :
        loop(onLoop), handler(std::move(callee)), limits(bounds), acceptor(onLoop.impl().context) {}

    Response answer(Request const& request) const;
    bool knows(std::optional<PeerCertificate> const& who) const;
    void stop();
};

namespace {

using ServerPtr = std::shared_ptr<Server::Impl>;

/// A connection's entry in the server's list, so that the server can close it.
class Registration {
public:
    Registration(Server::Impl& server, asio::ip::tcp::socket& socket) :
        m_server(server), m_place(server.open.insert(server.open.end(), &socket)) {}
    ~Registration() { m_server.open.erase(m_place); }
    Registration(Registration const&) = delete;
    Registration& operator=(Registration const&) = delete;

private:
    Server::Impl& m_server;
    std::list<asio::ip::tcp::socket*>::iterator m_place;
};

/// Who has one IPv6 address has all of its network.
std::string partyOf(asio::ip::address const& address) {
    if (address.is_v4() || address.to_v6().is_v4_mapped()) return address.to_string();
    auto bytes = address.to_v6().to_bytes();
    std::fill(bytes.begin() + 8, bytes.end(), std::uint8_t{0});
    return asio::ip::address_v6(bytes).to_string();
}

std::string partyOf(PeerCertificate const& certificate) {
    return {certificate.fingerprint.begin(), certificate.fingerprint.end()};
}

/// One connection, with or without TLS.
template <typename Stream>
struct Connection {
    ServerPtr server;
    Stream stream;
    std::string address;
    std::chrono::milliseconds idle;
    std::optional<PeerCertificate> certificate{};
    beast::flat_buffer buffer{};

    beast::tcp_stream& tcp() { return beast::get_lowest_layer(stream); }
};

Request toRequest(http::request<Body>&& from, std::optional<PeerCertificate> const& certificate,
                  std::string const& address) {
    auto [path, query] = *pathAndQuery(view(from.target()));
    Request to{
        std::string(view(from.method_string())), std::string(path), std::string(query), {}, {}, certificate, address};
    for (auto const& field : from)
        to.headers.push_back({std::string(view(field.name_string())), std::string(view(field.value()))});
    to.body = std::move(from.body());
    return to;
}

/// Why the body of this request is not even read.
template <typename Stream>
std::optional<Response> refusal(Connection<Stream>& connection, Parser& parser) {
    auto const& head = parser.get();
    auto target = pathAndQuery(view(head.target()));
    if (!target) return Response::text(400, "the target is not a path");
    auto const* certificate = connection.certificate ? &*connection.certificate : nullptr;
    auto cap = connection.server->handler.admit({view(head.method_string()), target->first, certificate});
    if (!cap) return std::move(cap.error());
    if (parser.content_length().value_or(0) > *cap) return Response::text(413, "the body is too large");
    parser.body_limit(*cap);
    return std::nullopt;
}

/// Lets the other side read an answer that came before its body was sent: closing at once would drop it.
template <typename Stream>
asio::awaitable<void> discardInput(Connection<Stream>& connection) {
    boost::system::error_code error;
    std::array<std::uint8_t, 16384> waste{};
    connection.tcp().expires_after(goodbyeTime);
    while (!error)
        co_await connection.stream.async_read_some(asio::buffer(waste), asio::redirect_error(use_awaitable, error));
}

template <typename Stream>
asio::awaitable<void> respond(Connection<Stream>& connection, Response response, http::request_header<> const& request,
                              bool keepAlive) {
    auto message = toBeast(std::move(response), request, keepAlive);
    co_await http::async_write(connection.stream, message, use_awaitable);
}

template <typename Stream>
asio::awaitable<void> readBody(Connection<Stream>& connection, Parser& parser) {
    if (beast::iequals(parser.get()[http::field::expect], "100-continue")) {
        http::response<http::empty_body> goOn{http::status::continue_, parser.get().version()};
        co_await http::async_write(connection.stream, goOn, use_awaitable);
    }
    co_await http::async_read(connection.stream, connection.buffer, parser, use_awaitable);
}

/// Until the first bytes of a request are there: from then on it has its deadline.
template <typename Stream>
asio::awaitable<void> awaitRequest(Connection<Stream>& connection) {
    connection.tcp().expires_after(connection.idle);
    if (connection.buffer.size() == 0) {
        auto room = connection.buffer.prepare(readAtOnce);
        connection.buffer.commit(co_await connection.stream.async_read_some(room, use_awaitable));
    }
    connection.tcp().expires_after(connection.server->limits.exchange);
}

/// One request and its answer; false when the connection ends with it.
template <typename Stream>
asio::awaitable<bool> serveOne(Connection<Stream>& connection) {
    auto server = connection.server;
    Parser parser;
    parser.header_limit(static_cast<std::uint32_t>(server->limits.headerBytes));
    parser.body_limit(
        std::numeric_limits<std::uint64_t>::max()); // until refusal() knows; none would refuse all in 1.74
    co_await awaitRequest(connection);
    co_await http::async_read_header(connection.stream, connection.buffer, parser, use_awaitable);
    if (auto refused = refusal(connection, parser)) {
        co_await respond(connection, std::move(*refused), parser.get(), false);
        co_await discardInput(connection);
        co_return false;
    }
    co_await readBody(connection, parser);
    if (server->stopped) co_return false;
    bool keepAlive = parser.keep_alive();
    http::request_header<> head = parser.get();
    auto request = toRequest(parser.release(), connection.certificate, connection.address);
    co_await respond(connection, server->answer(request), head, keepAlive);
    co_return keepAlive;
}

template <typename Stream>
asio::awaitable<void> serveAll(Connection<Stream>& connection) {
    bool more = true;
    while (more && !connection.server->stopped) more = co_await serveOne(connection);
}

/// `share` is of the address, until the other side has shown who it is.
asio::awaitable<void> serveTls(ServerPtr server, asio::ip::tcp::socket socket, std::string address,
                               std::unique_ptr<Shares::Share> share) {
    beast::ssl_stream<beast::tcp_stream> stream(std::move(socket), *server->tls);
    auto idle = std::min(server->limits.idle, server->limits.strangersIdle);
    Connection<beast::ssl_stream<beast::tcp_stream>> connection{server, std::move(stream), std::move(address), idle};
    Registration registration(*server, connection.tcp().socket());
    connection.tcp().expires_after(server->limits.handshake);
    boost::system::error_code refused;
    co_await connection.stream.async_handshake(asio::ssl::stream_base::server,
                                               asio::redirect_error(use_awaitable, refused));
    if (refused) {
        kiosk::base::log(kiosk::base::LogLevel::Warning, "http", "TLS connection refused",
                         {{"from", connection.address}, {"reason", refused.message()}});
        co_return;
    }
    connection.certificate = peerCertificate(connection.stream.native_handle());
    if (server->knows(connection.certificate)) {
        share = server->shares.take(partyOf(*connection.certificate), server->limits.ofOneCertificate);
        if (!share) co_return;
        connection.idle = server->limits.idle;
    }
    co_await serveAll(connection);
    connection.tcp().expires_after(goodbyeTime);
    co_await connection.stream.async_shutdown(use_awaitable);
}

asio::awaitable<void> servePlain(ServerPtr server, asio::ip::tcp::socket socket, std::string address) {
    Connection<beast::tcp_stream> connection{server, beast::tcp_stream(std::move(socket)), std::move(address),
                                             server->limits.idle};
    Registration registration(*server, connection.tcp().socket());
    co_await serveAll(connection);
    boost::system::error_code ignored;
    connection.tcp().socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
}

/// A connection that ends with an error is the other side's affair; nothing else may leave a coroutine.
void ended(std::exception_ptr failure) {
    try {
        if (failure) std::rethrow_exception(failure);
    } catch (boost::system::system_error const&) {
    } catch (std::exception const& error) {
        kiosk::base::log(kiosk::base::LogLevel::Alarm, "http", "connection failed", {{"reason", error.what()}});
    }
}

void serve(ServerPtr const& server, asio::ip::tcp::socket socket) {
    boost::system::error_code gone;
    auto address = socket.remote_endpoint(gone).address();
    socket.set_option(asio::ip::tcp::no_delay(true), gone);
    if (gone || server->open.size() >= server->limits.connections) return;
    auto& context = server->loop.impl().context;
    if (!server->tls) return asio::co_spawn(context, servePlain(server, std::move(socket), address.to_string()), ended);
    auto share = server->shares.take(partyOf(address), server->limits.strangersOfOneAddress);
    if (!share) return;
    asio::co_spawn(context, serveTls(server, std::move(socket), address.to_string(), std::move(share)), ended);
}

asio::awaitable<void> acceptAll(ServerPtr server) {
    asio::steady_timer pause(server->loop.impl().context);
    while (!server->stopped) {
        boost::system::error_code error;
        auto socket = co_await server->acceptor.async_accept(asio::redirect_error(use_awaitable, error));
        if (!error) {
            serve(server, std::move(socket));
        } else if (!server->stopped) { // out of descriptors: trying again at once would spin
            pause.expires_after(acceptPause);
            co_await pause.async_wait(use_awaitable);
        }
    }
}

Result<asio::ip::tcp::endpoint> endpoint(Address const& address) {
    boost::system::error_code error;
    auto numeric = asio::ip::make_address(address.host, error);
    if (error) return kiosk::fail(ErrorKind::Invalid, "\"" + address.host + "\" is not a numeric address");
    return asio::ip::tcp::endpoint(numeric, address.port);
}

Result<void> bind(asio::ip::tcp::acceptor& acceptor, asio::ip::tcp::endpoint const& endpoint) try {
    acceptor.open(endpoint.protocol());
    acceptor.set_option(asio::socket_base::reuse_address(true));
    acceptor.bind(endpoint);
    acceptor.listen();
    return {};
} catch (boost::system::system_error const& error) {
    return kiosk::fail(ErrorKind::Internal, std::string("cannot listen: ") + error.what());
}

Result<ServerPtr> start(ServerPtr server, Address const& address) {
    if (auto bound = bind(server->acceptor, TRY(endpoint(address))); !bound)
        return kiosk::fail(bound.error().in(address.toString()));
    asio::co_spawn(server->loop.impl().context, acceptAll(server), ended);
    return server;
}

} // namespace

Response Server::Impl::answer(Request const& request) const try {
    return handler.handle(request);
} catch (std::exception const& error) {
    kiosk::base::log(kiosk::base::LogLevel::Alarm, "http", "handler failed", {{"reason", error.what()}});
    return Response::text(500, "internal error");
}

bool Server::Impl::knows(std::optional<PeerCertificate> const& who) const {
    return who && handler.knows && handler.knows(*who);
}

void Server::Impl::stop() {
    stopped = true;
    boost::system::error_code ignored;
    acceptor.close(ignored);
    for (auto* socket : open) socket->close(ignored);
}

Result<Server> Server::listen(EventLoop& loop, Address const& address, ServerTls const& tls, Handler handler,
                              ServerLimits limits) {
    auto server = std::make_shared<Impl>(loop, std::move(handler), limits);
    server->tls = TRY(serverContext(tls));
    return Server(TRY(start(std::move(server), address)));
}

Result<Server> Server::listenOnLoopback(EventLoop& loop, Address const& address, Handler handler, ServerLimits limits) {
    if (!TRY(endpoint(address)).address().is_loopback())
        return kiosk::fail(ErrorKind::Invalid,
                           address.toString() + ": not a loopback address, and this is without TLS");
    return Server(TRY(start(std::make_shared<Impl>(loop, std::move(handler), limits), address)));
}

Server::Server(std::shared_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Server::Server(Server&&) noexcept = default;
Server& Server::operator=(Server&& other) noexcept {
    std::swap(m_impl, other.m_impl);
    return *this;
}

Server::~Server() {
    if (m_impl) m_impl->stop();
}

std::uint16_t Server::port() const {
    return m_impl->acceptor.local_endpoint().port();
}

Result<Address> Address::parse(std::string_view text) {
    auto invalid = [&] { return kiosk::fail(ErrorKind::Invalid, "\"" + std::string(text) + "\" is not ADDRESS:PORT"); };
    auto colon = text.rfind(':');
    if (colon == std::string_view::npos || colon == 0) return invalid();
    auto host = text.substr(0, colon);
    if (host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
    auto number = text.substr(colon + 1);
    std::uint16_t port = 0;
    auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), port);
    if (error != std::errc() || end != number.data() + number.size()) return invalid();
    return Address{std::string(host), port};
}

std::string Address::toString() const {
    bool v6 = host.find(':') != std::string::npos;
    return (v6 ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

} // namespace sync_http
