#pragma once

// Server and client, or a raw socket, over loopback.

#include "sync/http/Certificates.h"
#include "sync/http/Client.h"
#include "sync/http/Server.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace tests::http {

using namespace kiosk;
using namespace sync_http;
using namespace std::chrono_literals;

inline const Instant now = base::SystemClock().now();
constexpr std::size_t cap = 100'000;

inline CertifiedKey newAuthority() {
    return makeAuthority("Maple Street", now).value();
}

inline CertifiedKey clientOf(CertifiedKey const& authority) {
    auto request = makeKeyRequest("kiosk").value();
    auto certificate =
        signClientRequest(request.requestPem, "kiosk-7", authority.certificatePem, authority.keyPem, now).value();
    return {std::move(request.keyPem), certificate};
}

inline Response echo(Request const& request) {
    if (request.path == "/throw") throw std::runtime_error("on purpose");
    if (request.path == "/redirect") return {302, {}, {{"Location", "https://elsewhere.example/"}}, {}};
    if (request.path == "/large") return {200, "text/plain", {}, Bytes(cap, 'x')};
    Response response{200, "text/plain", {}, request.body};
    response.headers.push_back({"X-Name", request.certificate ? request.certificate->commonName : "nobody"});
    response.headers.push_back({"X-Query", request.query});
    return response;
}

inline Handler::Admission admit(RequestHead const& head) {
    if (head.path == "/forbidden") return tl::unexpected(Response{403, {}, {{"X-Why", "on purpose"}}, {}});
    return head.path == "/none" ? 0 : cap;
}

/// A server on a thread of its own.
class Running {
public:
    Running(CertifiedKey const& authority, std::vector<std::string> const& hosts, ServerLimits limits = {}) {
        auto own = makeServerCertificate(hosts, authority.certificatePem, authority.keyPem, now).value();
        ServerTls tls{own.certificatePem + authority.certificatePem, std::move(own.keyPem), authority.certificatePem};
        m_server.emplace(Server::listen(m_loop, {"127.0.0.1", 0}, tls, handler(), limits).value());
        m_thread = std::thread([this] { m_loop.run(); });
    }
    explicit Running(ServerLimits limits) {
        m_server.emplace(Server::listenOnLoopback(m_loop, {"127.0.0.1", 0}, handler(), limits).value());
        m_thread = std::thread([this] { m_loop.run(); });
    }
    ~Running() {
        m_loop.stop();
        m_thread.join();
    }
    [[nodiscard]] std::uint16_t port() const { return m_server->port(); }

    static Handler handler() {
        return {admit, echo, [](PeerCertificate const&) { return true; }};
    }

private:
    EventLoop m_loop;
    std::optional<Server> m_server;
    std::thread m_thread;
};

struct Exchange : testing::Test {
    CertifiedKey authority = newAuthority();
    EventLoop loop;

    [[nodiscard]] ClientTls trusting(CertifiedKey const& whom) const {
        return {whom.certificatePem, {}, {}, SecretBytes(std::size_t{0})};
    }
    [[nodiscard]] ClientTls showing(CertifiedKey const& own) const {
        return {authority.certificatePem, {}, own.certificatePem, own.keyPem.copy()};
    }
    Result<Response> ask(Running const& server, ClientTls const& tls,
                         Request request = {"GET", "/", {}, {}, {}, {}, {}}) {
        auto client = Client::create(loop, "localhost", server.port(), tls, {2s, 2s, cap}).value();
        return sendAndWait(loop, client, std::move(request));
    }
    static Request post(Bytes body, std::string path = "/", std::string query = {}) {
        return {"POST", std::move(path), std::move(query), {}, std::move(body), {}, {}};
    }
};

/// A plain TCP connection that waits at most 3 s.
class Raw {
public:
    explicit Raw(std::uint16_t port) : m_socket(socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        timeval patience{3, 0};
        setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        if (connect(m_socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) std::abort();
    }
    ~Raw() { close(m_socket); }
    void send(std::string_view text) const {
        EXPECT_EQ(::send(m_socket, text.data(), text.size(), MSG_NOSIGNAL), ssize_t(text.size()));
    }
    [[nodiscard]] std::string readToEnd() const {
        std::string all;
        std::array<char, 4096> buffer{};
        for (ssize_t n = 0; (n = recv(m_socket, buffer.data(), buffer.size(), 0)) > 0;)
            all.append(buffer.data(), static_cast<std::size_t>(n));
        return all;
    }
    /// Whether the other side hangs up, rather than let us wait.
    [[nodiscard]] bool isClosed() const {
        char byte = 0;
        return recv(m_socket, &byte, 1, 0) == 0;
    }
    [[nodiscard]] int socketNumber() const { return m_socket; }

private:
    int m_socket;
};

} // namespace tests::http
