#include "kiosk/tools/PracticeFolder.h"

#include "sync/protocol/Routes.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>

namespace kiosk::tools {

namespace {

constexpr std::size_t smallFile = 1U << 20U;

Result<PracticeFile> parsePractice(ByteView text) {
    auto const json = TRY(base::parseJson(text));
    auto practice = TRY(base::textMember(json, "practice"));
    auto const id = Uuid::parse(TRY(base::textMember(json, "practice_id")));
    if (!id) return fail(id.error().in("practice_id"));
    auto const recipients = packs::Recipients::parse(asBytes(json.value("recipients", Json()).dump()));
    if (!recipients) return fail(recipients.error().in("recipients"));
    return PracticeFile{std::move(practice), *id, *recipients};
}

Result<ServerFolder> parseServer(Path const& folder, ByteView text) {
    auto const json = TRY(base::parseJson(text));
    auto const port = portOf(TRY(base::textMember(json, "listen")));
    if (!port) return fail(port.error().in("listen"));
    ServerFolder server;
    server.folder = folder;
    server.host = TRY(base::textMember(json, "host"));
    server.port = *port;
    return server;
}

std::optional<std::uint64_t> number(std::string_view text) {
    std::uint64_t value = 0;
    auto const* end = text.data() + text.size();
    auto const [stop, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc{} || stop != end) return std::nullopt;
    return value;
}

} // namespace

std::string PracticeFile::toText() const {
    const Json json{{"practice", practice},
                    {"practice_id", practiceId.toString()},
                    {"recipients", Json::parse(recipients.toText())}};
    return json.dump(2) + "\n";
}

Result<PracticeFile> PracticeFile::read(Path const& file) {
    auto practice = parsePractice(TRY(base::readFile(file, smallFile)));
    if (!practice) return fail(practice.error().in(file.string()));
    return practice;
}

Result<packs::Trust> readTrust(Path const& rootFile) {
    auto trust = packs::Trust::anchor(TRY(base::readFile(rootFile, smallFile)));
    if (!trust) return fail(trust.error().in(rootFile.string()));
    return trust;
}

Result<ServerFolder> ServerFolder::open(Path const& folder) {
    auto const inside = folder / "server";
    std::error_code unreadable;
    bool const isInside = std::filesystem::exists(inside / "server.json", unreadable);
    auto const found = isInside || unreadable ? inside : folder;
    auto const file = found / "server.json";
    auto server = parseServer(found, TRY(base::readFile(file, smallFile)));
    if (!server) return fail(server.error().in(file.string()));
    return server;
}

Path ServerFolder::key(std::string const& name) const {
    auto const* credentials = std::getenv("CREDENTIALS_DIRECTORY");
    return (credentials != nullptr ? Path(credentials) : folder / "keys") / name;
}

Result<std::uint16_t> portOf(std::string_view address) {
    auto const colon = address.rfind(':');
    auto const port = colon == address.npos || colon == 0 ? std::nullopt : number(address.substr(colon + 1));
    if (!port || *port == 0 || *port > 65535)
        return fail(ErrorKind::Invalid, "'" + std::string(address) + "' is not ADDRESS:PORT");
    return static_cast<std::uint16_t>(*port);
}

Result<std::vector<std::uint64_t>> packVersions(Path const& folder, std::string const& name) {
    std::error_code error;
    std::vector<std::uint64_t> versions;
    for (auto const& entry : std::filesystem::directory_iterator(folder, error))
        if (auto pack = sync_protocol::parsePackFileName(entry.path().filename().string()); pack && pack->first == name)
            versions.push_back(pack->second);
    if (error) return fail(ErrorKind::NotFound, folder.string() + ": cannot be listed: " + error.message());
    std::sort(versions.begin(), versions.end());
    return versions;
}

Path packFile(Path const& folder, std::string const& name, std::uint64_t version) {
    return folder / sync_protocol::packFileName(name, version);
}

Result<void> writeForServer(Path const& file, ByteView content) {
    TRY(base::writeFileDurably(file, content));
    struct stat owner {};
    if (::geteuid() != 0 || ::stat(file.parent_path().c_str(), &owner) != 0) return {};
    if (::chown(file.c_str(), owner.st_uid, owner.st_gid) != 0)
        return fail(base::systemError(file, "cannot be given away"));
    return {};
}

} // namespace kiosk::tools
