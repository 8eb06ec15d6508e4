#pragma once

#include "kiosk/core/base/Uuid.h"
#include "kiosk/core/crypto/Hash.h"
#include "kiosk/core/crypto/Signing.h"

/// What a new kiosk and the server tell each other; PROTOCOL.md has the formats.
namespace sync_protocol {

/// A one-time code: 80 random bits as Crockford base32, "XXXX-XXXX-XXXX-XXXX".
[[nodiscard]] std::string newEnrolmentCode();
/// The code as it was made, from what a person typed: lower case, spaces, dashes, O for 0, I or L for 1 are taken.
/// Invalid: anything else.
[[nodiscard]] kiosk::Result<std::string> canonicalCode(std::string_view typed);
/// Lower-case hex SHA-256 of the canonical code: the name of its file on the server, enrolments/<this>.json.
[[nodiscard]] std::string codeHash(std::string_view canonicalCode);

/// What the administrator hands over, as one line: "candor1." and base64url of JSON.
struct EnrolmentToken {
    std::string host;
    std::uint16_t port = 0;
    std::string code;
    kiosk::crypto::Digest authority{}; ///< SHA-256 of the CA certificate (DER)
    kiosk::crypto::Digest root{};      ///< SHA-256 of the bytes of root.dsse.json

    [[nodiscard]] std::string toText() const;
    /// Invalid: not such a line (spaces around it are fine), with the member's name.
    [[nodiscard]] static kiosk::Result<EnrolmentToken> parse(std::string_view text);
};

/// A kiosk's name is for people: 1 to 64 bytes of UTF-8 without control characters. Invalid otherwise.
[[nodiscard]] kiosk::Result<void> checkKioskName(std::string_view name);

struct EnrolmentRequest {
    std::string code; ///< canonical once parsed
    std::string name;
    kiosk::crypto::VerifyKey signingKey;
    std::string certificateRequest; ///< PKCS #10, PEM

    [[nodiscard]] std::string toText() const;
    [[nodiscard]] static kiosk::Result<EnrolmentRequest> parse(kiosk::ByteView text);
};

/// The server's answer. What the kiosk does with it is checked by the kiosk.
struct EnrolmentGrant {
    kiosk::Uuid device;
    std::string certificate; ///< PEM
    std::string authority;   ///< PEM
    std::string root;        ///< root.dsse.json
    kiosk::Bytes pack;       ///< the newest factory pack

    [[nodiscard]] std::string toText() const;
    [[nodiscard]] static kiosk::Result<EnrolmentGrant> parse(kiosk::ByteView text);
};

inline constexpr std::size_t enrolmentRequestCapBytes = 16U << 10U;

} // namespace sync_protocol
