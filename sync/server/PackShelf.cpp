#include "sync/server/PackShelf.h"

#include <algorithm>

using kiosk::Bytes;
using kiosk::Result;
using sync_protocol::PackVersions;

namespace sync_server {

Result<PackVersions> PackShelf::newest() const {
    PackVersions newest;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(m_folder, error), end; !error && entry != end;
         entry.increment(error)) {
        auto pack = sync_protocol::parsePackFileName(entry->path().filename().string());
        if (pack) newest[pack->first] = std::max(newest[pack->first], pack->second);
    }
    if (error) return kiosk::fail(kiosk::ErrorKind::NotFound, m_folder.string() + ": " + error.message());
    return newest;
}

Result<Bytes> PackShelf::read(std::string_view name, std::uint64_t version) const {
    return kiosk::base::readFile(m_folder / sync_protocol::packFileName(name, version));
}

Result<Bytes> PackShelf::newerThan(PackVersions const& have) const {
    for (auto const& [name, version] : TRY(newest())) {
        auto known = have.find(name);
        if (known == have.end() || known->second < version) return read(name, version);
    }
    return Bytes();
}

} // namespace sync_server
