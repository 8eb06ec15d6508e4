#pragma once

#include "kiosk/core/base/SecretBytes.h"
#include "sync/http/EventLoop.h"
#include "sync/http/Message.h"

namespace sync_http {

struct Address {
    std::string host; ///< numeric, IPv4 or IPv6
    std::uint16_t port = 0;

    /// "127.0.0.1:8443" or "[::1]:8443".
    [[nodiscard]] static kiosk::Result<Address> parse(std::string_view text);
    [[nodiscard]] std::string toString() const;
};

/// What a request says before its body is read.
struct RequestHead {
    std::string_view method;
    std::string_view path;
    PeerCertificate const* certificate; ///< null: the other side showed none
};

/// The program's side of a server. Both run on the loop's thread, one request at a time, and know no sockets.
/// What handle() throws is answered with 500.
struct Handler {
    /// How many bytes of body a request may bring, more is answered with 413; or why it is not wanted at all. Both
    /// answers come before the body is read and end the connection.
    using Admission = tl::expected<std::size_t, Response>;
    std::function<Admission(RequestHead const&)> admit;
    std::function<Response(Request const&)> handle;
    /// Whether this is somebody the program knows, asked once for each connection; unset: nobody is. Others are
    /// strangers.
    std::function<bool(PeerCertificate const&)> knows{};
};

struct ServerTls {
    std::string certificatesPem; ///< own certificate, then the authority that signed it
    kiosk::SecretBytes keyPem;
    std::string clientAuthorityPem; ///< a client certificate is optional; one that is shown must be signed by this
};

struct ServerLimits {
    std::size_t headerBytes = 16U << 10U;
    std::size_t connections = 256;
    /// Of these, with TLS: from one address (IPv6: one network of 64 bits) that have not shown a certificate which
    /// Handler::knows, and with one and the same certificate. So nobody keeps the others out.
    std::size_t strangersOfOneAddress = 16;
    std::size_t ofOneCertificate = 4;
    std::chrono::milliseconds handshake{5'000};
    std::chrono::milliseconds idle{90'000}; ///< between two requests of one connection
    std::chrono::milliseconds strangersIdle{10'000};
    std::chrono::milliseconds exchange{60'000}; ///< from a request's first byte to its answer's last
};

/// An HTTP/1.1 server on the loop's thread; it listens as long as it lives. Requests arrive bounded in size and time.
class Server {
public:
    /// TLS 1.3 only. Invalid: certificate, key or authority that cannot be used. Internal: the address is taken.
    [[nodiscard]] static kiosk::Result<Server> listen(EventLoop& loop, Address const& address, ServerTls const& tls,
                                                      Handler handler, ServerLimits limits = {});
    /// Without TLS, therefore on loopback addresses only. Invalid: any other address.
    [[nodiscard]] static kiosk::Result<Server> listenOnLoopback(EventLoop& loop, Address const& address,
                                                                Handler handler, ServerLimits limits = {});
    Server(Server&&) noexcept;
    Server& operator=(Server&&) noexcept;
    ~Server();

    [[nodiscard]] std::uint16_t port() const;

    struct Impl; ///< Asio's side, for the sources of this module

private:
    explicit Server(std::shared_ptr<Impl> impl);
    std::shared_ptr<Impl> m_impl;
};

} // namespace sync_http
