#include "kiosk/tools/Commands.h"
#include "kiosk/tools/Export.h"
#include "kiosk/tools/ExportTrust.h"
#include "kiosk/tools/KeyFiles.h"
#include "kiosk/tools/OutputFile.h"
#include "sync/server/PracticeFolder.h"

namespace kiosk::tools {

namespace {

using sync_server::SqlcipherServerStore;

Result<std::set<ExportFormat>> readFormats(Arguments const& arguments) {
    std::set<ExportFormat> formats;
    for (auto const& name : arguments.all("--format")) {
        if (name != "csv" && name != "ndjson")
            return fail(ErrorKind::Invalid, "--format: '" + name + "' is neither csv nor ndjson");
        formats.insert(name == "csv" ? ExportFormat::Csv : ExportFormat::Ndjson);
    }
    return formats;
}

Result<std::vector<crypto::Recipient>> readAllRecipients(Arguments const& arguments) {
    std::vector<crypto::Recipient> all;
    for (auto const& text : arguments.all("--to")) {
        auto const some = readRecipients(text);
        if (!some) return fail(some.error().in("--to"));
        all.insert(all.end(), some->begin(), some->end());
    }
    return all;
}

Result<std::vector<sync_server::Device>> devicesOf(SqlcipherServerStore& store) {
    std::vector<sync_server::Device> devices;
    for (auto const& status : TRY(store.devices())) devices.push_back(status.device);
    return devices;
}

Result<SqlcipherServerStore> openStore(ServerFolder const& server) {
    auto const keyFile = server.key("store.key");
    auto store = SqlcipherServerStore::openForReading(server.database(), TRY(sync_server::readKeyFile(keyFile)));
    if (!store && store.error().kind == ErrorKind::Denied) return fail(store.error().in(keyFile.string()));
    return store;
}

/// The key that signs the export, if those who check it will go by it.
Result<crypto::SigningKey> readReceiptKey(ServerFolder const& server, FormLibrary const& published) {
    auto const file = server.key("receipt.key");
    auto key = TRY(readSigningKey(file));
    if (published.namesReceiptKey(key.verifyKey())) return key;
    return fail(ErrorKind::Denied, file.string() + ": is not the server's key that the published packs name");
}

Result<Export> prepare(ServerFolder const& server, FormLibrary forms, SqlcipherServerStore& store,
                       std::set<ExportFormat> formats, Path const& output) {
    auto const trust = TRY(readTrust(server.rootFile()));
    ExportManifest begin;
    begin.practice = trust.root().practice;
    begin.practiceId = trust.root().practiceId;
    begin.created = base::SystemClock().now();
    auto devices = TRY(devicesOf(store));
    auto ingest = TRY(readIdentities(server.key("ingest.key")));
    return Export({.begin = std::move(begin),
                   .devices = std::move(devices),
                   .ingest = std::move(ingest),
                   .forms = std::move(forms),
                   .formats = std::move(formats),
                   .spoolFolder = output.has_parent_path() ? output.parent_path() : Path(".")});
}

Result<ExportManifest> writeSealed(Export& made, crypto::SigningKey const& key,
                                   std::vector<crypto::Recipient> const& recipients, OutputFile& output) {
    auto sealer = TRY(crypto::Sealer::create(recipients, [&](ByteView sealed) { return output.write(sealed); }));
    auto manifest = TRY(made.write(key, [&](ByteView plain) { return sealer.write(plain); }));
    TRY(sealer.finish());
    TRY(output.commit());
    return manifest;
}

Result<Outcome> runExport(Arguments const& arguments) {
    auto const recipients = TRY(readAllRecipients(arguments));
    auto formats = TRY(readFormats(arguments));
    auto const server = TRY(ServerFolder::open(arguments.text("--practice")));
    auto forms = TRY(FormLibrary::read(server));
    auto const receiptKey = TRY(readReceiptKey(server, forms));
    auto store = TRY(openStore(server));
    const Path file = arguments.text("--output");
    auto output = TRY(OutputFile::create(file));
    auto made = TRY(prepare(server, std::move(forms), store, std::move(formats), file));
    TRY(store.forEachEnvelope([&](auto const& stored) { return made.take(stored); }));
    auto const manifest = TRY(writeSealed(made, receiptKey, recipients, output));

    auto text = summaryOf(manifest) + "Sealed in " + file.string() + " for\n";
    for (auto const& recipient : recipients) text += "  " + recipient.toText() + "\n";
    return Outcome{text, manifest.problems.empty() ? 0 : statusProblems};
}

} // namespace

Command exportCommand() {
    using Need = CommandSpec::Need;
    return {
        {.name = "export",
         .summary = "Checks and opens every stored response and seals them, as tables, for somebody.",
         .operands = {},
         .options =
             {{"--practice", "DIR", "the server's folder, or the practice's", Need::Required, {}},
              {"--to", "KEY", "who may open it: age1..., or a file of such lines", Need::RequiredRepeated, {}},
              {"--format", "csv|ndjson", "csv: tables and codebook; ndjson: FHIR Bundles", Need::RequiredRepeated, {}},
              {"--output", "FILE", "the file to write; must not be there", Need::Required, "-o"}},
         .notes =
             "Opens with: age -d -i KEYFILE FILE | tar -x. Exit status 3: written, but the manifest names responses\n"
             "that are not as they should be."},
        runExport};
}

} // namespace kiosk::tools
