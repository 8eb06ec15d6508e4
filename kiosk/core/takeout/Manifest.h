#pragma once

#include "kiosk/core/base/Clock.h"
#include "kiosk/core/base/Uuid.h"
#include "kiosk/core/crypto/Hash.h"
#include "kiosk/core/crypto/Signing.h"

#include <vector>

namespace kiosk::takeout {

inline constexpr std::string_view manifestName = "manifest.dsse.json";

/// What a takeout holds, as the kiosk signs it.
struct Manifest {
    struct File {
        std::string name; ///< as outbox::spoolName() makes them
        std::uint64_t size = 0;
        crypto::Digest sha256{};
        bool operator==(File const&) const = default;
    };
    Uuid device;
    Instant made; ///< by the kiosk's clock, whole seconds
    std::vector<File> files;

    /// The content of manifest.dsse.json.
    [[nodiscard]] Result<std::string> signedText(crypto::SigningKey const& key) const;
    /// The kiosk that says it wrote this: nothing is proven yet. Corrupt, Invalid: not such a text.
    [[nodiscard]] static Result<Uuid> claimedDevice(ByteView text);
    /// Corrupt, Invalid: not such a text, or a name that is none of the spool's. Denied: not signed by this key alone.
    [[nodiscard]] static Result<Manifest> open(ByteView text, crypto::VerifyKey const& device);
};

} // namespace kiosk::takeout
