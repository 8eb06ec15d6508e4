#include "kiosk/tools/Commands.h"
#include "kiosk/tools/PracticeFolder.h"

namespace kiosk::tools {

namespace {

Result<packs::Pack> checkAsAKioskWould(Path const& file, Path const& rootFile) {
    auto const content = TRY(base::readFile(file, packs::packCapBytes));
    auto const unchecked = packs::Pack::parse(content);
    if (!unchecked) return fail(unchecked.error().in(file.string()));
    auto const loaded =
        packs::loadPack(content, TRY(readTrust(rootFile)), unchecked->name(), base::SystemClock().now());
    if (!loaded) return fail(loaded.error().in(file.string()));
    return loaded->pack;
}

Result<void> requireNewer(packs::Pack const& pack, Path const& folder) {
    auto const published = TRY(packVersions(folder, pack.name()));
    if (published.empty() || pack.version() > published.back()) return {};
    return fail(ErrorKind::Invalid, "version " + std::to_string(pack.version()) + " of '" + pack.name() +
                                        "' does not follow version " + std::to_string(published.back()) +
                                        ", which is published");
}

Result<Outcome> runPublish(Arguments const& arguments) {
    auto const server = TRY(ServerFolder::open(arguments.text("--practice")));
    auto const pack = TRY(checkAsAKioskWould(arguments.operand(0), server.rootFile()));
    TRY(requireNewer(pack, server.packs()));
    auto const target = packFile(server.packs(), pack.name(), pack.version());
    TRY(writeForServer(target, pack.file()));
    return Outcome{"Published: " + target.string() + "\n"};
}

} // namespace

Command publishCommand() {
    using Need = CommandSpec::Need;
    return {{.name = "publish",
             .summary = "Checks a signed pack as a kiosk would, and hands it to the server.",
             .operands = {{"PACK", "the pack file, signed by enough approvers"}},
             .options = {{"--practice", "DIR", "the practice's folder, or the server's", Need::Required, {}}},
             .notes = {}},
            runPublish};
}

} // namespace kiosk::tools
