#include "sync/agent/PackInbox.h"

#include "kiosk/core/packs/Pack.h"

#include <algorithm>

using kiosk::Path;
using kiosk::Result;
using sync_protocol::PackVersions;

namespace sync_agent {

namespace {

Result<std::vector<Path>> filesIn(Path const& folder) {
    std::vector<Path> files;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        files.push_back(entry->path());
    if (error) return kiosk::fail(kiosk::ErrorKind::NotFound, folder.string() + ": " + error.message());
    return files;
}

} // namespace

Result<PackVersions> PackInbox::have() const {
    PackVersions newest;
    for (auto const& file : TRY(filesIn(m_folder)))
        if (auto pack = sync_protocol::parsePackFileName(file.filename().string()))
            newest[pack->first] = std::max(newest[pack->first], pack->second);
    return newest;
}

Result<void> PackInbox::put(kiosk::ByteView bytes) const {
    auto pack = TRY(kiosk::packs::Pack::parse(bytes));
    if (!sync_protocol::isPackName(pack.name())) return kiosk::fail(kiosk::ErrorKind::Invalid, "pack: bad name");
    if (TRY(have())[pack.name()] >= pack.version())
        return kiosk::fail(kiosk::ErrorKind::Invalid, "pack: not newer than the one that is here");
    auto file = m_folder / sync_protocol::packFileName(pack.name(), pack.version());
    TRY(kiosk::base::writeFileDurably(file, bytes, kiosk::base::groupReads));
    removeOlder(pack.name(), pack.version());
    return {};
}

/// One that cannot be removed is only in the way.
void PackInbox::removeOlder(std::string const& name, std::uint64_t version) const {
    for (auto const& file : filesIn(m_folder).value_or(std::vector<Path>())) {
        auto pack = sync_protocol::parsePackFileName(file.filename().string());
        std::error_code ignored;
        if (pack && pack->first == name && pack->second < version) std::filesystem::remove(file, ignored);
    }
}

} // namespace sync_agent
