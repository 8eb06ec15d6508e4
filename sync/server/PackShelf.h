#pragma once

#include "kiosk/core/base/File.h"
#include "sync/protocol/Routes.h"

namespace sync_server {

/// The server's folder of signed packs, NAME-VERSION.pack. Looks at the folder each time: a pack put there is offered
/// at once. The server checks no signature: it could not be trusted with that, kiosks do it.
class PackShelf {
public:
    explicit PackShelf(kiosk::Path folder) : m_folder(std::move(folder)) {}

    /// The newest version of each pack.
    [[nodiscard]] kiosk::Result<sync_protocol::PackVersions> newest() const;
    /// NotFound: no such pack.
    [[nodiscard]] kiosk::Result<kiosk::Bytes> read(std::string_view name, std::uint64_t version) const;
    /// The first pack, by name, that is newer than what is had; empty: none.
    [[nodiscard]] kiosk::Result<kiosk::Bytes> newerThan(sync_protocol::PackVersions const& have) const;

private:
    kiosk::Path m_folder;
};

} // namespace sync_server
