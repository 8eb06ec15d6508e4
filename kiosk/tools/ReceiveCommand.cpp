#include "kiosk/core/takeout/TakeoutReader.h"
#include "kiosk/tools/Commands.h"
#include "kiosk/tools/KeyFiles.h"
#include "kiosk/tools/PracticeFolder.h"
#include "sync/server/Ingest.h"
#include "sync/server/PracticeFolder.h"
#include "sync/server/SqlcipherServerStore.h"

#include <map>

namespace kiosk::tools {

namespace {

using sync_protocol::BatchWriter;
using sync_server::Device;
using sync_server::SqlcipherServerStore;
using takeout::Manifest;
using takeout::TakeoutReader;

/// Hands envelopes to the same code that takes them from the network, a batch at a time.
class Delivery {
public:
    Delivery(SqlcipherServerStore& store, crypto::SigningKey const& receiptKey, Device const& device) :
        m_ingest(store, receiptKey, m_clock), m_device(device) {}

    Result<void> add(Manifest::File const& file, Bytes const& bytes) {
        auto const view = envelope::parse(bytes);
        if (!view) return fail(view.error().in(file.name));
        if (!m_batch.takes(bytes.size())) TRY(send());
        m_batch.add(bytes, *view);
        m_names.push_back(file.name);
        return {};
    }

    Result<void> send() {
        if (m_names.empty()) return {};
        auto const body = TRY(m_ingest.take(m_device, m_batch.bytes(), 0));
        auto const answer = TRY(sync_protocol::readAnswer(body, m_device.id, m_batch.envelopes()));
        for (auto const& refusal : answer.refusals)
            m_refused[m_names[refusal.index]] = sync_protocol::toWord(refusal.reason);
        m_batch = {};
        m_names.clear();
        return {};
    }

    /// Name and reason of each.
    [[nodiscard]] std::map<std::string, std::string> const& refused() const { return m_refused; }

private:
    base::SystemClock m_clock;
    sync_server::Ingest m_ingest;
    Device m_device;
    BatchWriter m_batch;
    std::vector<std::string> m_names; ///< of the batch
    std::map<std::string, std::string> m_refused;
};

Result<TakeoutReader> openTakeout(Path const& folder, SqlcipherServerStore& store) {
    return TakeoutReader::open(folder, [&](Uuid const& id) -> Result<crypto::VerifyKey> {
        auto const device = store.device(id);
        if (!device && device.error().kind == ErrorKind::NotFound)
            return fail(ErrorKind::NotFound, "the kiosk " + id.toString() + " is none of this practice");
        if (!device) return fail(device.error());
        if (device->revoked)
            return fail(ErrorKind::Denied,
                        "the kiosk '" + device->name + "' is revoked since " + base::toIsoText(*device->revoked));
        return device->signingKey;
    });
}

Result<Outcome> runReceive(Arguments const& arguments) {
    auto const server = TRY(ServerFolder::open(arguments.text("--practice")));
    auto storeKey = TRY(sync_server::readKeyFile(server.key("store.key")));
    auto const receiptKey = TRY(readSigningKey(server.key("receipt.key")));
    auto store = TRY(SqlcipherServerStore::openExisting(server.database(), std::move(storeKey)));
    auto const takeout = TRY(openTakeout(arguments.operand(0), store));
    auto const& manifest = takeout.manifest();
    auto const device = TRY(store.device(manifest.device));
    auto const before = TRY(store.totals()).stored;
    Delivery delivery(store, receiptKey, device);
    for (auto const& file : manifest.files) TRY(delivery.add(file, TRY(takeout.read(file))));
    TRY(delivery.send());
    auto const fresh = TRY(store.totals()).stored - before;
    auto const known = manifest.files.size() - delivery.refused().size() - fresh;
    auto text = "Kiosk '" + device.name + "', written " + base::toIsoText(manifest.made) + ": " +
                std::to_string(fresh) + " new, " + std::to_string(known) + " known already, " +
                std::to_string(delivery.refused().size()) + " refused.\n";
    for (auto const& [name, reason] : delivery.refused()) text += "  " + name + ": " + reason + "\n";
    return Outcome{text, delivery.refused().empty() ? 0 : statusProblems};
}

} // namespace

Command receiveCommand() {
    return {
        {.name = "receive",
         .summary = "Takes in sealed records that a kiosk wrote to a USB stick.",
         .operands = {{"FOLDER", "candor-… on the stick"}},
         .options = {{"--practice", "DIR", "the practice's folder, or the server's", CommandSpec::Need::Required, {}}},
         .notes = "Checks the kiosk's signature and every file before anything is taken. A record that is there\n"
                  "already is taken once; the kiosk keeps its own copies until it has reached the server.\n"
                  "Exit status 3: some were refused, for the reasons named."},
        runReceive};
}

} // namespace kiosk::tools
