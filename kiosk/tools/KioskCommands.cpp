#include "kiosk/tools/Commands.h"
#include "kiosk/tools/PracticeFolder.h"
#include "sync/server/PracticeFolder.h"
#include "sync/server/SqlcipherServerStore.h"

#include <algorithm>

namespace kiosk::tools {

namespace {

using sync_server::Device;
using sync_server::DeviceStatus;
using sync_server::SqlcipherServerStore;

std::string column(std::string text, std::size_t width) {
    text.resize(std::max(width, text.size()), ' ');
    return text + "  ";
}

std::string stateOf(Device const& device) {
    return device.revoked ? "revoked " + base::toIsoText(*device.revoked) : "in use";
}

std::string line(std::string const& id, std::string const& state, std::string const& seen, std::string const& records,
                 std::string const& waiting, std::string const& name) {
    return column(id, 36) + column(state, 28) + column(seen, 20) + column(records, 7) + column(waiting, 7) + name +
           "\n";
}

std::string line(DeviceStatus const& status) {
    return line(status.device.id.toString(), stateOf(status.device),
                status.seen ? base::toIsoText(*status.seen) : "not yet", std::to_string(status.head.number),
                std::to_string(status.waiting), status.device.name);
}

Result<Outcome> runList(Arguments const& arguments) {
    auto const server = TRY(ServerFolder::open(arguments.text("--practice")));
    auto key = TRY(sync_server::readKeyFile(server.key("store.key")));
    auto store = TRY(SqlcipherServerStore::openForReading(server.database(), std::move(key)));
    auto const devices = TRY(store.devices());
    if (devices.empty()) return Outcome{"No kiosk is enrolled yet.\n"};
    auto text = line("ID", "STATE", "LAST SEEN", "RECORDS", "WAITING", "NAME");
    for (auto const& status : devices) text += line(status);
    return Outcome{text};
}

/// The kiosk of that id, or the one of that name. Of several with one name only one may be in use: then it is meant.
Result<Device> choose(std::vector<DeviceStatus> const& devices, std::string const& nameOrId) {
    std::vector<Device> inUse;
    std::optional<Device> revoked;
    for (auto const& [device, seen, waiting, head, highest] : devices) {
        if (device.id.toString() == nameOrId) return device;
        if (device.name != nameOrId) continue;
        if (device.revoked)
            revoked = device;
        else
            inUse.push_back(device);
    }
    if (inUse.size() == 1) return inUse.front();
    if (inUse.empty() && revoked) return *revoked;
    if (inUse.empty())
        return fail(ErrorKind::NotFound,
                    "no kiosk has the name or id '" + nameOrId + "'; practice-admin kiosk list shows them all");
    std::string ids;
    for (auto const& device : inUse) ids += "\n  " + device.id.toString();
    return fail(ErrorKind::Invalid, "several kiosks are called '" + nameOrId + "'; name the one by its id:" + ids);
}

Result<Outcome> runRevoke(Arguments const& arguments) {
    auto const server = TRY(ServerFolder::open(arguments.text("--practice")));
    auto key = TRY(sync_server::readKeyFile(server.key("store.key")));
    auto store = TRY(SqlcipherServerStore::openExisting(server.database(), std::move(key)));
    auto const device = TRY(choose(TRY(store.devices()), arguments.operand(0)));
    auto const who = "'" + device.name + "' (" + device.id.toString() + ")";
    if (device.revoked) return Outcome{who + " is revoked already, since " + base::toIsoText(*device.revoked) + ".\n"};
    TRY(store.revokeDevice(device.id, base::SystemClock().now()));
    return Outcome{"Revoked: " + who + ". The server hears it no more; what it delivered stays.\n"};
}

CommandSpec::Option practiceOption() {
    return {"--practice", "DIR", "the practice's folder, or the server's", CommandSpec::Need::Required, {}};
}

} // namespace

Command kioskListCommand() {
    return {{.name = "kiosk list",
             .summary = "Shows every kiosk that was enrolled.",
             .operands = {},
             .options = {practiceOption()},
             .notes = {}},
            runList};
}

Command kioskRevokeCommand() {
    return {{.name = "kiosk revoke",
             .summary = "Shuts out a kiosk that was stolen or is not used any more.",
             .operands = {{"NAME-OR-ID", "what the practice calls it, or its id"}},
             .options = {practiceOption()},
             .notes =
                 "The server refuses the kiosk's certificate from the next request on, without a restart. There is\n"
                 "no way back but to enrol the machine as a new kiosk (practice-admin enrol)."},
            runRevoke};
}

} // namespace kiosk::tools
