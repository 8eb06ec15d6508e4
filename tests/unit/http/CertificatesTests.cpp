#include "sync/http/Certificates.h"

#include <gtest/gtest.h>

using namespace kiosk;
using namespace sync_http;

namespace {

const Instant now = base::SystemClock().now();

std::string whyNotSigned(std::string_view request, CertifiedKey const& authority) {
    auto made = signClientRequest(request, "6a1f", authority.certificatePem, authority.keyPem, now);
    return made ? "signed" : made.error().text;
}

} // namespace

TEST(Certificates, aRequestIsSignedUnderTheNameGivenByTheAuthority) {
    auto authority = makeAuthority("Maple Street", now).value();
    auto request = makeKeyRequest("I am the administrator").value();
    EXPECT_EQ(whyNotSigned(request.requestPem, authority), "signed");
    EXPECT_NE(fingerprint(authority.certificatePem).value(), Fingerprint{});
}

TEST(Certificates, whatIsNoRequestIsRefused) {
    auto authority = makeAuthority("Maple Street", now).value();
    auto request = makeKeyRequest("kiosk").value().requestPem;
    EXPECT_EQ(whyNotSigned("rubbish", authority).find("certificate request"), 0U);
    EXPECT_EQ(whyNotSigned(authority.certificatePem, authority).find("certificate request"), 0U);
    for (std::size_t at = 60; at < request.size() - 40; at += 9) {
        auto altered = request;
        altered[at] = altered[at] == 'A' ? 'B' : 'A';
        EXPECT_NE(whyNotSigned(altered, authority), "signed") << at;
    }
}

TEST(Certificates, anAuthorityHasANameThatFits) {
    EXPECT_TRUE(makeAuthority(std::string(64, 'x'), now));
    for (auto const& name : {std::string(), std::string(65, 'x'), std::string("\xff")})
        EXPECT_EQ(makeAuthority(name, now).error().kind, ErrorKind::Invalid) << name.size();
}

TEST(Certificates, anAuthoritysKeyMustFit) {
    auto authority = makeAuthority("Maple Street", now).value();
    auto other = makeAuthority("Other", now).value();
    auto request = makeKeyRequest("kiosk").value();
    auto made = signClientRequest(request.requestPem, "x", authority.certificatePem, other.keyPem, now);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().kind, ErrorKind::Invalid);
}

TEST(Certificates, hostsAreNamesOrAddressesOnly) {
    auto authority = makeAuthority("Maple Street", now).value();
    auto tryHost = [&](std::string const& host) {
        const std::vector hosts{host};
        return makeServerCertificate(hosts, authority.certificatePem, authority.keyPem, now).has_value();
    };
    for (auto const* good : {"localhost", "server.maple.example", "10.0.0.7", "fd00::7"})
        EXPECT_TRUE(tryHost(good)) << good;
    for (auto const* bad : {"", "a,IP:1.2.3.4", "a b", "DNS:*", "a\nb"}) EXPECT_FALSE(tryHost(bad)) << bad;
}

TEST(Certificates, aTextWithoutOneHasNoFingerprint) {
    EXPECT_FALSE(fingerprint("-----BEGIN NOTHING-----"));
}
