#include "kiosk/core/packs/Root.h"

#include <algorithm>

namespace kiosk::packs {

namespace {

constexpr std::size_t mostPeople = 64;

Result<std::pair<std::string, Root::Person>> readPerson(std::string const& keyId, Json const& json) {
    Root::Person person;
    person.name = TRY(base::textMember(json, "name"));
    person.key = TRY(crypto::VerifyKey::parse(TRY(base::textMember(json, "ed25519"))));
    if (person.key.keyId() != keyId) return fail(ErrorKind::Invalid, "the id is not the hash of the key");
    return std::pair(keyId, std::move(person));
}

Result<std::map<std::string, Root::Person>> readPeople(Json const& json) {
    if (!json.is_object() || json.empty() || json.size() > mostPeople)
        return fail(ErrorKind::Invalid, "keys: 1 to 64 keys are needed here");
    std::map<std::string, Root::Person> people;
    for (auto const& [keyId, value] : json.items()) {
        auto person = readPerson(keyId, value);
        if (!person) return fail(person.error().in("keys: " + keyId));
        people.insert(std::move(*person));
    }
    return people;
}

Result<Root::Role> readRole(Json const& roles, std::string const& name,
                            std::map<std::string, Root::Person> const& people) {
    auto const refuse = [&](std::string_view why) {
        return fail(ErrorKind::Invalid, "roles: " + name + ": " + std::string(why));
    };
    if (!roles.is_object() || !roles.contains(name)) return refuse("is missing");
    auto const& json = roles[name];
    if (!json.is_object() || !json.contains("keyids") || !json["keyids"].is_array())
        return refuse("keyids: a list is missing here");
    Root::Role role;
    for (auto const& keyId : json["keyids"]) {
        if (!keyId.is_string() || !people.contains(keyId.get<std::string>()))
            return refuse("keyids: names an unknown key");
        role.keyIds.push_back(keyId.get<std::string>());
    }
    if (std::set(role.keyIds.begin(), role.keyIds.end()).size() != role.keyIds.size())
        return refuse("keyids: names a key twice");
    auto const threshold = base::integerMember(json, "threshold");
    if (!threshold || *threshold < 1 || static_cast<std::uint64_t>(*threshold) > role.keyIds.size())
        return refuse("threshold: must be from 1 to the number of keys");
    role.threshold = static_cast<std::size_t>(*threshold);
    return role;
}

Json toJson(Root::Role const& role) {
    return {{"threshold", role.threshold}, {"keyids", role.keyIds}};
}

} // namespace

Result<Root> Root::parse(ByteView payload) {
    auto const json = TRY(base::parseJson(payload, {.bytes = 256U << 10U, .depth = 5}));
    Root root;
    auto const version = TRY(base::integerMember(json, "version"));
    if (version < 1) return fail(ErrorKind::Invalid, "version: must be at least 1");
    root.version = static_cast<std::uint64_t>(version);
    root.practiceId = TRY(Uuid::parse(TRY(base::textMember(json, "practice_id"))));
    root.practice = TRY(base::textMember(json, "practice"));
    root.expires = TRY(base::parseIsoText(TRY(base::textMember(json, "expires"))));
    root.people = TRY(readPeople(json.value("keys", Json())));
    auto const roles = json.value("roles", Json());
    root.root = TRY(readRole(roles, "root", root.people));
    root.approver = TRY(readRole(roles, "approver", root.people));
    return root;
}

std::string Root::toText() const {
    Json keys = Json::object();
    for (auto const& [keyId, person] : people) keys[keyId] = {{"name", person.name}, {"ed25519", person.key.toText()}};
    const Json json{{"version", version},   {"practice_id", practiceId.toString()},
                    {"practice", practice}, {"expires", base::toIsoText(expires)},
                    {"keys", keys},         {"roles", {{"root", toJson(root)}, {"approver", toJson(approver)}}}};
    return json.dump();
}

std::map<std::string, crypto::VerifyKey> Root::keysOf(Role const& role) const {
    std::map<std::string, crypto::VerifyKey> keys;
    for (auto const& keyId : role.keyIds) keys.emplace(keyId, people.at(keyId).key);
    return keys;
}

std::string Root::nameOf(std::string const& keyId) const {
    auto const person = people.find(keyId);
    return person == people.end() ? keyId : person->second.name;
}

Result<void> requireThreshold(Root::Role const& role, std::set<std::string> const& signers, std::string_view what) {
    auto const count = std::count_if(role.keyIds.begin(), role.keyIds.end(),
                                     [&](auto const& keyId) { return signers.contains(keyId); });
    if (static_cast<std::size_t>(count) >= role.threshold) return {};
    return fail(ErrorKind::Denied, std::string(what) + ": " + std::to_string(count) + " of the " +
                                       std::to_string(role.threshold) + " signatures that are needed");
}

} // namespace kiosk::packs
