#pragma once

#include "kiosk/core/base/File.h"
#include "sync/protocol/Routes.h"

namespace sync_agent {

/// packs/incoming: where packs from the server wait for kiosk-app, which checks them. Keeps the newest of each name.
class PackInbox {
public:
    explicit PackInbox(kiosk::Path folder) : m_folder(std::move(folder)) {}

    [[nodiscard]] kiosk::Result<sync_protocol::PackVersions> have() const;
    /// Durable on return. Corrupt or Invalid: not shaped like a pack, or not newer than what is here.
    [[nodiscard]] kiosk::Result<void> put(kiosk::ByteView pack) const;

private:
    void removeOlder(std::string const& name, std::uint64_t version) const;
    kiosk::Path m_folder;
};

} // namespace sync_agent
