#pragma once

#include "kiosk/core/base/SecretBytes.h"
#include "sync/http/EventLoop.h"
#include "sync/http/Message.h"

namespace sync_http {

/// Whom a client believes and who it says it is.
struct ClientTls {
    std::string authorityPem;      ///< the only authority that is trusted; empty before enrolment:
    Fingerprint authority{};       ///< then the server must bring the authority with this fingerprint
    std::string certificatePem{};  ///< empty: show none
    kiosk::SecretBytes keyPem{0U}; ///< of certificatePem
};

struct ClientLimits {
    std::chrono::milliseconds connect{10'000};  ///< name look-up, TCP and TLS together
    std::chrono::milliseconds exchange{60'000}; ///< from send() to the answer's last byte, with all there is in between
    std::size_t responseBytes = 64U << 20U;
};

/// Bytes of the TCP streams, TLS included.
struct Traffic {
    std::uint64_t sent = 0;
    std::uint64_t received = 0;
};

/// An HTTP/1.1 client of one server over TLS 1.3, on the loop's thread. Keeps its connection between requests, follows
/// no redirect. The request in flight and its callback end with the client: nothing of it goes out from then on.
class Client {
public:
    using Callback = std::function<void(kiosk::Result<Response>)>;

    /// Invalid: authority, certificate or key that cannot be used.
    [[nodiscard]] static kiosk::Result<Client> create(EventLoop& loop, std::string host, std::uint16_t port,
                                                      ClientTls const& tls, ClientLimits limits = {});
    Client(Client&&) noexcept;
    Client& operator=(Client&&) noexcept;
    ~Client();

    /// Sends one request; the next may be sent when `done` was called. A kept connection that proves dead is replaced
    /// once, so the request may arrive twice: send only what may be repeated. Every HTTP status is a Response.
    /// Offline: no connection, line dropped, deadline passed. Denied: the other side is not who it should be.
    /// Corrupt: the answer is not HTTP or too large.
    /// `sent` is called when the request is on its way and only the answer is waited for.
    void send(Request request, Callback done, EventLoop::Callback sent = {});

    [[nodiscard]] Traffic traffic() const;

    struct Impl; ///< Asio's side, for the sources of this module

private:
    explicit Client(std::shared_ptr<Impl> impl);
    std::shared_ptr<Impl> m_impl;
};

/// Sends one request and runs the loop, which must be idle, until the answer is there.
[[nodiscard]] kiosk::Result<Response> sendAndWait(EventLoop& loop, Client& client, Request request);

} // namespace sync_http
