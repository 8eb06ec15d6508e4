#pragma once

#include "kiosk/core/base/Bytes.h"
#include "kiosk/core/base/Result.h"
#include "kiosk/core/crypto/Age.h"
#include "kiosk/core/crypto/Signing.h"

#include <vector>

namespace kiosk::packs {

/// recipients.json of the factory pack: to whom a kiosk seals, and whose receipts it believes.
struct Recipients {
    std::vector<crypto::Recipient> survey;    ///< the server's ingest key, then the escrow key
    std::vector<crypto::Recipient> custodian; ///< consents and photos
    crypto::VerifyKey receiptKey;

    /// {"survey":["age1…"],"custodian":["age1…"],"receipt_key":base64}. Invalid, with the member's name: an empty list,
    /// a key twice, not a key, an unknown member.
    [[nodiscard]] static Result<Recipients> parse(ByteView json);
    [[nodiscard]] std::string toText() const;
};

} // namespace kiosk::packs
