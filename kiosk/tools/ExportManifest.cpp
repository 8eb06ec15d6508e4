#include "kiosk/tools/ExportManifest.h"

#include "kiosk/core/base/Encoding.h"
#include "kiosk/core/base/Json.h"
#include "kiosk/core/packs/Tar.h"

#include <algorithm>
#include <set>

namespace kiosk::tools {

namespace {

constexpr std::string_view formatName = "candor-export/1";

Json toJson(ExportManifest::File const& file) {
    Json json{{"path", file.path}, {"length", file.length}, {"sha256", base::toHex(file.sha256)}};
    if (file.responses) json["responses"] = *file.responses;
    return json;
}

Json toJson(ExportManifest::Chain const& chain) {
    return {{"device", chain.device.toString()},
            {"kiosk", chain.kiosk},
            {"envelopes", chain.envelopes},
            {"head_number", chain.headNumber},
            {"head_link", base::toHex(chain.headLink)}};
}

Json toJson(ExportManifest::Problem const& problem) {
    Json json{{"device", problem.device.toString()}, {"number", problem.number}};
    if (problem.record) json["record"] = problem.record->toString();
    json["why"] = problem.why;
    json["exported"] = problem.exported;
    return json;
}

template <typename T>
Json listJson(std::vector<T> const& items) {
    Json list = Json::array();
    for (auto const& item : items) list.push_back(toJson(item));
    return list;
}

Result<std::uint64_t> countMember(Json const& json, std::string_view name) {
    auto const value = TRY(base::integerMember(json, name));
    if (value < 0) return fail(ErrorKind::Invalid, std::string(name) + ": below zero");
    return static_cast<std::uint64_t>(value);
}

Result<crypto::Digest> digestMember(Json const& json, std::string_view name) {
    auto const bytes = TRY(base::fromHex(TRY(base::textMember(json, name))));
    crypto::Digest digest{};
    if (bytes.size() != digest.size()) return fail(ErrorKind::Invalid, std::string(name) + ": not 32 bytes");
    std::copy(bytes.begin(), bytes.end(), digest.begin());
    return digest;
}

Result<Uuid> uuidMember(Json const& json, std::string_view name) {
    return Uuid::parse(TRY(base::textMember(json, name)));
}

Result<void> readInto(Json const& json, ExportManifest::File& file) {
    file.path = TRY(base::textMember(json, "path"));
    if (!packs::isSafeName(file.path)) return fail(ErrorKind::Invalid, "files: a path is not safe");
    file.length = TRY(countMember(json, "length"));
    file.sha256 = TRY(digestMember(json, "sha256"));
    if (json.contains("responses")) file.responses = TRY(countMember(json, "responses"));
    return {};
}

Result<void> readInto(Json const& json, ExportManifest::Chain& chain) {
    chain.device = TRY(uuidMember(json, "device"));
    chain.kiosk = TRY(base::textMember(json, "kiosk"));
    chain.envelopes = TRY(countMember(json, "envelopes"));
    chain.headNumber = TRY(countMember(json, "head_number"));
    chain.headLink = TRY(digestMember(json, "head_link"));
    return {};
}

Result<void> readInto(Json const& json, ExportManifest::Problem& problem) {
    problem.device = TRY(uuidMember(json, "device"));
    problem.number = TRY(countMember(json, "number"));
    if (json.contains("record")) problem.record = TRY(uuidMember(json, "record"));
    problem.why = TRY(base::textMember(json, "why"));
    problem.exported = json.value("exported", Json()) == Json(true);
    return {};
}

template <typename T>
Result<void> readList(Json const& json, char const* name, std::vector<T>& items) {
    if (!json.contains(name) || !json[name].is_array())
        return fail(ErrorKind::Invalid, std::string(name) + ": a list is missing here");
    for (auto const& one : json[name]) TRY(readInto(one, items.emplace_back()));
    return {};
}

Result<ExportManifest> readManifest(ByteView text) {
    auto const json = TRY(base::parseJson(text, {.bytes = manifestCapBytes, .depth = 4}));
    if (TRY(base::textMember(json, "format")) != formatName)
        return fail(ErrorKind::Invalid, "format: is not " + std::string(formatName));
    ExportManifest manifest;
    manifest.practice = TRY(base::textMember(json, "practice"));
    manifest.practiceId = TRY(uuidMember(json, "practice_id"));
    manifest.created = TRY(base::parseIsoText(TRY(base::textMember(json, "created"))));
    manifest.responses = TRY(countMember(json, "responses"));
    TRY(readList(json, "files", manifest.files));
    TRY(readList(json, "kiosks", manifest.chains));
    TRY(readList(json, "problems", manifest.problems));
    std::set<std::string> paths;
    for (auto const& file : manifest.files)
        if (!paths.insert(file.path).second) return fail(ErrorKind::Invalid, "files: " + file.path + " is named twice");
    return manifest;
}

} // namespace

std::string ExportManifest::toText() const {
    const Json json{{"format", formatName},
                    {"practice", practice},
                    {"practice_id", practiceId.toString()},
                    {"created", base::toIsoText(created)},
                    {"responses", responses},
                    {"files", listJson(files)},
                    {"kiosks", listJson(chains)},
                    {"problems", listJson(problems)}};
    return json.dump(2) + "\n";
}

Result<ExportManifest> ExportManifest::parse(ByteView text) {
    auto manifest = readManifest(text);
    if (!manifest) return fail(ErrorKind::Corrupt, std::string(manifestName) + ": " + manifest.error().text);
    return manifest;
}

} // namespace kiosk::tools
