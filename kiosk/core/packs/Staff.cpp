#include "kiosk/core/packs/Staff.h"

#include "kiosk/core/base/Json.h"
#include "kiosk/core/crypto/Password.h"
#include "kiosk/core/packs/Members.h"

#include <algorithm>

namespace kiosk::packs {

namespace {

constexpr std::size_t longestName = 100;

Result<std::set<Role>> readRoles(Json const& json) {
    std::set<Role> roles;
    for (auto const& text : TRY(textList(json, "roles", 2))) roles.insert(TRY(parseRole(text)));
    return roles;
}

Result<std::vector<std::string>> readCodes(Json const& json) {
    if (json.contains("codes") && json["codes"] == Json::array()) return std::vector<std::string>{};
    auto codes = TRY(textList(json, "codes", mostCodes));
    for (auto const& code : codes)
        if (!crypto::isPasswordHash(code)) return fail(ErrorKind::Invalid, "codes: holds what is not a hash of a code");
    return codes;
}

Result<Member> readMember(Json const& json) {
    TRY(knownMembersOnly(json, {"id", "name", "roles", "codes"}));
    Member member;
    auto const id = Uuid::parse(TRY(base::textMember(json, "id")));
    if (!id) return fail(id.error().in("id"));
    member.id = *id;
    member.name = TRY(base::textMember(json, "name"));
    TRY(checkText(member.name, "name", longestName));
    member.roles = TRY(readRoles(json));
    member.codes = TRY(readCodes(json));
    return member;
}

/// What makes two people one, or one code good for two.
Result<void> checkDistinct(std::vector<Member> const& members) {
    std::set<std::string> seen;
    for (auto const& member : members) {
        auto const fresh = seen.insert(member.id.toString()).second && seen.insert("name " + member.name).second &&
                           std::all_of(member.codes.begin(), member.codes.end(),
                                       [&](auto const& code) { return seen.insert(code).second; });
        if (!fresh) return fail(ErrorKind::Invalid, "staff: an id, a name or a code is there twice");
    }
    return {};
}

Json memberJson(Member const& member) {
    Json roles = Json::array();
    for (auto const role : member.roles) roles.push_back(toString(role));
    return {{"id", member.id.toString()}, {"name", member.name}, {"roles", roles}, {"codes", member.codes}};
}

} // namespace

std::string_view toString(Role role) {
    return role == Role::Admin ? "admin" : "staff";
}

Result<Role> parseRole(std::string_view text) {
    for (auto const role : {Role::Staff, Role::Admin})
        if (text == toString(role)) return role;
    return fail(ErrorKind::Invalid, "roles: '" + std::string(text) + "' is neither staff nor admin");
}

Member const* Staff::find(Uuid const& id) const {
    auto const found = std::ranges::find(members, id, &Member::id);
    return found == members.end() ? nullptr : &*found;
}

Result<Staff> Staff::parse(ByteView text) {
    auto const json = TRY(base::parseJson(text, {.bytes = 256U << 10U, .depth = 4}));
    TRY(knownMembersOnly(json, {"staff"}));
    if (!json.contains("staff") || !json["staff"].is_array() || json["staff"].size() > mostStaff)
        return fail(ErrorKind::Invalid, "staff: a list of at most " + std::to_string(mostStaff) + " is missing here");
    Staff staff;
    for (auto const& one : json["staff"]) {
        auto member = readMember(one);
        if (!member) return fail(member.error().in("staff: number " + std::to_string(staff.members.size() + 1)));
        staff.members.push_back(std::move(*member));
    }
    TRY(checkDistinct(staff.members));
    return staff;
}

std::string Staff::toText() const {
    Json list = Json::array();
    for (auto const& member : members) list.push_back(memberJson(member));
    return Json{{"staff", list}}.dump(2) + "\n";
}

} // namespace kiosk::packs
