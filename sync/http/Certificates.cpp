#include "sync/http/Certificates.h"

#include "sync/http/Tls.h"

#include <array>
#include <boost/asio/ip/address.hpp>
#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

using kiosk::ByteView;
using kiosk::ErrorKind;
using kiosk::Instant;
using kiosk::Result;
using kiosk::SecretBytes;

namespace sync_http {

namespace {

template <auto function>
struct Free {
    template <typename T>
    void operator()(T* object) const {
        function(object);
    }
};
using KeyOwner = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>>;
using RequestOwner = std::unique_ptr<X509_REQ, Free<X509_REQ_free>>;
using BioOwner = std::unique_ptr<BIO, Free<BIO_free_all>>;
using ExtensionOwner = std::unique_ptr<X509_EXTENSION, Free<X509_EXTENSION_free>>;

constexpr std::chrono::days day{1};
constexpr std::chrono::days authorityLife{20 * 365};
constexpr std::chrono::days leafLife{10 * 365};

tl::unexpected<kiosk::Error> opensslFailure(ErrorKind kind, std::string_view what) {
    std::array<char, 160> reason{};
    ERR_error_string_n(ERR_get_error(), reason.data(), reason.size());
    ERR_clear_error();
    return kiosk::fail(kind, std::string(what) + ": " + reason.data());
}

BioOwner reader(ByteView bytes) {
    return BioOwner(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())));
}

ByteView written(BIO* bio) {
    char* data = nullptr;
    auto size = BIO_get_mem_data(bio, &data);
    return {reinterpret_cast<std::uint8_t const*>(data), static_cast<std::size_t>(size)};
}

/// PEM texts are never encrypted here: without this OpenSSL would ask for a passphrase on the terminal.
int noPassphrase(char*, int, int, void*) {
    return 0;
}

Result<KeyOwner> newKey() {
    KeyOwner key(EVP_EC_gen("P-256"));
    if (!key) return opensslFailure(ErrorKind::Internal, "new key");
    return key;
}

Result<KeyOwner> readKey(ByteView pem) {
    KeyOwner key(PEM_read_bio_PrivateKey(reader(pem).get(), nullptr, noPassphrase, nullptr));
    if (!key) return opensslFailure(ErrorKind::Invalid, "private key");
    return key;
}

SecretBytes toPem(EVP_PKEY* key) {
    BioOwner bio(BIO_new(BIO_s_secmem()));
    PEM_write_bio_PKCS8PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    return SecretBytes(written(bio.get()));
}

std::string toPem(X509* certificate) {
    BioOwner bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(bio.get(), certificate);
    return std::string(kiosk::asText(written(bio.get())));
}

void setName(X509_NAME* name, std::string_view commonName) {
    X509_NAME_add_entry_by_NID(name, NID_commonName, MBSTRING_UTF8,
                               reinterpret_cast<unsigned char const*>(commonName.data()),
                               static_cast<int>(commonName.size()), -1, 0);
}

void setRandomSerial(X509* certificate) {
    std::array<unsigned char, 16> serial{};
    RAND_bytes(serial.data(), static_cast<int>(serial.size()));
    serial[0] &= 0x7F; // positive
    std::unique_ptr<BIGNUM, Free<BN_free>> number(BN_bin2bn(serial.data(), static_cast<int>(serial.size()), nullptr));
    BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate));
}

void setLife(X509* certificate, Instant now, std::chrono::days life) {
    auto seconds = std::chrono::system_clock::to_time_t(now);
    auto length = [](std::chrono::days d) { return static_cast<int>(d.count()); };
    X509_time_adj_ex(X509_getm_notBefore(certificate), -length(day), 0, &seconds);
    X509_time_adj_ex(X509_getm_notAfter(certificate), length(life), 0, &seconds);
}

struct Extension {
    int nid;
    std::string value; ///< OpenSSL's configuration syntax
};

Result<void> addExtensions(X509* certificate, X509* issuer, std::initializer_list<Extension> extensions) {
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    for (auto const& [nid, value] : extensions) {
        ExtensionOwner extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value.c_str()));
        if (!extension) return opensslFailure(ErrorKind::Invalid, "certificate extension \"" + value + "\"");
        X509_add_ext(certificate, extension.get(), -1);
    }
    return {};
}

struct Authority {
    X509Owner certificate;
    KeyOwner key;
};

Result<Authority> readAuthority(std::string_view pem, ByteView keyPem) {
    auto certificate = TRY(readCertificate(pem));
    auto key = TRY(readKey(keyPem));
    if (X509_check_private_key(certificate.get(), key.get()) != 1)
        return opensslFailure(ErrorKind::Invalid, "authority's key and certificate do not belong together");
    return Authority{std::move(certificate), std::move(key)};
}

X509Owner blank(std::string_view commonName, EVP_PKEY* key, Instant now, std::chrono::days life) {
    X509Owner certificate(X509_new());
    X509_set_version(certificate.get(), X509_VERSION_3);
    setRandomSerial(certificate.get());
    setLife(certificate.get(), now, life);
    setName(X509_get_subject_name(certificate.get()), commonName);
    X509_set_pubkey(certificate.get(), key);
    return certificate;
}

struct Leaf {
    std::string commonName;
    std::string usage;        ///< serverAuth or clientAuth
    std::string alternatives; ///< subjectAltName
};

Result<std::string> signLeaf(Leaf const& leaf, EVP_PKEY* key, Authority const& authority, Instant now) {
    auto certificate = blank(leaf.commonName, key, now, leafLife);
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(authority.certificate.get()));
    TRY(addExtensions(certificate.get(), authority.certificate.get(),
                      {{NID_basic_constraints, "critical,CA:FALSE"},
                       {NID_key_usage, "critical,digitalSignature"},
                       {NID_ext_key_usage, leaf.usage},
                       {NID_subject_key_identifier, "hash"},
                       {NID_authority_key_identifier, "keyid:always"},
                       {NID_subject_alt_name, leaf.alternatives}}));
    if (X509_sign(certificate.get(), authority.key.get(), EVP_sha256()) == 0)
        return opensslFailure(ErrorKind::Internal, "signing a certificate");
    return toPem(certificate.get());
}

/// A host goes into OpenSSL's comma-separated syntax, so nothing but the characters of names and addresses may pass.
Result<std::string> alternativeName(std::string const& host) {
    constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:";
    if (host.empty() || host.find_first_not_of(allowed) != std::string::npos)
        return kiosk::fail(ErrorKind::Invalid, "\"" + host + "\" is neither a host name nor an address");
    boost::system::error_code notNumeric;
    boost::asio::ip::make_address(host, notNumeric);
    return (notNumeric ? "DNS:" : "IP:") + host;
}

Result<std::string> alternativeNames(std::span<const std::string> hosts) {
    std::string names;
    for (auto const& host : hosts) names += (names.empty() ? "" : ",") + TRY(alternativeName(host));
    return names;
}

bool isP256(EVP_PKEY* key) {
    std::array<char, 32> group{};
    return EVP_PKEY_get_group_name(key, group.data(), group.size(), nullptr) == 1 &&
           std::string_view(group.data()) == "prime256v1";
}

} // namespace

Result<X509Owner> readCertificate(std::string_view pem) {
    X509Owner certificate(PEM_read_bio_X509(reader(kiosk::asBytes(pem)).get(), nullptr, noPassphrase, nullptr));
    if (!certificate) return opensslFailure(ErrorKind::Invalid, "certificate");
    return certificate;
}

Fingerprint fingerprintOf(const X509* certificate) {
    Fingerprint digest{};
    X509_digest(certificate, EVP_sha256(), digest.data(), nullptr);
    return digest;
}

Result<Fingerprint> fingerprint(std::string_view certificatePem) {
    return fingerprintOf(TRY(readCertificate(certificatePem)).get());
}

Result<CertifiedKey> makeAuthority(std::string_view commonName, Instant now) {
    auto key = TRY(newKey());
    auto certificate = blank(commonName, key.get(), now, authorityLife);
    if (X509_NAME_entry_count(X509_get_subject_name(certificate.get())) != 1)
        return opensslFailure(ErrorKind::Invalid, "the authority's name");
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(certificate.get()));
    TRY(addExtensions(certificate.get(), certificate.get(),
                      {{NID_basic_constraints, "critical,CA:TRUE,pathlen:0"},
                       {NID_key_usage, "critical,keyCertSign,cRLSign"},
                       {NID_subject_key_identifier, "hash"}}));
    if (X509_sign(certificate.get(), key.get(), EVP_sha256()) == 0)
        return opensslFailure(ErrorKind::Internal, "signing the authority's certificate");
    return CertifiedKey{toPem(key.get()), toPem(certificate.get())};
}

Result<CertifiedKey> makeServerCertificate(std::span<const std::string> hosts, std::string_view authorityPem,
                                           ByteView authorityKeyPem, Instant now) {
    if (hosts.empty()) return kiosk::fail(ErrorKind::Invalid, "a server certificate needs a host name");
    auto authority = TRY(readAuthority(authorityPem, authorityKeyPem));
    auto key = TRY(newKey());
    auto names = TRY(alternativeNames(hosts));
    Leaf leaf{"practice-server", "serverAuth", std::move(names)};
    auto certificate = TRY(signLeaf(leaf, key.get(), authority, now));
    return CertifiedKey{toPem(key.get()), std::move(certificate)};
}

Result<KeyRequest> makeKeyRequest(std::string_view commonName) {
    auto key = TRY(newKey());
    RequestOwner request(X509_REQ_new());
    X509_REQ_set_version(request.get(), X509_REQ_VERSION_1);
    setName(X509_REQ_get_subject_name(request.get()), commonName);
    X509_REQ_set_pubkey(request.get(), key.get());
    if (X509_REQ_sign(request.get(), key.get(), EVP_sha256()) == 0)
        return opensslFailure(ErrorKind::Internal, "signing a certificate request");
    BioOwner bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509_REQ(bio.get(), request.get());
    return KeyRequest{toPem(key.get()), std::string(kiosk::asText(written(bio.get())))};
}

Result<std::string> signClientRequest(std::string_view requestPem, std::string_view commonName,
                                      std::string_view authorityPem, ByteView authorityKeyPem, Instant now) {
    auto authority = TRY(readAuthority(authorityPem, authorityKeyPem));
    RequestOwner request(
        PEM_read_bio_X509_REQ(reader(kiosk::asBytes(requestPem)).get(), nullptr, noPassphrase, nullptr));
    if (!request) return opensslFailure(ErrorKind::Invalid, "certificate request");
    EVP_PKEY* key = X509_REQ_get0_pubkey(request.get());
    if (key == nullptr || X509_REQ_verify(request.get(), key) != 1)
        return opensslFailure(ErrorKind::Invalid, "certificate request is not signed by its own key");
    if (!isP256(key)) return kiosk::fail(ErrorKind::Invalid, "certificate request: the key is not P-256");
    auto name = TRY(alternativeName(std::string(commonName)));
    Leaf leaf{std::string(commonName), "clientAuth", std::move(name)};
    return signLeaf(leaf, key, authority, now);
}

} // namespace sync_http
