#include "sync/http/Tls.h"

#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/address.hpp>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

namespace asio = boost::asio;
using kiosk::ErrorKind;
using kiosk::Result;

namespace sync_http {

namespace {

/// TLS 1.3 and nothing else. Without session tickets each connection proves its certificates anew.
void restrict(asio::ssl::context& context) {
    SSL_CTX_set_min_proto_version(context.native_handle(), TLS1_3_VERSION);
    SSL_CTX_set_max_proto_version(context.native_handle(), TLS1_3_VERSION);
    SSL_CTX_set_num_tickets(context.native_handle(), 0);
    SSL_CTX_set_session_cache_mode(context.native_handle(), SSL_SESS_CACHE_OFF);
    context.set_verify_mode(asio::ssl::verify_peer);
}

void identify(asio::ssl::context& context, std::string_view certificates, kiosk::ByteView key) {
    context.use_certificate_chain(asio::buffer(certificates));
    context.use_private_key(asio::buffer(key.data(), key.size()), asio::ssl::context::pem);
}

/// Called by OpenSSL in place of its own verification: the certificate with the pinned fingerprint, if the server
/// brought it, is the only trust anchor; all else (signatures, dates, purpose, host name) is OpenSSL's usual check.
int verifyAgainstPin(X509_STORE_CTX* check, void* pin) {
    auto const& wanted = *static_cast<Fingerprint const*>(pin);
    STACK_OF(X509)* brought = X509_STORE_CTX_get0_untrusted(check);
    for (int i = 0; i < sk_X509_num(brought); ++i) {
        X509* candidate = sk_X509_value(brought, i);
        if (fingerprintOf(candidate) != wanted) continue;
        STACK_OF(X509)* anchors = sk_X509_new_null();
        sk_X509_push(anchors, candidate);
        X509_STORE_CTX_set0_trusted_stack(check, anchors);
        int verified = X509_verify_cert(check);
        sk_X509_free(anchors);
        return verified;
    }
    X509_STORE_CTX_set_error(check, X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN);
    return 0;
}

Result<asio::ssl::context> failed(boost::system::system_error const& error) {
    return kiosk::fail(ErrorKind::Invalid, std::string("TLS set-up: ") + error.what());
}

} // namespace

Result<asio::ssl::context> serverContext(ServerTls const& tls) try {
    asio::ssl::context context(asio::ssl::context::tls_server);
    restrict(context);
    identify(context, tls.certificatesPem, tls.keyPem);
    auto authority = TRY(readCertificate(tls.clientAuthorityPem));
    context.add_certificate_authority(asio::buffer(tls.clientAuthorityPem));
    SSL_CTX_add_client_CA(context.native_handle(), authority.get());
    return context;
} catch (boost::system::system_error const& error) {
    return failed(error);
}

Result<asio::ssl::context> clientContext(ClientTls const& tls, Fingerprint const& pin) try {
    asio::ssl::context context(asio::ssl::context::tls_client);
    restrict(context);
    if (!tls.certificatePem.empty()) identify(context, tls.certificatePem, tls.keyPem);
    if (!tls.authorityPem.empty()) {
        TRY(readCertificate(tls.authorityPem));
        context.add_certificate_authority(asio::buffer(tls.authorityPem));
    } else {
        SSL_CTX_set_cert_verify_callback(context.native_handle(), verifyAgainstPin,
                                         const_cast<Fingerprint*>(&pin)); // OpenSSL's argument is void*
    }
    return context;
} catch (boost::system::system_error const& error) {
    return failed(error);
}

void expectHost(SSL* connection, std::string const& host) {
    boost::system::error_code notNumeric;
    asio::ip::make_address(host, notNumeric);
    if (!notNumeric) {
        X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(connection), host.c_str());
        return;
    }
    SSL_set1_host(connection, host.c_str());
    SSL_ctrl(connection, SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, const_cast<char*>(host.c_str()));
}

std::optional<PeerCertificate> peerCertificate(SSL* connection) {
    X509Owner certificate(SSL_get1_peer_certificate(connection));
    if (!certificate || SSL_get_verify_result(connection) != X509_V_OK) return std::nullopt;
    std::array<char, 256> name{};
    int length = X509_NAME_get_text_by_NID(X509_get_subject_name(certificate.get()), NID_commonName, name.data(),
                                           static_cast<int>(name.size()));
    if (length < 0) return std::nullopt;
    return PeerCertificate{std::string(name.data(), static_cast<std::size_t>(length)),
                           fingerprintOf(certificate.get())};
}

} // namespace sync_http
