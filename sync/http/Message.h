#pragma once

#include "kiosk/core/base/Bytes.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace sync_http {

/// SHA-256 of a certificate's DER form.
using Fingerprint = std::array<std::uint8_t, 32>;

/// What a verified certificate says about the other side.
struct PeerCertificate {
    std::string commonName;
    Fingerprint fingerprint{};
};

struct Header {
    std::string name;
    std::string value;
};

struct Request {
    std::string method;
    std::string path;  ///< before "?"; not decoded, always begins with "/"
    std::string query; ///< after "?"; not decoded
    std::vector<Header> headers;
    kiosk::Bytes body;
    std::optional<PeerCertificate> certificate; ///< set only where the chain was verified against the practice CA
    std::string address;                        ///< of the other side, without port

    /// The first header of that name (ASCII case ignored), or null.
    [[nodiscard]] std::string const* header(std::string_view name) const;
};

struct Response {
    unsigned status = 200;
    std::string contentType;
    std::vector<Header> headers;
    kiosk::Bytes body;

    static Response text(unsigned status, std::string_view line);
    [[nodiscard]] std::string const* header(std::string_view name) const;
};

} // namespace sync_http
