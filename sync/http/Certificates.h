#pragma once

#include "kiosk/core/base/Clock.h"
#include "kiosk/core/base/SecretBytes.h"
#include "sync/http/Message.h"

#include <span>

namespace sync_http {

/// X.509 certificates (RFC 5280) of the practice's own small authority; keys are EC P-256. Everything is PEM.
/// Certificates are valid from a day before `now`, because kiosks' clocks are not to be trusted to the minute.
struct CertifiedKey {
    kiosk::SecretBytes keyPem;
    std::string certificatePem;
};
struct KeyRequest {
    kiosk::SecretBytes keyPem;
    std::string requestPem;
};

/// A self-signed authority that signs nothing but leaf certificates; for 20 years.
[[nodiscard]] kiosk::Result<CertifiedKey> makeAuthority(std::string_view commonName, kiosk::Instant now);

/// A server's key and certificate, for 10 years. `hosts`: DNS names and IP addresses that clients will use.
[[nodiscard]] kiosk::Result<CertifiedKey> makeServerCertificate(std::span<const std::string> hosts,
                                                                std::string_view authorityPem,
                                                                kiosk::ByteView authorityKeyPem, kiosk::Instant now);

/// A new key with a request (PKCS #10) for a certificate on it.
[[nodiscard]] kiosk::Result<KeyRequest> makeKeyRequest(std::string_view commonName);

/// A client certificate on the request's key, for 10 years. Nothing else of the request is taken over: the name is
/// `commonName`. Invalid: not a request, not signed by its key, or a key that is not P-256.
[[nodiscard]] kiosk::Result<std::string> signClientRequest(std::string_view requestPem, std::string_view commonName,
                                                           std::string_view authorityPem,
                                                           kiosk::ByteView authorityKeyPem, kiosk::Instant now);

/// Of the first certificate in the text. Invalid: there is none.
[[nodiscard]] kiosk::Result<Fingerprint> fingerprint(std::string_view certificatePem);

} // namespace sync_http
