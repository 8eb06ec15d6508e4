#pragma once

#include <utility> // before Asio 1.74

#include "sync/http/Client.h"
#include "sync/http/Server.h"

#include <boost/asio/ssl/context.hpp>
#include <memory>
#include <openssl/x509.h>

namespace sync_http {

/// OpenSSL's side of a client and a server, for the sources of this module.
[[nodiscard]] kiosk::Result<boost::asio::ssl::context> serverContext(ServerTls const& tls);
/// With `tls.authority` as the pin when there is no authorityPem; the pin must outlive the context.
[[nodiscard]] kiosk::Result<boost::asio::ssl::context> clientContext(ClientTls const& tls, Fingerprint const& pin);
/// Demands that the server's certificate is for this name or address.
void expectHost(SSL* connection, std::string const& host);
/// What the verified certificate says; nothing where none was shown.
[[nodiscard]] std::optional<PeerCertificate> peerCertificate(SSL* connection);

struct FreeX509 {
    void operator()(X509* certificate) const { X509_free(certificate); }
};
using X509Owner = std::unique_ptr<X509, FreeX509>;

[[nodiscard]] kiosk::Result<X509Owner> readCertificate(std::string_view pem);
[[nodiscard]] Fingerprint fingerprintOf(const X509* certificate);

} // namespace sync_http
