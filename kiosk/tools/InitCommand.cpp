#include "kiosk/core/base/Encoding.h"
#include "kiosk/core/packs/Tar.h"
#include "kiosk/tools/Commands.h"
#include "kiosk/tools/KeyFiles.h"
#include "kiosk/tools/OutputFile.h"
#include "kiosk/tools/Passphrases.h"
#include "kiosk/tools/PersonalName.h"
#include "kiosk/tools/PracticeFolder.h"
#include "sync/http/Certificates.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cctype>
#include <set>
#include <sys/stat.h>

namespace kiosk::tools {

namespace {

constexpr std::size_t approversNeeded = 2;
constexpr auto rootLife = std::chrono::years(10);
std::string const escrowName = "escrow", custodianName = "custodian";

struct Plan {
    std::string practice;
    std::string host;
    std::string listen;
    std::string page;
    std::vector<std::string> approvers;
    Instant now;
};

bool isHost(std::string const& host) {
    in6_addr address{};
    if (host.find(':') != host.npos) return ::inet_pton(AF_INET6, host.c_str(), &address) == 1;
    auto const letter = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '.' || c == '-'; };
    return !host.empty() && std::all_of(host.begin(), host.end(), letter);
}

/// A server that is reached by another name than this machine's own listens to other machines.
std::string listenFor(std::string const& host) {
    bool const isOwn = host == "localhost" || host.starts_with("127.") || host == "::1";
    return isOwn ? "127.0.0.1:8443" : "0.0.0.0:8443";
}

Result<void> checkApprovers(std::vector<std::string> const& names) {
    const std::set<std::string> distinct(names.begin(), names.end());
    for (auto const& name : names)
        if (!packs::isSafeName(name) || name.find('/') != name.npos || name == escrowName || name == custodianName)
            return fail(ErrorKind::Invalid,
                        "--approver: '" + name + "' cannot be a name here (letters, digits, . _ -)");
    if (distinct.size() != names.size()) return fail(ErrorKind::Invalid, "--approver: names one twice");
    if (names.size() < approversNeeded)
        return fail(ErrorKind::Invalid, "--approver: at least two are needed: packs are signed by two people");
    return {};
}

Result<Plan> readPlan(Arguments const& arguments) {
    Plan plan{arguments.text("--practice"),
              arguments.text("--host"),
              arguments.textOr("--listen", listenFor(arguments.text("--host"))),
              arguments.textOr("--page", "127.0.0.1:8080"),
              arguments.all("--approver"),
              base::SystemClock().now()};
    TRY(checkName("--practice", plan.practice, 200));
    if (!isHost(plan.host))
        return fail(ErrorKind::Invalid,
                    "--host: '" + plan.host + "' is not a host's name or address (its port is that of --listen)");
    if (auto port = portOf(plan.listen); !port) return fail(port.error().in("--listen"));
    if (auto port = portOf(plan.page); !port) return fail(port.error().in("--page"));
    TRY(checkApprovers(plan.approvers));
    return plan;
}

/// Everyone's passphrase, asked for before anything is made.
using PassphraseByName = std::map<std::string, SecretBytes>;

Result<PassphraseByName> askEveryone(Plan const& plan, Passphrases const& passphrases) {
    PassphraseByName all;
    auto names = plan.approvers;
    names.insert(names.end(), {escrowName, custodianName});
    for (auto const& name : names) all.emplace(name, TRY(passphrases.fresh(name)));
    return all;
}

Result<std::vector<crypto::SigningKey>> makeApprovers(Plan const& plan, PracticeFolder const& folder,
                                                      PassphraseByName const& passphrases) {
    std::vector<crypto::SigningKey> keys;
    for (auto const& name : plan.approvers) {
        keys.push_back(crypto::SigningKey::generate());
        TRY(base::makeFolders(folder.person(name)));
        TRY(writeSealedKey(folder.approverKey(name), keys.back().toText(), passphrases.at(name)));
    }
    return keys;
}

/// A key pair that stays with a person, the public half beside it.
Result<crypto::Recipient> makeKeeper(Plan const& plan, PracticeFolder const& folder, std::string const& name,
                                     PassphraseByName const& passphrases) {
    auto const identity = crypto::Identity::generate();
    TRY(base::makeFolders(folder.person(name)));
    TRY(writeSealedKey(folder.person(name) / (name + ".key.age"), identityFileText(identity, plan.now),
                       passphrases.at(name)));
    TRY(base::writeFileDurably(folder.person(name) / (name + ".pub"), asBytes(identity.recipient().toText() + "\n"),
                               0644));
    return identity.recipient();
}

packs::Root rootOf(Plan const& plan, std::vector<crypto::SigningKey> const& keys, Uuid const& practiceId) {
    packs::Root root;
    root.version = 1;
    root.practiceId = practiceId;
    root.practice = plan.practice;
    root.expires = plan.now + rootLife;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        auto const keyId = keys[i].verifyKey().keyId();
        root.people.insert({keyId, {plan.approvers[i], keys[i].verifyKey()}});
        root.root.keyIds.push_back(keyId);
        root.approver.keyIds.push_back(keyId);
    }
    root.root.threshold = root.approver.threshold = approversNeeded;
    return root;
}

Result<void> writeRoot(Plan const& plan, PracticeFolder const& folder, std::vector<crypto::SigningKey> const& keys,
                       Uuid const& practiceId) {
    packs::Dsse dsse{std::string(packs::rootType), toBytes(rootOf(plan, keys, practiceId).toText()), {}};
    for (auto const& key : keys) TRY(dsse.sign(key));
    auto const text = dsse.toText();
    TRY(packs::Trust::anchor(asBytes(text)));
    TRY(base::writeFileDurably(folder.rootFile(), asBytes(text), 0644));
    return base::writeFileDurably(folder.server() / "root.dsse.json", asBytes(text), 0644);
}

/// The authority is named by the practice's id: a certificate has no room for a long name.
Result<void> writeCertificates(Plan const& plan, Uuid const& practiceId, Path const& server) {
    auto const authority = TRY(sync_http::makeAuthority("Candor practice " + practiceId.toString(), plan.now));
    const std::vector<std::string> hosts{plan.host};
    auto const tls = TRY(sync_http::makeServerCertificate(hosts, authority.certificatePem, authority.keyPem, plan.now));
    TRY(base::writeFileDurably(server / "ca.pem", asBytes(authority.certificatePem), 0644));
    TRY(base::writeFileDurably(server / "tls.pem", asBytes(tls.certificatePem), 0644));
    TRY(base::writeFileDurably(server / "keys" / "ca.key", authority.keyPem));
    return base::writeFileDurably(server / "keys" / "tls.key", tls.keyPem);
}

/// Random bytes as a line of text; the copies that are not guarded are wiped.
Result<void> writeRandomText(Path const& file, std::size_t size, std::string (*spelled)(ByteView)) {
    auto text = spelled(SecretBytes::random(size)) + "\n";
    auto const written = base::writeFileDurably(file, asBytes(text));
    base::wipe(text);
    return written;
}

Result<packs::Recipients> makeServerKeys(Plan const& plan, Path const& server, crypto::Recipient const& escrow,
                                         crypto::Recipient const& custodian) {
    auto const ingest = crypto::Identity::generate();
    auto const receipt = crypto::SigningKey::generate();
    TRY(base::writeFileDurably(server / "keys" / "ingest.key", identityFileText(ingest, plan.now)));
    TRY(base::writeFileDurably(server / "keys" / "receipt.key", receipt.toText()));
    TRY(writeRandomText(server / "keys" / "store.key", 32, base::toHex));
    TRY(writeRandomText(server / "keys" / "page.password", 15, base::toBase64Url));
    return packs::Recipients{{ingest.recipient(), escrow}, {custodian}, receipt.verifyKey()};
}

Result<void> writeServerFile(Plan const& plan, Path const& server) {
    const Json json{{"practice", plan.practice}, {"host", plan.host}, {"listen", plan.listen}, {"page", plan.page}};
    return base::writeFileDurably(server / "server.json", asBytes(json.dump(2) + "\n"), 0644);
}

Result<void> fill(Plan const& plan, PracticeFolder const& folder, PassphraseByName const& passphrases) {
    auto const practiceId = Uuid::random();
    for (auto const* name : {"keys", "packs", "enrolments", "data"}) TRY(base::makeFolders(folder.server() / name));
    auto const approvers = TRY(makeApprovers(plan, folder, passphrases));
    auto const escrow = TRY(makeKeeper(plan, folder, escrowName, passphrases));
    auto const custodian = TRY(makeKeeper(plan, folder, custodianName, passphrases));
    auto const recipients = TRY(makeServerKeys(plan, folder.server(), escrow, custodian));
    TRY(writeCertificates(plan, practiceId, folder.server()));
    TRY(writeServerFile(plan, folder.server()));
    TRY(writeRoot(plan, folder, approvers, practiceId));
    return base::writeFileDurably(folder.practiceFile(),
                                  asBytes(PracticeFile{plan.practice, practiceId, recipients}.toText()), 0644);
}

std::string report(Plan const& plan, Path const& folder) {
    std::string text = "The practice '" + plan.practice + "' is in " + folder.string() + "\n";
    for (auto const& name : plan.approvers)
        text += "  people/" + name + ": approver key, for " + name + " to keep; two approvers sign a pack\n";
    text += "  people/escrow, people/custodian: keys to keep off line\n"
            "  server: what goes to the server's machine, for https://" +
            plan.host + ":" + std::to_string(*portOf(plan.listen)) + ", where it listens on " + plan.listen + "\n";
    return text;
}

Result<Outcome> runInit(Arguments const& arguments) {
    auto const plan = TRY(readPlan(arguments));
    auto output = TRY(OutputFolder::create(arguments.operand(0)));
    auto const passphrases = TRY(askEveryone(plan, TRY(Passphrases::from(arguments))));
    TRY(fill(plan, PracticeFolder{output.path()}, passphrases));
    // Passable, so that the server's user can be given `server`, and no more: everything secret is in folders of 0700.
    if (::chmod(output.path().c_str(), 0711) != 0) return fail(base::systemError(output.path(), "mode cannot be set"));
    TRY(output.commit());
    return Outcome{report(plan, arguments.operand(0))};
}

} // namespace

Command initCommand() {
    using Need = CommandSpec::Need;
    return {{.name = "init",
             .summary = "Makes a practice: everyone's keys, the server's keys and certificates, the signed root.",
             .operands = {{"DIR", "the folder to make"}},
             .options = {{"--practice", "NAME", "the name people know it by", Need::Required, {}},
                         {"--host", "HOST", "name or address by which kiosks reach the server", Need::Required, {}},
                         {"--approver", "NAME", "a person who signs packs; two or more", Need::RequiredRepeated, {}},
                         {"--listen",
                          "ADDR:PORT",
                          "where the server listens to kiosks (0.0.0.0:8443; HOST localhost: 127.0.0.1:8443)",
                          Need::Optional,
                          {}},
                         {"--page", "ADDR:PORT", "where it shows its status page (127.0.0.1:8080)", Need::Optional, {}},
                         passphraseOption()},
             .notes =
                 "Each approver, 'escrow' (who can open surveys if the server is lost) and 'custodian' (who can open\n"
                 "consents and photos) get a key sealed to a passphrase of their own, of 12 characters or more,\n"
                 "asked for one after the other. Making the keys takes some seconds."},
            runInit};
}

} // namespace kiosk::tools
