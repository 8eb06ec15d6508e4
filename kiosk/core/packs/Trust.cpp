#include "kiosk/core/packs/Trust.h"

#include "kiosk/core/base/Encoding.h"

#include <algorithm>

namespace kiosk::packs {

namespace {

Result<std::pair<Dsse, Root>> readRoot(ByteView text) {
    auto dsse = TRY(Dsse::parse(text));
    if (dsse.payloadType != rootType) return fail(ErrorKind::Corrupt, "the type is not " + std::string(rootType));
    auto root = TRY(Root::parse(dsse.payload));
    return std::pair(std::move(dsse), std::move(root));
}

Result<Trust::Seen> readSeen(Json const& json) {
    Trust::Seen seen;
    auto const version = TRY(base::integerMember(json, "version"));
    auto const hash = TRY(base::fromHex(TRY(base::textMember(json, "sha256"))));
    if (version < 1 || hash.size() != seen.file.size())
        return fail(ErrorKind::Corrupt, "packs: not a version and a hash");
    seen.version = static_cast<std::uint64_t>(version);
    std::copy(hash.begin(), hash.end(), seen.file.begin());
    return seen;
}

Error inRoot(Error const& error) {
    return error.in("root.dsse.json");
}

} // namespace

Result<Trust> Trust::anchor(ByteView rootDsseJson) {
    auto read = readRoot(rootDsseJson);
    if (!read) return fail(inRoot(read.error()));
    auto const& [dsse, root] = *read;
    auto const signers = dsse.signers(root.keysOf(root.root));
    if (!signers) return fail(inRoot(signers.error()));
    if (auto enough = requireThreshold(root.root, *signers, "root keys"); !enough) return fail(inRoot(enough.error()));
    Trust trust;
    trust.m_rootText = asText(rootDsseJson);
    trust.m_root = root;
    return trust;
}

Trust::Seen Trust::remembered(std::string const& pack) const {
    auto const known = m_seen.find(pack);
    return known == m_seen.end() ? Seen{} : known->second;
}

Result<Trust> Trust::follow(ByteView rootDsseJson) const {
    if (asText(rootDsseJson) == m_rootText) return *this;
    auto read = readRoot(rootDsseJson);
    if (!read) return fail(inRoot(read.error()));
    auto const& [dsse, next] = *read;
    if (next.practiceId != m_root.practiceId) return fail(ErrorKind::Denied, "root.dsse.json: of another practice");
    if (next.version != m_root.version + 1)
        return fail(ErrorKind::Denied, "root.dsse.json: version " + std::to_string(next.version) +
                                           " does not follow the trusted version " + std::to_string(m_root.version));
    auto keys = m_root.keysOf(m_root.root);
    keys.merge(next.keysOf(next.root));
    auto const signers = dsse.signers(keys);
    if (!signers) return fail(inRoot(signers.error()));
    if (auto old = requireThreshold(m_root.root, *signers, "root keys trusted so far"); !old)
        return fail(inRoot(old.error()));
    if (auto own = requireThreshold(next.root, *signers, "root keys it names itself"); !own)
        return fail(inRoot(own.error()));
    Trust trust = *this;
    trust.m_rootText = asText(rootDsseJson);
    trust.m_root = next;
    return trust;
}

Trust Trust::remembering(std::string const& pack, Seen const& seen) const {
    Trust trust = *this;
    trust.m_seen[pack] = seen;
    return trust;
}

std::string Trust::toText() const {
    Json json{{"root", m_rootText}, {"packs", Json::object()}};
    for (auto const& [pack, seen] : m_seen)
        json["packs"][pack] = {{"version", seen.version}, {"sha256", base::toHex(seen.file)}};
    return json.dump();
}

Result<Trust> Trust::fromText(ByteView text) {
    auto const json = TRY(base::parseJson(text, {.bytes = 1U << 20U, .depth = 4}));
    auto trust = TRY(anchor(asBytes(TRY(base::textMember(json, "root")))));
    auto const packs = json.value("packs", Json());
    if (!packs.is_object()) return fail(ErrorKind::Corrupt, "packs: missing from what was remembered of packs");
    for (auto const& [pack, seen] : packs.items()) trust.m_seen[pack] = TRY(readSeen(seen));
    return trust;
}

} // namespace kiosk::packs
