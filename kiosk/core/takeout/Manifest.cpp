#include "kiosk/core/takeout/Manifest.h"

#include "kiosk/core/base/Encoding.h"
#include "kiosk/core/base/Json.h"
#include "kiosk/core/outbox/Spool.h"
#include "kiosk/core/packs/Dsse.h"
#include "kiosk/core/packs/Members.h"

#include <algorithm>

namespace kiosk::takeout {

namespace {

constexpr std::string_view payloadType = "application/vnd.candor.takeout+json";
constexpr std::size_t longestText = 64U << 20U; // of a hundred thousand files

Json toJson(Manifest::File const& file) {
    return {{"name", file.name}, {"size", file.size}, {"sha256", base::toHex(file.sha256)}};
}

Result<Manifest::File> readFileEntry(Json const& json) {
    TRY(packs::knownMembersOnly(json, {"name", "size", "sha256"}));
    Manifest::File file;
    file.name = TRY(base::textMember(json, "name"));
    if (Path(file.name).has_parent_path() || !outbox::parseSpoolName(file.name))
        return fail(ErrorKind::Invalid, "name: not that of a sealed record");
    auto const size = TRY(base::integerMember(json, "size"));
    if (size < 0) return fail(ErrorKind::Invalid, "size: below 0");
    file.size = static_cast<std::uint64_t>(size);
    auto const hash = TRY(base::fromHex(TRY(base::textMember(json, "sha256"))));
    if (hash.size() != file.sha256.size()) return fail(ErrorKind::Invalid, "sha256: not 64 digits");
    std::ranges::copy(hash, file.sha256.begin());
    return file;
}

Result<packs::Dsse> parseSigned(ByteView text) {
    auto dsse = TRY(packs::Dsse::parse(text, longestText));
    if (dsse.payloadType != payloadType)
        return fail(ErrorKind::Corrupt, "signs '" + dsse.payloadType + "', not the list of a takeout");
    return dsse;
}

Result<Json> payloadOf(packs::Dsse const& dsse) {
    auto json = TRY(base::parseJson(dsse.payload, {.bytes = longestText, .depth = 4}));
    TRY(packs::knownMembersOnly(json, {"device", "made", "files"}));
    return json;
}

Result<Uuid> deviceOf(Json const& json) {
    return Uuid::parse(TRY(base::textMember(json, "device")));
}

} // namespace

Result<std::string> Manifest::signedText(crypto::SigningKey const& key) const {
    Json list = Json::array();
    for (auto const& file : files) list.push_back(toJson(file));
    auto const payload = Json{{"device", device.toString()}, {"made", base::toIsoText(made)}, {"files", list}}.dump();
    packs::Dsse dsse{std::string(payloadType), toBytes(payload), {}};
    TRY(dsse.sign(key));
    return dsse.toText();
}

Result<Uuid> Manifest::claimedDevice(ByteView text) {
    auto const dsse = TRY(parseSigned(text));
    return deviceOf(TRY(payloadOf(dsse)));
}

Result<Manifest> Manifest::open(ByteView text, crypto::VerifyKey const& device) {
    auto const dsse = TRY(parseSigned(text));
    auto const signers = TRY(dsse.signers({{device.keyId(), device}}));
    if (signers.empty()) return fail(ErrorKind::Denied, "is not signed");
    auto const json = TRY(payloadOf(dsse));
    Manifest manifest;
    manifest.device = TRY(deviceOf(json));
    manifest.made = TRY(base::parseIsoText(TRY(base::textMember(json, "made"))));
    if (!json.contains("files") || !json["files"].is_array()) return fail(ErrorKind::Invalid, "files: missing");
    for (auto const& each : json["files"]) {
        auto file = readFileEntry(each);
        if (!file) return fail(file.error().in("files: number " + std::to_string(manifest.files.size() + 1)));
        manifest.files.push_back(std::move(*file));
    }
    return manifest;
}

} // namespace kiosk::takeout
