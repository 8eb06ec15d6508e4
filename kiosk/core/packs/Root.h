#pragma once

#include "kiosk/core/base/Clock.h"
#include "kiosk/core/base/Json.h"
#include "kiosk/core/base/Uuid.h"
#include "kiosk/core/packs/Dsse.h"

#include <optional>

namespace kiosk::packs {

inline constexpr std::string_view rootType = "application/vnd.candor.root+json";

/// Whose signatures count, in the manner of The Update Framework's root: people with their keys, and for each role
/// how many of which must sign. A kiosk gets its first root at enrolment; later ones replace it step by step (Trust).
struct Root {
    struct Person {
        std::string name;
        crypto::VerifyKey key;
    };
    struct Role {
        std::size_t threshold = 0;
        std::vector<std::string> keyIds;
    };
    std::uint64_t version = 0;
    Uuid practiceId;
    std::string practice;
    Instant expires;
    std::map<std::string, Person> people; ///< by key id
    Role root;
    Role approver;

    /// The payload of root.dsse.json. Invalid, with the member's name: a key whose id is not its hash, a role of
    /// strangers or of one person twice, a threshold below 1 or out of reach, …
    [[nodiscard]] static Result<Root> parse(ByteView payload);
    [[nodiscard]] std::string toText() const;

    [[nodiscard]] std::map<std::string, crypto::VerifyKey> keysOf(Role const& role) const;
    /// Name of a key's owner, for people; the key id where the key is unknown.
    [[nodiscard]] std::string nameOf(std::string const& keyId) const;
};

/// How many of `signers` are in `role`: Denied with "what: n of m signatures" if fewer than its threshold.
[[nodiscard]] Result<void> requireThreshold(Root::Role const& role, std::set<std::string> const& signers,
                                            std::string_view what);

} // namespace kiosk::packs
