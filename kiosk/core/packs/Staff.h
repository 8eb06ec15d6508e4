#pragma once

#include "kiosk/core/base/Bytes.h"
#include "kiosk/core/base/Result.h"
#include "kiosk/core/base/Uuid.h"

#include <set>
#include <string>
#include <vector>

namespace kiosk::packs {

/// The target of the factory pack that Staff is read from.
inline constexpr std::string_view staffFile = "staff.json";

enum class Role { Staff, Admin };
[[nodiscard]] std::string_view toString(Role role);
/// Invalid: neither "staff" nor "admin".
[[nodiscard]] Result<Role> parseRole(std::string_view text);

/// Somebody of the practice who may sign in at its kiosks.
struct Member {
    Uuid id;
    std::string name; ///< as it is shown at the kiosk
    std::set<Role> roles;
    /// Argon2id hashes of the start code and of recovery codes: each lets its owner choose a PIN, once at each kiosk.
    std::vector<std::string> codes;
};

/// So many codes are checked at most, one after the other.
inline constexpr std::size_t mostCodes = 4;
inline constexpr std::size_t mostStaff = 64;

/// staff.json: {"staff":[{"id":UUID,"name":…,"roles":["staff","admin"],"codes":["$argon2id$…"]}]}.
struct Staff {
    std::vector<Member> members;

    /// Null: nobody of that id.
    [[nodiscard]] Member const* find(Uuid const& id) const;

    /// Invalid, with the member's name: an id, name or code twice, no role, a code that is no hash of ours, an unknown
    /// member.
    [[nodiscard]] static Result<Staff> parse(ByteView json);
    [[nodiscard]] std::string toText() const;
};

} // namespace kiosk::packs
