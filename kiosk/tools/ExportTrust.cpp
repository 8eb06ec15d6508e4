#include "kiosk/tools/ExportTrust.h"

#include "kiosk/tools/KeyFiles.h"
#include "kiosk/tools/PracticeFolder.h"

#include <algorithm>

namespace kiosk::tools {

namespace {

struct Signatory {
    crypto::VerifyKey receiptKey;
    std::string text;
};

std::string signersOf(packs::Pack const& pack, packs::Root const& root) {
    std::string names;
    for (auto const& [keyId, signature] : pack.dsse().signatures)
        names += (names.empty() ? "" : ", ") + root.nameOf(keyId);
    return names;
}

/// The server's key, as the approvers of the practice named it. Packs count that were good when the export was made.
Result<Signatory> signatoryIn(Path const& file, packs::Trust const& trust, Instant exported) {
    auto const content = TRY(base::readFile(file, packs::packCapBytes));
    auto const loaded = packs::loadPack(content, trust, packs::factoryName, exported);
    if (!loaded) return fail(loaded.error().in(file.string()));
    auto const factory = TRY(packs::Factory::from(loaded->pack));
    auto const& root = loaded->trust.root();
    return Signatory{factory.recipients.receiptKey,
                     "the root of '" + root.practice + "' (version " + std::to_string(root.version) +
                         ") > factory pack " + std::to_string(loaded->pack.version()) + ", signed by " +
                         signersOf(loaded->pack, root) + " > the server's key > the export"};
}

Result<std::vector<Path>> packsIn(ServerFolder const& server) {
    auto versions = TRY(packVersions(server.packs(), std::string(packs::factoryName)));
    if (versions.empty()) return fail(ErrorKind::NotFound, server.packs().string() + ": no factory pack is there");
    std::vector<Path> files;
    for (auto version = versions.rbegin(); version != versions.rend(); ++version)
        files.push_back(packFile(server.packs(), std::string(packs::factoryName), *version));
    return files;
}

} // namespace

std::vector<CommandSpec::Option> trustOptions() {
    using Need = CommandSpec::Need;
    return {{"--practice",
             "DIR",
             "the practice's folder, or the server's: its root and packs are trusted",
             Need::Optional,
             {}},
            {"--root", "FILE", "root.dsse.json of the practice, instead", Need::Optional, {}},
            {"--pack", "FILE", "with --root: the factory pack that names the server's key", Need::Optional, {}}};
}

CommandSpec::Option identityOption(CommandSpec::Need need) {
    return {"--identity", "FILE", "the secret key it was sealed to (an age-keygen file)", need, "-i"};
}

Result<std::optional<TrustSource>> trustSource(Arguments const& arguments) {
    if (arguments.has("--practice")) {
        if (arguments.has("--root") || arguments.has("--pack"))
            return fail(ErrorKind::Invalid, "--practice: goes without --root and --pack");
        auto const server = TRY(ServerFolder::open(arguments.text("--practice")));
        auto packs = TRY(packsIn(server));
        return TrustSource{server.rootFile(), std::move(packs)};
    }
    if (arguments.has("--root") != arguments.has("--pack"))
        return fail(ErrorKind::Invalid, "--root and --pack: one is missing");
    if (!arguments.has("--root")) return std::nullopt;
    return TrustSource{arguments.text("--root"), {arguments.text("--pack")}};
}

Result<std::string> checkProvenance(ExportFile const& file, ExportManifest const& manifest, TrustSource const& source) {
    auto const trust = TRY(readTrust(source.root));
    if (manifest.practiceId != trust.root().practiceId)
        return fail(ErrorKind::Denied,
                    std::string(manifestName) + ": is of another practice than " + source.root.string());
    std::optional<Error> first; // of the newest pack: what most likely explains it
    for (auto const& pack : source.packs) {
        auto const signatory = signatoryIn(pack, trust, manifest.created);
        auto const checked = signatory ? file.checkSignature(signatory->receiptKey) : tl::unexpected(signatory.error());
        if (checked) return signatory->text;
        if (!first) first = checked.error();
    }
    return fail(*first);
}

Result<ExportManifest> checkFiles(ExportFile const& file, Path const& path) {
    auto manifest = file.manifest();
    if (!manifest) return fail(manifest.error().in(path.string()));
    auto const faults = file.faults(*manifest);
    if (faults.empty()) return manifest;
    std::string text = path.string() + ":";
    for (auto const& fault : faults) text += "\n  " + fault;
    return fail(ErrorKind::Corrupt, text);
}

Result<std::vector<crypto::Identity>> identitiesFrom(Arguments const& arguments) {
    if (!arguments.has("--identity")) return std::vector<crypto::Identity>{};
    return readIdentities(arguments.text("--identity"));
}

std::string summaryOf(ExportManifest const& manifest) {
    std::string text = std::to_string(manifest.responses) + " responses of '" + manifest.practice + "', exported " +
                       base::toIsoText(manifest.created) + "\n";
    for (auto const& file : manifest.files)
        if (file.responses) text += "  " + file.path + ": " + std::to_string(*file.responses) + "\n";
    for (auto const& problem : manifest.problems)
        text += "  PROBLEM: kiosk " + problem.device.toString() + ", number " + std::to_string(problem.number) + ": " +
                problem.why + (problem.exported ? " (is among the lines)\n" : " (is NOT among the lines)\n");
    return text;
}

} // namespace kiosk::tools
