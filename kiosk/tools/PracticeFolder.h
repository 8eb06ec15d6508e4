#pragma once

#include "kiosk/core/base/File.h"
#include "kiosk/core/base/Json.h"
#include "kiosk/core/packs/Factory.h"

namespace kiosk::tools {

/// Where everything of a practice lies. `server` is all that goes to the server's machine; the rest stays with people.
struct PracticeFolder {
    Path folder;

    [[nodiscard]] Path practiceFile() const { return folder / "practice.json"; }
    [[nodiscard]] Path rootFile() const { return folder / "root.dsse.json"; }
    [[nodiscard]] Path staffFile() const { return folder / packs::staffFile; }
    [[nodiscard]] Path person(std::string const& name) const { return folder / "people" / name; }
    [[nodiscard]] Path approverKey(std::string const& name) const { return person(name) / "approver.key.age"; }
    [[nodiscard]] Path server() const { return folder / "server"; }
};

/// practice.json: what is public about the practice's keys, so that packs can be built where the keys are not.
struct PracticeFile {
    std::string practice;
    Uuid practiceId;
    packs::Recipients recipients;

    [[nodiscard]] std::string toText() const;
    [[nodiscard]] static Result<PracticeFile> read(Path const& file);
};

/// Nobody, where the file is not there. Errors name it.
[[nodiscard]] Result<packs::Staff> readStaff(Path const& file);

/// The root that a practice's folder (or its server's) holds, trusted because it is theirs. Errors name the file.
[[nodiscard]] Result<packs::Trust> readTrust(Path const& rootFile);

/// server.json and where the server has its things; described in firmware-config/schema.
struct ServerFolder {
    Path folder;
    std::string host;
    std::uint16_t port = 0;

    /// `folder` is the server's, or the practice's with the server's inside. Errors name the file.
    [[nodiscard]] static Result<ServerFolder> open(Path const& folder);

    [[nodiscard]] Path rootFile() const { return folder / "root.dsse.json"; }
    [[nodiscard]] Path packs() const { return folder / "packs"; }
    [[nodiscard]] Path enrolments() const { return folder / "enrolments"; }
    [[nodiscard]] Path database() const { return folder / "data" / "practice.db"; }
    /// Of a secret of the server: in the folder that systemd hands out, if there is one, else in keys/.
    [[nodiscard]] Path key(std::string const& name) const;
};

/// The port of "127.0.0.1:8443" or "[::1]:8443". Invalid: it has none.
[[nodiscard]] Result<std::uint16_t> portOf(std::string_view address);

/// Versions of a pack that lie in a folder as NAME-VERSION.pack, ascending.
[[nodiscard]] Result<std::vector<std::uint64_t>> packVersions(Path const& folder, std::string const& name);

[[nodiscard]] Path packFile(Path const& folder, std::string const& name, std::uint64_t version);

/// Writes a file into a folder of the server: run by root, it belongs to the owner of the folder, so that the server
/// may read it.
[[nodiscard]] Result<void> writeForServer(Path const& file, ByteView content);

} // namespace kiosk::tools
