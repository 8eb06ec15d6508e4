#include "kiosk/core/crypto/Hash.h"
#include "kiosk/tools/Commands.h"
#include "kiosk/tools/PracticeFolder.h"
#include "sync/http/Certificates.h"
#include "sync/protocol/Enrolment.h"

namespace kiosk::tools {

namespace {

Result<sync_protocol::EnrolmentToken> makeToken(ServerFolder const& server) {
    auto const trust = TRY(readTrust(server.rootFile()));
    auto const authorityFile = server.folder / "ca.pem";
    auto const authority = sync_http::fingerprint(asText(TRY(base::readFile(authorityFile, 1U << 20U))));
    if (!authority) return fail(authority.error().in(authorityFile.string()));
    return sync_protocol::EnrolmentToken{.host = server.host,
                                         .port = server.port,
                                         .code = sync_protocol::newEnrolmentCode(),
                                         .authority = *authority,
                                         .root = crypto::sha256(asBytes(trust.rootText()))};
}

Result<Outcome> runEnrol(Arguments const& arguments) {
    auto const name = arguments.text("--name");
    TRY(checkName("--name", name, 64));
    if (auto fine = sync_protocol::checkKioskName(name); !fine) return fail(fine.error().in("--name"));
    auto const expires = TRY(parseExpiry(arguments.textOr("--expires", "1h"), base::SystemClock().now()));
    auto const server = TRY(ServerFolder::open(arguments.text("--practice")));
    if (TRY(packVersions(server.packs(), std::string(packs::factoryName))).empty())
        return fail(ErrorKind::NotFound, server.packs().string() + ": no factory pack is published: a kiosk needs one");
    auto const token = TRY(makeToken(server));
    const Json entry{{"name", name}, {"expires", base::toIsoText(expires)}};
    TRY(writeForServer(server.enrolments() / (sync_protocol::codeHash(token.code) + ".json"),
                       asBytes(entry.dump() + "\n")));
    return Outcome{"One kiosk, '" + name + "', may enrol until " + base::toIsoText(expires) +
                   " with this line (kiosk-syncd enrol TOKEN, or deploy/enrol/enrol TOKEN):\n" + token.toText() + "\n"};
}

} // namespace

Command enrolCommand() {
    using Need = CommandSpec::Need;
    return {
        {.name = "enrol",
         .summary = "Lets one new kiosk join: prints a token that works once.",
         .operands = {},
         .options = {{"--practice", "DIR", "the practice's folder, or the server's", Need::Required, {}},
                     {"--name", "NAME", "the kiosk's name, for people", Need::Required, {}},
                     {"--expires", "WHEN", "90m, 12h, 7d (1h)", Need::Optional, {}}},
         .notes =
             "The token is secret until it is used: who has it first is the kiosk. The server keeps only its hash."},
        runEnrol};
}

} // namespace kiosk::tools
