#include "kiosk/core/packs/Pack.h"

#include "kiosk/core/base/Encoding.h"
#include "kiosk/core/crypto/Hash.h"
#include "kiosk/core/packs/Factory.h"
#include "kiosk/core/packs/Tar.h"

#include <algorithm>

namespace kiosk::packs {

namespace {

constexpr std::size_t mostTargets = 512;
constexpr std::string_view rootFile = "root.dsse.json", packFile = "pack.dsse.json";

bool isPackName(std::string_view name) {
    return !name.empty() && name.size() <= 32 &&
           name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == name.npos;
}

Result<Manifest::Target> readTarget(Json const& json) {
    Manifest::Target target;
    target.path = TRY(base::textMember(json, "path"));
    if (!isSafeName(target.path) || target.path == rootFile || target.path == packFile)
        return fail(ErrorKind::Invalid, "targets: a path is not safe");
    auto const length = TRY(base::integerMember(json, "length"));
    if (length < 0) return fail(ErrorKind::Invalid, "targets: " + target.path + ": length: below zero");
    target.length = static_cast<std::uint64_t>(length);
    auto const hash = TRY(base::fromHex(TRY(base::textMember(json, "sha256"))));
    if (hash.size() != target.sha256.size())
        return fail(ErrorKind::Invalid, "targets: " + target.path + ": sha256: not 32 bytes");
    std::copy(hash.begin(), hash.end(), target.sha256.begin());
    return target;
}

Result<std::vector<Manifest::Target>> readTargets(Json const& json) {
    if (!json.is_array() || json.size() > mostTargets)
        return fail(ErrorKind::Invalid, "targets: a list of at most 512 is missing here");
    std::vector<Manifest::Target> targets;
    std::set<std::string> paths;
    for (auto const& one : json) {
        targets.push_back(TRY(readTarget(one)));
        if (!paths.insert(targets.back().path).second)
            return fail(ErrorKind::Invalid, "targets: " + targets.back().path + ": is named twice");
    }
    return targets;
}

Result<void> checkExpiry(Instant expires, Instant now, std::string_view what) {
    if (now < expires) return {};
    return fail(ErrorKind::Denied, std::string(what) + ": expired at " + base::toIsoText(expires));
}

Result<void> checkSignatures(Dsse const& dsse, Root const& root) {
    auto const signers = dsse.signers(root.keysOf(root.approver));
    if (!signers) return fail(signers.error().in(packFile));
    return requireThreshold(root.approver, *signers, "pack.dsse.json: approvers");
}

Result<void> checkName(Pack const& pack, std::string_view name) {
    if (pack.name() == name) return {};
    return fail(ErrorKind::Denied, "pack.dsse.json: name: is '" + pack.name() + "', not '" + std::string(name) + "'");
}

Result<void> checkVersion(Pack const& pack, Trust const& trust) {
    auto const known = trust.remembered(pack.name()).version;
    if (pack.version() >= known) return {};
    return fail(ErrorKind::Denied, "pack.dsse.json: version: " + std::to_string(pack.version()) + " is older than " +
                                       std::to_string(known) + ", which was here before");
}

Result<void> checkContent(Pack const& pack) {
    TRY(pack.checkTargets());
    if (pack.name() == factoryName) TRY(Factory::from(pack));
    return {};
}

} // namespace

Result<Manifest> Manifest::parse(ByteView payload) {
    auto const json = TRY(base::parseJson(payload, {.bytes = 1U << 20U, .depth = 4}));
    Manifest manifest;
    manifest.name = TRY(base::textMember(json, "name"));
    if (!isPackName(manifest.name))
        return fail(ErrorKind::Invalid, "name: not a pack's name (1 to 32 of a-z, 0-9 and -)");
    auto const version = TRY(base::integerMember(json, "version"));
    if (version < 1) return fail(ErrorKind::Invalid, "version: must be at least 1");
    manifest.version = static_cast<std::uint64_t>(version);
    manifest.created = TRY(base::parseIsoText(TRY(base::textMember(json, "created"))));
    manifest.expires = TRY(base::parseIsoText(TRY(base::textMember(json, "expires"))));
    manifest.targets = TRY(readTargets(json.value("targets", Json())));
    return manifest;
}

std::string Manifest::toText() const {
    Json list = Json::array();
    for (auto const& target : targets)
        list.push_back({{"path", target.path}, {"length", target.length}, {"sha256", base::toHex(target.sha256)}});
    const Json json{{"name", name},
                    {"version", version},
                    {"created", base::toIsoText(created)},
                    {"expires", base::toIsoText(expires)},
                    {"targets", list}};
    return json.dump();
}

Result<std::shared_ptr<Pack::Parts>> Pack::takeApart(ByteView file) {
    if (file.size() > packCapBytes)
        return fail(ErrorKind::Invalid, "pack: larger than " + std::to_string(packCapBytes) + " bytes");
    auto parts = std::make_shared<Parts>();
    parts->file = Bytes(file.begin(), file.end());
    const TarLimits limits{.entries = mostTargets + 2, .entryBytes = packCapBytes, .totalBytes = packCapBytes};
    auto const entries = TRY(readTar(parts->file, limits));
    if (entries.size() < 2 || entries[0].name != rootFile || entries[1].name != packFile)
        return fail(ErrorKind::Corrupt, "pack: does not begin with root.dsse.json and pack.dsse.json");
    parts->root = entries[0].content;
    auto dsse = Dsse::parse(entries[1].content);
    if (!dsse) return fail(dsse.error().in(packFile));
    parts->dsse = std::move(*dsse);
    for (auto entry = entries.begin() + 2; entry != entries.end(); ++entry)
        parts->entries.emplace_back(entry->name, entry->content);
    return parts;
}

Result<Pack> Pack::readManifest(std::shared_ptr<Parts> parts) {
    if (parts->dsse.payloadType != packType)
        return fail(ErrorKind::Corrupt, "pack.dsse.json: the type is not " + std::string(packType));
    auto manifest = Manifest::parse(parts->dsse.payload);
    if (!manifest) return fail(manifest.error().in(packFile));
    parts->manifest = std::move(*manifest);
    return Pack(std::move(parts));
}

Result<Pack> Pack::parse(ByteView file) {
    return readManifest(TRY(takeApart(file)));
}

std::vector<std::string> Pack::paths() const {
    std::vector<std::string> paths;
    for (auto const& target : manifest().targets) paths.push_back(target.path);
    return paths;
}

Result<ByteView> Pack::target(std::string_view path) const {
    for (auto const& [name, content] : m_parts->entries)
        if (name == path) return content;
    return fail(ErrorKind::NotFound, "the pack '" + name() + "' holds no " + std::string(path));
}

Result<void> Pack::checkTargets() const {
    auto const& targets = manifest().targets;
    auto const& entries = m_parts->entries;
    for (std::size_t i = 0; i < targets.size(); ++i) {
        auto const refuse = [&](std::string_view why) {
            return fail(ErrorKind::Corrupt, targets[i].path + ": " + std::string(why));
        };
        if (i >= entries.size()) return refuse("is missing from the pack");
        if (entries[i].first != targets[i].path) return refuse("expected here, but " + entries[i].first + " is");
        if (entries[i].second.size() != targets[i].length) return refuse("has not the length that was signed");
        if (crypto::sha256(entries[i].second) != targets[i].sha256)
            return refuse("has not the content that was signed");
    }
    if (entries.size() > targets.size())
        return fail(ErrorKind::Corrupt, entries[targets.size()].first + ": is not among what was signed");
    return {};
}

Result<Loaded> loadPack(ByteView file, Trust const& trust, std::string_view name, Instant now) {
    auto parts = TRY(Pack::takeApart(file));
    auto const followed = TRY(trust.follow(parts->root));
    TRY(checkExpiry(followed.root().expires, now, rootFile));
    TRY(checkSignatures(parts->dsse, followed.root()));
    auto const pack = TRY(Pack::readManifest(std::move(parts)));
    TRY(checkName(pack, name));
    TRY(checkVersion(pack, trust));
    TRY(checkExpiry(pack.expires(), now, packFile));
    TRY(checkContent(pack));
    return Loaded{pack, followed.remembering(pack.name(), {pack.version(), crypto::sha256(file)})};
}

Result<Pack> reopenPackAcceptedBefore(ByteView file, Trust const& trust, std::string_view name) {
    auto const known = trust.remembered(std::string(name));
    if (known.version == 0 || crypto::sha256(file) != known.file)
        return fail(ErrorKind::Denied, "pack: is not the one accepted before as '" + std::string(name) + "'");
    return Pack::parse(file);
}

} // namespace kiosk::packs
