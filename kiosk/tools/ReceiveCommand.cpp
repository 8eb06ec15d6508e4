#include "kiosk/core/takeout/TakeoutReader.h"
#include "kiosk/tools/Commands.h"
#include "kiosk/tools/PracticeFolder.h"
#include "sync/server/Ingest.h"
#include "sync/server/PracticeFolder.h"
#include "sync/server/SqlcipherServerStore.h"

#include <algorithm>
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
    Delivery(SqlcipherServerStore& store, Device const& device) : m_store(store), m_device(device) {}

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
        auto const taken = TRY(takeIn(m_store, m_device, m_batch.bytes(), base::SystemClock().now(), std::nullopt));
        m_fresh += std::ranges::count(taken.ingested.outcomes, sync_server::Outcome::Stored);
        m_known += std::ranges::count(taken.ingested.outcomes, sync_server::Outcome::Known);
        for (std::size_t i = 0; i < m_names.size(); ++i)
            if (auto const reason = taken.reasons[i]) m_refused[m_names[i]] = toWord(*reason);
        m_batch = {};
        m_names.clear();
        return {};
    }

    [[nodiscard]] bool isWhole() const { return m_refused.empty(); }
    [[nodiscard]] std::string report() const {
        auto text = std::to_string(m_fresh) + " new, " + std::to_string(m_known) + " known already, " +
                    std::to_string(m_refused.size()) + " refused.\n";
        for (auto const& [name, reason] : m_refused) text += "  " + name + ": " + reason + "\n";
        return text;
    }

private:
    SqlcipherServerStore& m_store;
    Device m_device;
    BatchWriter m_batch;
    std::vector<std::string> m_names; ///< of the batch
    std::ptrdiff_t m_fresh = 0, m_known = 0;
    std::map<std::string, std::string> m_refused; ///< name and reason
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
    auto store = TRY(SqlcipherServerStore::openExisting(server.database(), std::move(storeKey)));
    auto const takeout = TRY(openTakeout(arguments.operand(0), store));
    auto const& manifest = takeout.manifest();
    auto const device = TRY(store.device(manifest.device));
    Delivery delivery(store, device);
    auto const sent = [&]() -> Result<void> {
        for (auto const& file : manifest.files) TRY(delivery.add(file, TRY(takeout.read(file))));
        return delivery.send();
    }();
    if (!sent) return fail(sent.error().in("after " + delivery.report()));
    return Outcome{"Kiosk '" + device.name + "', written " + base::toIsoText(manifest.made) + ": " + delivery.report(),
                   delivery.isWhole() ? 0 : statusProblems};
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
